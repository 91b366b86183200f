// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/worker_pool.h"

#include <atomic>
#include <future>
#include <memory>
#include <set>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/gated_service.h"

namespace recovery {
namespace {

using std::chrono::milliseconds;

class WorkerPoolTest : public ::testing::Test {
  protected:
    Gate gate;
    SearchServiceFactory factory = [this] {
        return std::make_unique<GatedService>(gate);
    };
};

TEST_F(WorkerPoolTest, DoesEveryJobThatItTook) {
    std::atomic<int> done = 0;
    WorkerPool pool(3, 1000, factory);
    std::promise<void> all;
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(pool.submit([&](SearchService&) {
            if (++done == 100) {
                all.set_value();
            }
        }));
    }
    all.get_future().wait();
    EXPECT_EQ(done, 100);
}

TEST_F(WorkerPoolTest, EachWorkerHasItsOwnService) {
    std::promise<SearchService*> first;
    std::promise<SearchService*> second;
    WorkerPool pool(2, 10, factory);
    const auto hold = [this](std::promise<SearchService*>& seen) {
        return [this, &seen](SearchService& service) {
            seen.set_value(&service);
            gate.pass();
        };
    };
    ASSERT_TRUE(pool.submit(hold(first)));
    ASSERT_TRUE(pool.submit(hold(second)));
    EXPECT_NE(first.get_future().get(), second.get_future().get());
    gate.open();
}

TEST_F(WorkerPoolTest, AFullQueueRefuses) {
    WorkerPool pool(1, 2, factory);
    ASSERT_TRUE(pool.submit([this](SearchService&) { gate.pass(); }));
    gate.await_waiting(1);
    EXPECT_TRUE(pool.submit([](SearchService&) {}));
    EXPECT_TRUE(pool.submit([](SearchService&) {}));
    EXPECT_FALSE(pool.submit([](SearchService&) {}));
    EXPECT_EQ(pool.queued(), 2U);
    gate.open();
}

TEST_F(WorkerPoolTest, WhatAJobThrowsEndsNothing) {
    WorkerPool pool(1, 10, factory);
    std::promise<bool> after;
    ASSERT_TRUE(pool.submit([](SearchService&) { throw std::runtime_error("no"); }));
    ASSERT_TRUE(pool.submit([](SearchService&) { throw 1; }));
    ASSERT_TRUE(pool.submit([&](SearchService&) { after.set_value(true); }));
    EXPECT_TRUE(after.get_future().get());
}

TEST_F(WorkerPoolTest, WithoutAServiceJobsFindNoIndexAndMakingIsTriedAgain) {
    std::atomic<int> calls = 0;
    WorkerPool pool(1, 10, [&]() -> std::unique_ptr<SearchService> {
        if (++calls <= 2) {
            throw std::runtime_error("not now");
        }
        return factory();
    });
    std::promise<bool> first;
    std::promise<bool> second;
    ASSERT_TRUE(pool.submit(
        [&](SearchService& service) { first.set_value(service.state().available); }));
    ASSERT_TRUE(pool.submit(
        [&](SearchService& service) { second.set_value(service.state().available); }));
    EXPECT_FALSE(first.get_future().get());
    EXPECT_TRUE(second.get_future().get());
}

TEST_F(WorkerPoolTest, StoppingWaitsForRunningJobsAndDropsOthers) {
    auto ended = std::make_shared<std::atomic<bool>>(false);
    auto begun = std::make_shared<std::atomic<bool>>(false);
    WorkerPool pool(1, 10, factory);
    ASSERT_TRUE(pool.submit([this, ended](SearchService&) {
        gate.pass();
        *ended = true;
    }));
    gate.await_waiting(1);
    ASSERT_TRUE(pool.submit([begun](SearchService&) { *begun = true; }));
    std::thread opener([this] { gate.open(); });
    EXPECT_TRUE(pool.stop(std::chrono::minutes(1)));
    opener.join();
    EXPECT_TRUE(*ended);
    EXPECT_FALSE(*begun);
    EXPECT_FALSE(pool.submit([](SearchService&) {}));
}

TEST_F(WorkerPoolTest, StoppingDoesNotWaitForeverForAJob) {
    auto own_gate = std::make_shared<Gate>();
    WorkerPool pool(1, 10, factory);
    std::promise<void> begun;
    ASSERT_TRUE(pool.submit([own_gate, &begun](SearchService&) {
        begun.set_value();
        own_gate->pass();
    }));
    begun.get_future().wait();
    EXPECT_FALSE(pool.stop(milliseconds(20)));
    own_gate->open();
}

}  // namespace
}  // namespace recovery
