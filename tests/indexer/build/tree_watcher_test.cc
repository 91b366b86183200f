// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/tree_watcher.h"

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// Quick, so that the tests are.
constexpr WatchTimes quick{100ms, 1000ms, 50ms, 200ms};

class TreeWatcherTest : public testing::Test {
  protected:
    // Before the watcher, which is a member, begins.
    [[nodiscard]] std::vector<fs::path> make_site() const {
        write("a.md");
        write("sub/b.md");
        return {site()};
    }

    void write(const std::string& path) const {
        dir_.write("site/" + path, "# T\n\nx\n");
    }
    [[nodiscard]] fs::path site() const { return dir_.path() / "site"; }

    ChangeBatch next(TreeWatcher& watcher, std::chrono::milliseconds at_most = 3s) const {
        return watcher.next(stop_, at_most).value();
    }

    [[nodiscard]] std::vector<std::string> names(const ChangeBatch& batch) const {
        std::vector<std::string> relative;
        for (const fs::path& path : batch.paths) {
            relative.push_back(path.lexically_relative(site()).string());
        }
        return relative;
    }

    const TempDir dir_;
    std::atomic<bool> stop_{false};
    TreeWatcher watcher_{make_site(), dir_.path() / "index", quick};
};

TEST_F(TreeWatcherTest, MakesOneBatchOfWhatComesTogether) {
    write("a.md");
    write("new.md");
    fs::remove(site() / "sub/b.md");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("a.md", "new.md", "sub/b.md"));
    EXPECT_TRUE(next(watcher_, 150ms).empty());
}

TEST_F(TreeWatcherTest, ABatchEndsThoughEventsGoOn) {
    std::atomic<bool> done{false};
    std::thread writer([&] {
        while (!done) {
            write("a.md");
            std::this_thread::sleep_for(10ms);
        }
    });
    EXPECT_THAT(names(next(watcher_, 20s)), ElementsAre("a.md"));
    done = true;
    writer.join();
}

TEST_F(TreeWatcherTest, SeesRenameAndReplace) {
    write(".a.md.swp");
    fs::rename(site() / ".a.md.swp", site() / "a.md");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("a.md"));
}

TEST_F(TreeWatcherTest, WatchesFoldersThatCome) {
    write("x/y/c.md");
    (void)next(watcher_);
    write("x/y/d.md");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("x/y/d.md"));
}

TEST_F(TreeWatcherTest, FollowsAFolderThatMoves) {
    fs::rename(site() / "sub", site() / "other");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("other", "sub"));
    write("other/b.md");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("other/b.md"));
    fs::rename(site() / "other", dir_.path() / "outside");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("other"));
    dir_.write("outside/b.md", "x");
    EXPECT_TRUE(next(watcher_, 200ms).empty());
}

TEST_F(TreeWatcherTest, LeavesOutWhatIsNotIndexed) {
    for (const char* path : {".git/x.md", ".hidden.md", "README.md", "photo.jpg"}) {
        write(path);
    }
    dir_.write("index/lock", "1");
    EXPECT_TRUE(next(watcher_, 300ms).empty());
    write("lexicon/crisis.yaml");
    EXPECT_FALSE(next(watcher_).empty());
}

TEST_F(TreeWatcherTest, ItsOwnIndexInsideIsNoChange) {
    TreeWatcher around({dir_.path()}, dir_.path() / "index", quick);
    dir_.write("index/page.md", "x");
    EXPECT_TRUE(next(around, 300ms).empty());
}

TEST_F(TreeWatcherTest, AFileIsCompleteWhenItIsClosed) {
    std::ofstream file(site() / "slow.md");
    file << "half" << std::flush;
    EXPECT_TRUE(next(watcher_, 300ms).empty());
    file.close();
    EXPECT_THAT(names(next(watcher_)), ElementsAre("slow.md"));
}

TEST_F(TreeWatcherTest, ARootThatComesBackIsARescan) {
    fs::rename(site(), dir_.path() / "away");
    EXPECT_TRUE(next(watcher_).is_rescan);
    fs::rename(dir_.path() / "away", site());
    EXPECT_TRUE(next(watcher_).is_rescan);
    write("a.md");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("a.md"));
}

TEST_F(TreeWatcherTest, ALinkThatIsTurnedIsARescan) {
    fs::create_directory(dir_.path() / "release2");
    fs::create_directory_symlink(site(), dir_.path() / "current");
    TreeWatcher turned({dir_.path() / "current"}, dir_.path() / "index", quick);
    fs::create_directory_symlink("release2", dir_.path() / "fresh");
    fs::rename(dir_.path() / "fresh", dir_.path() / "current");
    EXPECT_TRUE(next(turned).is_rescan);
    dir_.write("release2/c.md", "x");
    EXPECT_THAT(next(turned).paths, ElementsAre(dir_.path() / "current/c.md"));
}

TEST_F(TreeWatcherTest, LinksToFoldersAreFollowedAndRescanned) {
    dir_.write("shared/c.md", "x");
    fs::create_directory_symlink(dir_.path() / "shared", site() / "link");
    EXPECT_TRUE(next(watcher_).is_rescan);
    dir_.write("shared/c.md", "y");
    EXPECT_TRUE(next(watcher_).is_rescan);
}

TEST_F(TreeWatcherTest, AQueueThatRanOverIsARescan) {
    for (int i = 0; i < 12'000; ++i) {
        fs::rename(site() / "a.md", site() / "z.md");
        fs::rename(site() / "z.md", site() / "a.md");
    }
    EXPECT_TRUE(next(watcher_).is_rescan);
    write("sub/b.md");
    EXPECT_THAT(names(next(watcher_)), ElementsAre("sub/b.md"));
}

TEST_F(TreeWatcherTest, OfAFileOnlyTheFileIsWatched) {
    TreeWatcher one({site() / "a.md"}, dir_.path() / "index", quick);
    write("c.md");
    EXPECT_TRUE(next(one, 200ms).empty());
    write("a.md");
    EXPECT_THAT(names(next(one)), ElementsAre("a.md"));
}

// A user namespace has limits of its own.
int exit_of_limited_watcher(const fs::path& site, const fs::path& index) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::ofstream limit;
        if (::unshare(CLONE_NEWUSER) == 0) {
            limit.open("/proc/sys/user/max_inotify_watches");
            limit << "1" << std::flush;
        }
        if (!limit) {
            ::_exit(77);
        }
        TreeWatcher watcher({site}, index, quick);
        const std::atomic<bool> stop{false};
        const ChangeBatch first = watcher.next(stop, 3s).value();
        const ChangeBatch second = watcher.next(stop, 3s).value();
        const bool is_told =
            first.note.find("fs.inotify.max_user_watches") != std::string::npos &&
            second.note.empty();
        ::_exit(first.is_rescan && second.is_rescan && is_told ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

TEST_F(TreeWatcherTest, LooksAtAllWhenThereAreNoMoreWatches) {
    const int status = exit_of_limited_watcher(site(), dir_.path() / "index");
    if (status == 77) {
        GTEST_SKIP() << "no limit can be set here";
    }
    EXPECT_EQ(status, 0);
}

TEST_F(TreeWatcherTest, StopsWhenAsked) {
    std::thread later([&] {
        std::this_thread::sleep_for(100ms);
        stop_ = true;
    });
    EXPECT_EQ(watcher_.next(stop_, 1h), std::nullopt);
    later.join();
}

}  // namespace
}  // namespace recovery
