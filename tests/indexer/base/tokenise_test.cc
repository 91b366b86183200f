// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/tokenise.h"

#include <string>

#include <gtest/gtest.h>

namespace recovery {
namespace {

// Words joined by blanks; a hyphenated word keeps its hyphen.
std::string printed(const std::string& text) {
    std::string out;
    for (const Token& t : tokenise(text)) {
        if (!out.empty()) {
            out += t.hyphenated ? "-" : " ";
        }
        out += t.in(text);
    }
    return out;
}

TEST(Tokenise, PartsTextIntoWords) {
    EXPECT_EQ(printed("is ketamine physically addictive?"),
              "is ketamine physically addictive");
    EXPECT_EQ(printed("out-of-body, a - b"), "out-of-body a b");
    EXPECT_EQ(printed("at&t r & r &x x&"), "at&t r r x x");
    EXPECT_EQ(printed("level 2.1. 3.x a.b"), "level 2.1 3 x a b");
    EXPECT_EQ(printed("snake_case c++"), "snake case c");
    EXPECT_EQ(printed("español 中文 שלום"), "español 中文 שלום");
    EXPECT_EQ(printed("🙂 … ()"), "");
    EXPECT_EQ(printed(""), "");
}

TEST(Tokenise, LeavesOutWhatIsTooLongToBeAWord) {
    EXPECT_EQ(printed("a " + std::string(64, 'x') + " b"),
              "a " + std::string(64, 'x') + " b");
    EXPECT_EQ(printed("a " + std::string(65, 'x') + " b"), "a b");
}

}  // namespace
}  // namespace recovery
