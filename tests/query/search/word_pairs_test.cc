// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/word_pairs.h"

#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

using Places = std::vector<Xapian::termpos>;

double closeness(const std::vector<Places>& places, const std::vector<double>& idf) {
    std::vector<QuestionTerm> topic;
    for (std::size_t i = 0; i < idf.size(); ++i) {
        topic.push_back({"", "", {static_cast<std::uint32_t>(i), idf[i]}, true});
    }
    const std::vector<Positions> views(places.begin(), places.end());
    return WordPairs(topic).closeness(views);
}

TEST(WordPairs, CountLessTheFartherApart) {
    EXPECT_DOUBLE_EQ(closeness({{5}, {6}}, {1, 1}), 1.0);
    EXPECT_DOUBLE_EQ(closeness({{5}, {7}}, {1, 1}), 0.6);
    EXPECT_DOUBLE_EQ(closeness({{5}, {13}}, {1, 1}), 0.6);
    EXPECT_DOUBLE_EQ(closeness({{5}, {14}}, {1, 1}), 0.25);
    EXPECT_DOUBLE_EQ(closeness({{5}, {25}}, {1, 1}), 0.25);
    EXPECT_DOUBLE_EQ(closeness({{5}, {26}}, {1, 1}), 0.0);
}

TEST(WordPairs, CountTheReverseOrderOneWordFarther) {
    EXPECT_DOUBLE_EQ(closeness({{6}, {5}}, {1, 1}), 0.6);
    EXPECT_DOUBLE_EQ(closeness({{13}, {5}}, {1, 1}), 0.25);
}

TEST(WordPairs, TakeTheNearestPlacesOfMany) {
    EXPECT_DOUBLE_EQ(closeness({{1, 40, 90}, {20, 41, 200}}, {1, 1}), 1.0);
    EXPECT_DOUBLE_EQ(closeness({{1, 100}, {50, 103}}, {1, 1}), 0.6);
}

TEST(WordPairs, WeighPairsByWhatTheirWordsTell) {
    // The pair of the first two weighs 3, that of the last two 5.
    EXPECT_DOUBLE_EQ(closeness({{1}, {2}, {}}, {1, 2, 3}), 3.0 / 8);
    EXPECT_DOUBLE_EQ(closeness({{}, {2}, {3}}, {1, 2, 3}), 5.0 / 8);
    EXPECT_DOUBLE_EQ(closeness({{1}, {}, {2}}, {1, 2, 3}), 0);
}

TEST(WordPairs, OfFewerThanTwoWordsThereIsNone) {
    EXPECT_DOUBLE_EQ(closeness({{1}}, {1}), 0);
    EXPECT_DOUBLE_EQ(closeness({}, {}), 0);
    EXPECT_DOUBLE_EQ(closeness({{1}, {2}}, {0, 0}), 0);
}

}  // namespace
}  // namespace recovery
