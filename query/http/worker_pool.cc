// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/worker_pool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/base/error.h"

namespace recovery {

namespace {

class NoService final : public SearchService {
  public:
    Results search(const Question&, const SearchOptions&) override { throw error(); }
    std::optional<WholeDocument> document(const std::string&) override { throw error(); }
    std::optional<Crisis> recognise_crisis(std::string_view text) override {
        return recovery::recognise_crisis(text);
    }
    IndexState state() override {
        IndexState state;
        state.reason = error().what();
        return state;
    }

  private:
    static Error error() {
        return Error{ErrorCode::index_missing, "the search could not be started"};
    }
};

}  // namespace

// Threads share it, so that one that outlives the pool has something to stand on.
struct WorkerPool::State {
    std::size_t queue_length = 0;
    SearchServiceFactory factory;
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable ended;
    std::deque<SearchJob> jobs;
    std::size_t running = 0;
    bool stopped = false;
    std::vector<std::thread> threads;

    std::optional<SearchJob> next() {
        std::unique_lock lock(mutex);
        wake.wait(lock, [this] { return stopped || !jobs.empty(); });
        if (stopped) {
            return std::nullopt;
        }
        SearchJob job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    std::unique_ptr<SearchService> make_service() const {
        try {
            auto service = factory();
            // The first question of a worker should find the index open and the crisis
            // rules made.
            (void)service->state();
            (void)service->recognise_crisis({});
            return service;
        } catch (...) {
            return nullptr;
        }
    }

    void work() {
        std::unique_ptr<SearchService> service = make_service();
        NoService none;
        while (auto job = next()) {
            if (!service) {
                service = make_service();
            }
            try {
                (*job)(service ? *service : none);
            } catch (...) {
                // The contract drops it: who asked has a time limit and its own answer.
            }
        }
    }

    static void run(const std::shared_ptr<State>& state) {
        state->work();
        const std::lock_guard lock(state->mutex);
        --state->running;
        state->ended.notify_all();
    }
};

WorkerPool::WorkerPool(std::size_t workers,
                       std::size_t queue_length,
                       const SearchServiceFactory& factory)
    : state_(std::make_shared<State>()) {
    state_->queue_length = queue_length;
    state_->factory = factory;
    const std::size_t count = std::max<std::size_t>(workers, 1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::lock_guard lock(state_->mutex);
        state_->threads.emplace_back(&State::run, state_);
        ++state_->running;
    }
}

WorkerPool::~WorkerPool() {
    stop(std::chrono::hours(24));
}

bool WorkerPool::submit(SearchJob job) {
    {
        const std::lock_guard lock(state_->mutex);
        if (state_->stopped || state_->jobs.size() >= state_->queue_length) {
            return false;
        }
        state_->jobs.push_back(std::move(job));
    }
    state_->wake.notify_one();
    return true;
}

std::size_t WorkerPool::queued() const {
    const std::lock_guard lock(state_->mutex);
    return state_->jobs.size();
}

bool WorkerPool::stop(std::chrono::milliseconds patience) {
    std::deque<SearchJob> dropped;
    std::vector<std::thread> threads;
    bool all_ended = false;
    {
        std::unique_lock lock(state_->mutex);
        state_->stopped = true;
        dropped.swap(state_->jobs);
        threads.swap(state_->threads);
        state_->wake.notify_all();
        all_ended = state_->ended.wait_for(
            lock, patience, [this] { return state_->running == 0; });
    }
    for (std::thread& thread : threads) {
        all_ended ? thread.join() : thread.detach();
    }
    return all_ended;
}

}  // namespace recovery
