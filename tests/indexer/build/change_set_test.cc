// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/change_set.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

using Paths = std::vector<std::string>;

TEST(ChangeSet, TellsWhatBecameOfEveryFile) {
    const FileHashes before{{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}};
    const FileHashes after{{"a", "1"}, {"b", "9"}, {"e", "3"}, {"f", "5"}};
    const ChangeSet changes = compare_files(before, after);
    EXPECT_EQ(changes.unchanged, Paths{"a"});
    EXPECT_EQ(changes.changed, Paths{"b"});
    ASSERT_EQ(changes.moved.size(), 1U);
    EXPECT_EQ(changes.moved[0].from, "c");
    EXPECT_EQ(changes.moved[0].to, "e");
    EXPECT_EQ(changes.removed, Paths{"d"});
    EXPECT_EQ(changes.added, Paths{"f"});
}

TEST(ChangeSet, OneFileCannotMoveTwice) {
    const ChangeSet changes = compare_files({{"a", "1"}}, {{"b", "1"}, {"c", "1"}});
    EXPECT_EQ(changes.moved.size(), 1U);
    EXPECT_EQ(changes.added, Paths{"c"});
    EXPECT_TRUE(changes.removed.empty());
}

TEST(ChangeSet, ContentHashesAreStable) {
    EXPECT_EQ(content_hash("ketamine"), content_hash("ketamine"));
    EXPECT_NE(content_hash("ketamine"), content_hash("ketamine "));
    EXPECT_EQ(content_hash("").size(), 16U);
}

}  // namespace
}  // namespace recovery
