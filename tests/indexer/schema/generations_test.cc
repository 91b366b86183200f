// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/generations.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

TEST(Generations, AnEmptyOrMissingDirectoryHasNoIndex) {
    const TempDir dir;
    EXPECT_FALSE(live_generation(dir.path()).has_value());
    EXPECT_FALSE(live_generation(dir.path() / "none").has_value());
    EXPECT_TRUE(list_generations(dir.path() / "none").empty());
}

TEST(Generations, TheLiveFileNamesOne) {
    const TempDir dir;
    dir.write("live", "auto gen-7\n");
    EXPECT_EQ(live_generation(dir.path()), 7U);
    EXPECT_EQ(generation_dir(dir.path(), 7).filename(), "gen-7");
}

TEST(Generations, AnyOtherLiveFileIsCorrupt) {
    for (const char* content : {"",
                                "gen-7",
                                "auto ../../etc",
                                "auto gen-",
                                "auto gen-7x",
                                "auto gen--1",
                                "auto gen-99999999999999999999999",
                                "\xFF\xFF"}) {
        const TempDir dir;
        dir.write("live", content);
        EXPECT_THROW((void)live_generation(dir.path()), Error) << content;
    }
    const TempDir dir;
    std::filesystem::create_directory(dir.path() / "live");
    EXPECT_THROW((void)live_generation(dir.path()), Error);
}

TEST(Generations, AreListedInOrderWithoutUnfinishedOnes) {
    const TempDir dir;
    for (const char* name : {"gen-10", "gen-9", "gen-11.part", "gen-", "other"}) {
        std::filesystem::create_directory(dir.path() / name);
    }
    EXPECT_EQ(list_generations(dir.path()), (std::vector<std::uint64_t>{9, 10}));
}

}  // namespace
}  // namespace recovery
