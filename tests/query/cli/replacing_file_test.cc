// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/replacing_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t files_in(const fs::path& dir) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(dir), fs::directory_iterator()));
}

TEST(ReplacingFile, TakesItsPlaceAtTheEnd) {
    const TempDir dir;
    const fs::path path = dir.write("out", "old");
    ReplacingFile file(path);
    file.write("new ");
    file.write("text");
    EXPECT_EQ(content(path), "old");
    file.finish();
    EXPECT_EQ(content(path), "new text");
    EXPECT_EQ(files_in(dir.path()), 1U);
}

TEST(ReplacingFile, LeavesNothingWhenItIsNotFinished) {
    const TempDir dir;
    {
        ReplacingFile file(dir.path() / "out");
        file.write("half");
        EXPECT_EQ(files_in(dir.path()), 1U);
    }
    EXPECT_EQ(files_in(dir.path()), 0U);
}

TEST(ReplacingFile, KeepsALink) {
    const TempDir dir;
    const fs::path target = dir.write("target", "old");
    fs::create_symlink("target", dir.path() / "link");
    ReplacingFile file(dir.path() / "link");
    file.write("new");
    file.finish();
    EXPECT_TRUE(fs::is_symlink(dir.path() / "link"));
    EXPECT_EQ(content(target), "new");
}

TEST(ReplacingFile, NeverReplacesADevice) {
    ReplacingFile file("/dev/null");
    file.write("gone");
    file.finish();
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(ReplacingFile, NamesWhatCannotBeWritten) {
    const TempDir dir;
    for (const fs::path& path : {dir.path() / "none" / "out", dir.path()}) {
        try {
            const ReplacingFile file(path);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::io);
            EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos);
        }
    }
    ReplacingFile full("/dev/full");
    EXPECT_THROW(
        {
            full.write("x");
            full.finish();
        },
        Error);
}

}  // namespace
}  // namespace recovery
