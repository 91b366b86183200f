// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/trigrams.h"

#include <string>

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Trigrams, CompareLetterByLetter) {
    Trigrams detox("detox");
    EXPECT_DOUBLE_EQ(detox.dice("detox"), 1);
    // "  d", " de", "det", "eto", "tox", "ox " and the same but "  d" for "  t", ...
    EXPECT_DOUBLE_EQ(detox.dice("tox"), 2.0 * 2 / (6 + 4));
    EXPECT_DOUBLE_EQ(detox.dice("sleep"), 0);
    EXPECT_DOUBLE_EQ(detox.dice(""), 0);
    EXPECT_DOUBLE_EQ(Trigrams("").dice("detox"), 0);
}

TEST(Trigrams, JoinTwoPartsByABlank) {
    Trigrams text("detox timeline");
    EXPECT_DOUBLE_EQ(text.dice("detox", "timeline"), 1);
    EXPECT_DOUBLE_EQ(text.dice("", "detox timeline"), 1);
    EXPECT_DOUBLE_EQ(text.dice("detox timeline", ""), 1);
    EXPECT_LT(text.dice("detoxtimeline"), 1);
}

TEST(Trigrams, CountRepeatedOnesOnceAndForgetTheTextBefore) {
    Trigrams text("aaaaaaaa");
    EXPECT_DOUBLE_EQ(text.dice("aaaa"), 1);
    EXPECT_DOUBLE_EQ(text.dice("bbbb"), 0);
    EXPECT_DOUBLE_EQ(text.dice("aaaa"), 1);
}

TEST(Trigrams, TakeTextsOfAnyLengthAndBytes) {
    std::string noise;
    for (int i = 0; i < 100'000; ++i) {
        noise += static_cast<char>(i * 31 % 251);
    }
    Trigrams text(noise);
    EXPECT_DOUBLE_EQ(text.dice(noise), 1);
    EXPECT_GE(text.dice("detox", noise), 0);
}

TEST(Trigrams, CompareWords) {
    EXPECT_DOUBLE_EQ(word_dice("suboxone", "suboxone"), 1);
    EXPECT_GT(word_dice("suboxon", "suboxone"), 0.8);
    EXPECT_GT(word_dice("addiktion", "addiction"), 0.5);
    EXPECT_LT(word_dice("methadone", "meditation"), 0.5);
    EXPECT_DOUBLE_EQ(word_dice("", "suboxone"), 0);
    EXPECT_DOUBLE_EQ(word_dice(std::string(1000, 'x'), "x"), word_dice("xxx", "x"));
}

}  // namespace
}  // namespace recovery
