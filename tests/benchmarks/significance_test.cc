// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/significance.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(RandomisationTest, IsOneWhenNothingDiffers) {
    EXPECT_EQ(randomisation_p({}), 1);
    EXPECT_EQ(randomisation_p({0, 0, 0}), 1);
}

// With n equal differences only the two assignments of all one sign are as extreme:
// p = 2 / 2^n.
TEST(RandomisationTest, ComesNearTheExactValueOfSmallCases) {
    EXPECT_NEAR(randomisation_p({1, 1, 1, 1, 1}), 2.0 / 32, 0.006);
    EXPECT_NEAR(randomisation_p({-1, -1, 0, -1, -1}), 2.0 / 16, 0.008);
    EXPECT_NEAR(randomisation_p({0.3}), 1, 1e-9);
    // 0.1 + 0.2 - 0.3 is not quite 0: every assignment is as extreme as that.
    EXPECT_NEAR(randomisation_p({0.1, 0.2, -0.3}), 1, 1e-9);
}

TEST(RandomisationTest, IsNeverZero) {
    const std::vector<double> clear(200, 0.5);
    EXPECT_DOUBLE_EQ(randomisation_p(clear), 1.0 / (randomisation_rounds + 1));
}

TEST(RandomisationTest, GivesTheSameValueEveryTime) {
    const std::vector<double> differences{0.1, -0.2, 0.4, 0.3, -0.05, 0.2};
    EXPECT_EQ(randomisation_p(differences), randomisation_p(differences));
}

}  // namespace
}  // namespace recovery
