// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/shared_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(SharedRuns, WordsAreThoseOfTheIndex) {
    EXPECT_THAT(words_of("Don’t wait: call 1-800-222-1222."),
                ElementsAre("dont", "wait", "call", "8002221222"));
}

TEST(SharedRuns, TheShareIsThatOfTheSmallerText) {
    const std::vector<Words> texts{words_of("a b c d e f"), words_of("x a b c d y")};
    EXPECT_THAT(overlaps(texts, 3, 0.5), IsEmpty());
    const std::vector<Overlap> found = overlaps(texts, 3, 0.49);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].first, 0U);
    EXPECT_EQ(found[0].second, 1U);
    EXPECT_DOUBLE_EQ(found[0].share, 0.5);
}

TEST(SharedRuns, ARunThatATextRepeatsCountsOnce) {
    const std::vector<Words> texts{words_of("a b a b a b"), words_of("a b c d")};
    ASSERT_THAT(overlaps(texts, 2, 0), SizeIs(1));
    EXPECT_DOUBLE_EQ(overlaps(texts, 2, 0)[0].share, 0.5);
}

TEST(SharedRuns, ShortTextsShareNothing) {
    EXPECT_THAT(overlaps({words_of("a b"), words_of("a b")}, 3, 0), IsEmpty());
    EXPECT_THAT(overlaps({{}, {}}, 1, 0), IsEmpty());
}

TEST(SharedRuns, RunsThatMeetAreNamedAsOne) {
    EXPECT_THAT(
        shared_runs(words_of("a b c d e x f g h"), words_of("f g h a b c d e"), 3),
        ElementsAre("a b c d e", "f g h"));
    EXPECT_THAT(shared_runs(words_of("a b c"), words_of("c b a"), 2), IsEmpty());
}

}  // namespace
}  // namespace recovery
