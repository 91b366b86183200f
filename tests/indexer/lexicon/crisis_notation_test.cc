// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_pattern.h"
#include "indexer/lexicon/crisis_spelling.h"
#include "indexer/lexicon/word_forms.h"

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(WordForms, WritesOutEveryCombination) {
    EXPECT_THAT(expand_word_forms("overdos(e/ed)"), ElementsAre("overdose", "overdosed"));
    EXPECT_THAT(expand_word_forms("pill(/s)"), ElementsAre("pill", "pills"));
    EXPECT_THAT(expand_word_forms("(a/b) c(d/e)"),
                ElementsAre("a cd", "a ce", "b cd", "b ce"));
    EXPECT_THAT(expand_word_forms("open(ed"), ElementsAre("open(ed"));
}

std::uint16_t number_of(std::string_view element) {
    return static_cast<std::uint16_t>(element.size());
}

TEST(CrisisPattern, ReadsGapsAnchorsAndOptionalWords) {
    const auto patterns = parse_crisis_pattern("^ a .. bb? ~7 ccc $", number_of);
    ASSERT_EQ(patterns.size(), 2U);
    for (const CrisisPattern& pattern : patterns) {
        EXPECT_TRUE(pattern.ordered);
        EXPECT_TRUE(pattern.at_start);
        EXPECT_TRUE(pattern.at_end);
        EXPECT_EQ(pattern.elements.back().word_class, 3);
        EXPECT_EQ(pattern.elements.back().gap, 7);
    }
    EXPECT_NE(patterns[0].elements.size(), patterns[1].elements.size());
}

TEST(CrisisPattern, ReadsWordsInAnyOrder) {
    const auto patterns = parse_crisis_pattern("a & bb & ccc @12", number_of);
    ASSERT_EQ(patterns.size(), 1U);
    EXPECT_FALSE(patterns[0].ordered);
    EXPECT_EQ(patterns[0].window, 12);
    EXPECT_EQ(patterns[0].elements.size(), 3U);
}

TEST(CrisisPattern, SaysWhatIsWrong) {
    const auto why = [](std::string_view text) -> std::string {
        try {
            static_cast<void>(parse_crisis_pattern(text, number_of));
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage);
            return error.what();
        }
        return "";
    };
    EXPECT_THAT(why(""), HasSubstr("nothing in it is required"));
    EXPECT_THAT(why("a?"), HasSubstr("nothing in it is required"));
    EXPECT_THAT(why("a .."), HasSubstr("a gap stands between two words"));
    EXPECT_THAT(why(".. a"), HasSubstr("a gap stands between two words"));
    EXPECT_THAT(why("a & b c"), HasSubstr("between all"));
    EXPECT_THAT(why("a b @3"), HasSubstr("@ needs words joined by &"));
    EXPECT_THAT(why("a ~99 b"), HasSubstr("up to 60"));
    EXPECT_THAT(why("a ~x b"), HasSubstr("pattern \"a ~x b\""));
}

TEST(CrisisSpelling, UndoesDigitsRunsAndSigns) {
    EXPECT_EQ(plain_crisis_word("0d"), "od");
    EXPECT_EQ(plain_crisis_word("su1cide"), "suicide");
    EXPECT_EQ(plain_crisis_word("heeeelp"), "help");
    EXPECT_EQ(plain_crisis_word("sleep"), "sleep");
    EXPECT_EQ(plain_crisis_word("911"), "911");
    EXPECT_EQ(plain_crisis_word("2mg"), "2mg");
    std::string text = "k!ll my$elf, d*e @lone! 5$";
    undo_signs(text);
    EXPECT_EQ(text, "kill myself, de alone! 5$");
}

}  // namespace
}  // namespace recovery
