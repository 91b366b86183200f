// SPDX-License-Identifier: GPL-2.0-or-later
//
// recovery-index --watch as a service runs it.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/run_command.h"
#include "tests/support/started_program.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class WatchTool : public testing::Test {
  protected:
    [[nodiscard]] std::string index() const { return (dir_.path() / "index").string(); }
    [[nodiscard]] std::string site() const { return (dir_.path() / "site").string(); }
    [[nodiscard]] fs::path log() const { return dir_.path() / "log"; }

    [[nodiscard]] std::string logged() const {
        std::ifstream in(log());
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// Whether something comes true within 20 s.
    template <typename Condition>
    static bool within_time(Condition condition) {
        for (int i = 0; i < 400; ++i) {
            if (condition()) {
                return true;
            }
            std::this_thread::sleep_for(50ms);
        }
        return false;
    }

    [[nodiscard]] bool finds(const std::string& word) const {
        return run_program("recovery-query", {"--index", index(), word}).status == 0;
    }

    const TempDir dir_;
};

TEST_F(WatchTool, IndexesWhatChangesUntilItIsStopped) {
    dir_.write("site/a.md", "# A\n\nOne apple.\n");
    dir_.write("site/b.md", "# B\n\nTwo pears.\n");
    for (const int signal : {SIGTERM, SIGINT}) {
        StartedProgram watch(
            "recovery-index", {"--watch", "--index", index(), site()}, log());
        ASSERT_TRUE(within_time([&] { return finds("pears"); }));
        dir_.write("site/c" + std::to_string(signal) + ".md",
                   "# C\n\nWord kumquat" + std::to_string(signal) + ".\n");
        EXPECT_TRUE(
            within_time([&] { return finds("kumquat" + std::to_string(signal)); }));
        EXPECT_TRUE(within_time(
            [&] { return logged().find("1 added in ") != std::string::npos; }));
        EXPECT_EQ(run_program("recovery-index", {"--index", index(), site()}).status, 0)
            << "the lock is free between batches";
        watch.signal(signal);
        EXPECT_EQ(watch.wait(), 0);
        fs::remove(log());
    }
}

TEST_F(WatchTool, ASignalEndsTheWaitForAnotherWriter) {
    dir_.write("site/a.md", "# A\n\nOne apple.\n");
    fs::create_directories(index());
    const int lock =
        ::open((index() + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_EQ(::flock(lock, LOCK_EX), 0);
    for (const char* mode : {"--watch", "--rebuild"}) {
        StartedProgram waiting(
            "recovery-index", {mode, "--wait", "100", "--index", index(), site()}, log());
        std::this_thread::sleep_for(500ms);
        waiting.signal(SIGTERM);
        const int status = waiting.wait();
        // Before the program minds signals, one ends it.
        EXPECT_TRUE(status == 130 || status == 128 + SIGTERM) << status;
    }
    ::close(lock);
}

TEST_F(WatchTool, WhatStopsTheFirstRunStopsIt) {
    EXPECT_EQ(
        run_program("recovery-index", {"--watch", "--index", index(), site()}).status, 2);
    dir_.write("site/a.md", "# A\n\nOne apple.\n");
    EXPECT_EQ(run_program("recovery-index",
                          {"--watch", "--dry-run", "--index", index(), site()})
                  .status,
              2);
}

}  // namespace
}  // namespace recovery
