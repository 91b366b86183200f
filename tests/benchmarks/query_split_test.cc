// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/query_split.h"

#include <gtest/gtest.h>

#include "indexer/base/error.h"

namespace recovery {
namespace {

TEST(QuerySplit, DealsByTheLastDigitOfTheKeysMd5) {
    const QuerySplit split;
    EXPECT_EQ(split.half_of("a"), Half::test);                           // ...2661
    EXPECT_EQ(split.half_of("abc"), Half::dev);                          // ...7f72
    EXPECT_EQ(split.half_of(""), Half::dev);                             // ...427e
    EXPECT_EQ(split.half_of("abcdefghijklmnopqrstuvwxyz"), Half::test);  // ...e13b
}

TEST(QuerySplit, KeepsQueriesOfOneKeyTogether) {
    const QuerySplit by_thread("^([a-z]+)[0-9]");
    EXPECT_EQ(by_thread.half_of("abc1"), Half::dev);
    EXPECT_EQ(by_thread.half_of("abc2"), Half::dev);
    EXPECT_EQ(by_thread.half_of("a17"), Half::test);
}

TEST(QuerySplit, TakesTheWholeMatchWithoutGroupsAndTheIdWithoutMatch) {
    EXPECT_EQ(QuerySplit("[a-z]+").half_of("17-abc"), Half::dev);
    EXPECT_EQ(QuerySplit("^[0-9]+").half_of("a"), Half::test);
}

TEST(QuerySplit, RejectsABrokenPattern) {
    EXPECT_THROW(QuerySplit("(T"), Error);
}

}  // namespace
}  // namespace recovery
