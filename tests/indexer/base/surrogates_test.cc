// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/surrogates.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Surrogates, ReplacesHalvesOfPairs) {
    EXPECT_EQ(without_half_surrogates(R"("x\ud800y")"), R"("x\uFFFDy")");
    EXPECT_EQ(without_half_surrogates(R"("\udc00\ud800")"), R"("\uFFFD\uFFFD")");
    EXPECT_EQ(without_half_surrogates(R"("\ud800\u0041")"), R"("\uFFFD\u0041")");
}

TEST(Surrogates, KeepsEverythingElse) {
    for (const char* json : {R"("\ud83d\ude42")",
                             R"("\\ud800")",
                             R"("\u00e9 \n \"")",
                             R"(\)",
                             R"(\u)",
                             R"(\ud8)",
                             ""}) {
        EXPECT_EQ(without_half_surrogates(json), json);
    }
}

}  // namespace
}  // namespace recovery
