// SPDX-License-Identifier: GPL-2.0-or-later
//
// Disks that are full, or that cannot be written.
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "tests/faults/fault_test.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;

/// A small file system of its own over the index directory, where the system lets us.
class SmallDisk {
  public:
    SmallDisk(fs::path dir, const char* options) : dir_(std::move(dir)) {
        fs::create_directories(dir_);
        is_mounted_ =
            ::mount("tmpfs", dir_.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, options) == 0;
    }
    ~SmallDisk() {
        if (is_mounted_) {
            ::umount2(dir_.c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    SmallDisk(SmallDisk&&) = delete;
    SmallDisk& operator=(SmallDisk&&) = delete;

    [[nodiscard]] bool is_mounted() const { return is_mounted_; }
    [[nodiscard]] bool remount(unsigned long flags, const char* options) const {
        return ::mount("tmpfs", dir_.c_str(), "tmpfs", MS_REMOUNT | flags, options) == 0;
    }

  private:
    fs::path dir_;
    bool is_mounted_ = false;
};

/// No file may grow beyond a size, for the programs that the test starts.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        (void)std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    FileSizeLimit(FileSizeLimit&&) = delete;
    FileSizeLimit& operator=(FileSizeLimit&&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

class DiskTest : public FaultTest {
  protected:
    void grow_site(int pages) const {
        for (int i = 0; i < pages; ++i) {
            write("big" + std::to_string(i) + ".md", page("big" + std::to_string(i), 60));
        }
    }

    void expect_refusal_by_disk(const std::vector<std::string>& arguments) const {
        const auto before = dump_index(index());
        const CommandResult result = run_indexer(arguments);
        EXPECT_EQ(result.status, 2) << result.errors;
        EXPECT_NE(result.errors.find("cannot write"), std::string::npos) << result.errors;
        EXPECT_EQ(dump_index(index()), before);
        EXPECT_EQ(count_index_faults(index()), 0U);
        EXPECT_EQ(ask("topic7").status, 0);
    }

    void expect_next_run_succeeds() const {
        EXPECT_EQ(run_indexer().status, 0);
        expect_as_built_anew();
    }
};

TEST_F(DiskTest, AFullDiskLeavesTheLastState) {
    const SmallDisk disk(index(), "size=2m");
    if (!disk.is_mounted()) {
        GTEST_SKIP() << "no file system may be mounted here";
    }
    write_site(20);
    ASSERT_EQ(run_indexer().status, 0);
    grow_site(60);
    expect_refusal_by_disk({});
    expect_refusal_by_disk({"--rebuild"});
    ASSERT_TRUE(disk.remount(MS_NOSUID | MS_NODEV, "size=64m"));
    expect_next_run_succeeds();
}

TEST_F(DiskTest, AFileThatMayNotGrowLeavesTheLastState) {
    write_site(20);
    ASSERT_EQ(run_indexer().status, 0);
    grow_site(60);
    {
        const FileSizeLimit limit(200'000);
        expect_refusal_by_disk({});
        expect_refusal_by_disk({"--rebuild"});
    }
    expect_next_run_succeeds();
}

TEST_F(DiskTest, AReadOnlyIndexSaysSoAndAnswers) {
    const SmallDisk disk(index(), "size=8m");
    if (!disk.is_mounted() && ::geteuid() == 0) {
        GTEST_SKIP() << "the superuser can write everything";
    }
    write_site(20);
    ASSERT_EQ(run_indexer().status, 0);
    write("p1.md", page("changed"));
    if (disk.is_mounted()) {
        ASSERT_TRUE(disk.remount(MS_RDONLY | MS_NOSUID | MS_NODEV, "size=8m"));
    } else {
        fs::permissions(index(), fs::perms::owner_read | fs::perms::owner_exec);
        fs::permissions(index() / "lock", fs::perms::owner_read);
    }
    const CommandResult result = run_indexer();
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.errors.find("cannot open"), std::string::npos) << result.errors;
    EXPECT_EQ(ask("topic7").status, 0);
    if (!disk.is_mounted()) {
        fs::permissions(index(), fs::perms::owner_all);
    }
}

}  // namespace
}  // namespace recovery
