// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/analysis.h"

#include <string>

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Stemmer, BringsFormsOfAWordTogether) {
    Stemmer stemmer;
    for (const char* word : {"addiction", "addictive", "addicted", "addict"}) {
        EXPECT_EQ(stemmer.stem(word), "addict") << word;
    }
    EXPECT_EQ(stemmer.stem("withdrawal"), "withdraw");
}

TEST(Stemmer, LeavesCredentialsAndCodesAlone) {
    Stemmer stemmer;
    for (const char* word :
         {"cdca", "licdc", "lcdc", "iii", "prs", "lsw", "dsm", "988", "2.1"}) {
        EXPECT_EQ(stemmer.stem(word), word);
    }
}

// Excerpts rule words out by their first byte.
TEST(Stemmer, NeverChangesTheFirstByte) {
    Stemmer stemmer;
    for (const char* word : {"dying",
                             "lying",
                             "skies",
                             "news",
                             "early",
                             "only",
                             "generally",
                             "yelling",
                             "ethical",
                             "aging",
                             "owed",
                             "ions"}) {
        EXPECT_EQ(stemmer.stem(word).front(), word[0]) << word;
    }
}

TEST(StopWords, AreWhatQuestionsAreWrappedIn) {
    for (const char* word :
         {"is", "the", "what", "please", "tell", "me", "dont", "whos", "im"}) {
        EXPECT_TRUE(is_stop_word(word)) << word;
    }
    for (const char* word :
         {"ketamine", "pain", "ill", "well", "na", "aa", "sober", "using", ""}) {
        EXPECT_FALSE(is_stop_word(word)) << word;
    }
}

}  // namespace
}  // namespace recovery
