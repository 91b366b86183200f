// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/watch.h"

#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "indexer/build/index_lock.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class WatchTest : public testing::Test {
  protected:
    WatchTest() {
        for (int i = 0; i < 4; ++i) {
            write("p" + std::to_string(i) + ".md", "Text.");
        }
    }
    ~WatchTest() override { end(); }

    void write(const std::string& path, const std::string& text) const {
        dir_.write("site/" + path, "# Page " + path + "\n\n" + text + "\n");
    }
    [[nodiscard]] fs::path site() const { return dir_.path() / "site"; }
    [[nodiscard]] fs::path index() const { return dir_.path() / "index"; }

    void begin() {
        ReindexOptions options;
        options.index_dir = index();
        options.paths = {site()};
        watch_.emplace(
            options,
            [&](const WatchMessage& message) {
                const std::lock_guard guard(mutex_);
                log_ += message.text;
            },
            WatchTimes{50ms, 500ms, 50ms, 200ms});
        const Report first = reindex(
            options, [](std::size_t, std::size_t) {}, stop_);
        thread_ = std::thread([&, first] { watch_->run(first, stop_); });
    }
    void end() {
        stop_ = true;
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    /// Waits until the log holds `text`, clears and returns it.
    std::string wait_for(const std::string& text) {
        for (int i = 0; i < 500; ++i) {
            {
                const std::lock_guard guard(mutex_);
                if (log_.find(text) != std::string::npos) {
                    return std::exchange(log_, "");
                }
            }
            std::this_thread::sleep_for(20ms);
        }
        ADD_FAILURE() << "never told: " << text << "\nbut: " << log_;
        return "";
    }

    const TempDir dir_;
    std::atomic<bool> stop_{false};
    std::mutex mutex_;
    std::string log_;
    std::optional<Watch> watch_;
    std::thread thread_;
};

TEST_F(WatchTest, TellsEachBatchInOneLine) {
    begin();
    write("p1.md", "Other text.");
    fs::remove(site() / "p2.md");
    const std::string line = wait_for("documents");
    EXPECT_TRUE(line.starts_with("1 changed, 1 removed in ")) << line;
    EXPECT_TRUE(line.ends_with(" s; 3 documents\n")) << line;
    fs::create_directory(site() / "new");
    write("new/p5.md", "Text.");
    EXPECT_TRUE(wait_for("documents").starts_with("1 added in "));
}

TEST_F(WatchTest, TellsAProblemOnceAndAgainWhenItIsBack) {
    begin();
    dir_.write("site/p1.md", "---\ntitle: [broken\n---\n# A\n\nText.\n");
    EXPECT_NE(wait_for("p1.md:").find("1 problem:"), std::string::npos);
    write("p2.md", "Other text.");
    EXPECT_EQ(wait_for("documents").find("p1.md"), std::string::npos);
    write("p1.md", "Whole again.");
    (void)wait_for("documents");
    dir_.write("site/p1.md", "---\ntitle: [broken\n---\n# A\n\nText.\n");
    (void)wait_for("p1.md:");
}

TEST_F(WatchTest, WaitsForAnotherWriter) {
    begin();
    {
        const IndexLock lock(index());
        write("p1.md", "Other text.");
        (void)wait_for("another recovery-index");
    }
    (void)wait_for("1 changed");
}

TEST_F(WatchTest, WhatIsRefusedHoldsNothingUp) {
    begin();
    for (int i = 0; i < 3; ++i) {
        fs::rename(site() / ("p" + std::to_string(i) + ".md"),
                   dir_.path() / ("p" + std::to_string(i) + ".md"));
    }
    (void)wait_for("3 of 4 documents would go");
    write("p9.md", "New.");
    EXPECT_NE(wait_for("1 added").find("5 documents"), std::string::npos);
    fs::rename(dir_.path() / "p0.md", site() / "p0.md");
    EXPECT_NE(wait_for("2 removed").find("3 documents"), std::string::npos);
}

TEST_F(WatchTest, ARootThatWentAndCameKeepsTheIndex) {
    begin();
    fs::rename(site(), dir_.path() / "away");
    (void)wait_for("the index keeps its 4 documents");
    fs::rename(dir_.path() / "away", site());
    write("p9.md", "New.");
    EXPECT_NE(wait_for("1 added").find("5 documents"), std::string::npos);
}

}  // namespace
}  // namespace recovery
