// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/utf8.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Utf8, RejectsOverlongSurrogateAndCutSequences) {
    EXPECT_TRUE(is_valid_utf8("plain, né, 中, 🙂"));
    EXPECT_TRUE(is_valid_utf8("\xEF\xBF\xBD"));
    for (const char* bad :
         {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE4\xB8", "\xFF"}) {
        EXPECT_FALSE(is_valid_utf8(bad));
    }
}

TEST(Utf8, RepairKeepsWhatIsValid) {
    EXPECT_EQ(repair_utf8("a\xFF"
                          "b"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(repair_utf8(std::string_view("a\0b", 3)),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(repair_utf8("né"), "né");
}

TEST(Utf8, TruncationNeverCutsACharacter) {
    EXPECT_EQ(truncate_utf8("né", 2), "n");
    EXPECT_EQ(truncate_utf8("né", 3), "né");
    EXPECT_EQ(truncate_utf8("🙂", 3), "");
}

TEST(Utf8, CollapseSpaceKnowsNoBreakSpace) {
    EXPECT_EQ(collapse_space("\xC2\xA0 a \t\r\n b\xC2\xA0"), "a b");
    EXPECT_EQ(collapse_space(" \n "), "");
}

TEST(Utf8, WordCharactersAreLettersAndDigitsOfAnyScript) {
    EXPECT_TRUE(is_word_character(U'é'));
    EXPECT_TRUE(is_word_character(U'中'));
    EXPECT_TRUE(is_word_character(U'7'));
    EXPECT_FALSE(is_word_character(U'-'));
    EXPECT_FALSE(is_word_character(U'🙂'));
}

}  // namespace
}  // namespace recovery
