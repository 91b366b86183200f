// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/measures.h"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/trec_files.h"

namespace recovery {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

TEST(Measures, NdcgDividesByTheBestOrderOfAllJudgedDocuments) {
    const Grades grades{{"a", 3}, {"b", 2}, {"c", 1}};
    const double ideal = 3 + 2 / std::log2(3) + 1 / std::log2(4);
    EXPECT_DOUBLE_EQ(ndcg({"a", "b", "c"}, grades, 10), 1);
    EXPECT_DOUBLE_EQ(ndcg({"b", "x", "a"}, grades, 10), (2 + 3 / std::log2(4)) / ideal);
    EXPECT_DOUBLE_EQ(ndcg({"b", "x", "a"}, grades, 2), 2 / (3 + 2 / std::log2(3)));
    EXPECT_DOUBLE_EQ(ndcg({}, grades, 10), 0);
}

TEST(Measures, NdcgTakesGradesOfZeroAndBelowAsNoGain) {
    const Grades grades{{"a", 1}, {"b", 0}, {"c", -2}};
    EXPECT_DOUBLE_EQ(ndcg({"c", "b", "a"}, grades, 10), 1 / std::log2(4));
    EXPECT_DOUBLE_EQ(ndcg({"c", "b"}, {{"b", 0}, {"c", -2}}, 10), 0);
}

TEST(Measures, AveragePrecisionCountsWhatWasNotFound) {
    const Grades grades{{"a", 1}, {"b", 1}, {"c", 1}, {"d", 0}};
    EXPECT_DOUBLE_EQ(average_precision({"a", "d", "b"}, grades, 1), (1 + 2.0 / 3) / 3);
    EXPECT_DOUBLE_EQ(average_precision({"d"}, grades, 1), 0);
}

TEST(Measures, ReciprocalRankIsZeroBelowTheCutoff) {
    const Grades grades{{"a", 1}};
    EXPECT_DOUBLE_EQ(reciprocal_rank({"x", "y", "a"}, grades, 1, 10), 1.0 / 3);
    EXPECT_DOUBLE_EQ(reciprocal_rank({"x", "y", "a"}, grades, 1, 2), 0);
    EXPECT_DOUBLE_EQ(reciprocal_rank({}, grades, 1, 10), 0);
}

TEST(Measures, PrecisionDividesByTheCutoffEvenWhenFewerWereFound) {
    const Grades grades{{"a", 1}, {"b", 1}};
    EXPECT_DOUBLE_EQ(precision({"a", "b"}, grades, 1, 5), 0.4);
    EXPECT_DOUBLE_EQ(precision({"x", "a", "b"}, grades, 1, 2), 0.5);
}

TEST(Measures, RecallDividesByAllRelevantDocuments) {
    const Grades grades{{"a", 1}, {"b", 1}, {"c", 2}, {"d", 0}};
    EXPECT_DOUBLE_EQ(recall({"a", "d", "c"}, grades, 1, 100), 2.0 / 3);
    EXPECT_DOUBLE_EQ(recall({"a", "d", "c"}, grades, 1, 1), 1.0 / 3);
}

TEST(Measures, SuccessAsksForOneRelevantDocument) {
    const Grades grades{{"a", 1}};
    EXPECT_DOUBLE_EQ(success({"x", "a"}, grades, 1, 1), 0);
    EXPECT_DOUBLE_EQ(success({"x", "a"}, grades, 1, 2), 1);
}

TEST(Measures, BinaryMeasuresTakeTheLeastRelevantGrade) {
    const Grades grades{{"a", 1}, {"b", 2}};
    EXPECT_TRUE(has_relevant(grades, 2));
    EXPECT_FALSE(has_relevant(grades, 3));
    EXPECT_DOUBLE_EQ(success({"a", "b"}, grades, 2, 1), 0);
    EXPECT_DOUBLE_EQ(average_precision({"a", "b"}, grades, 2), 0.5);
    EXPECT_DOUBLE_EQ(recall({"a"}, grades, 2, 100), 0);
}

TEST(Measures, UnjudgedDocumentsAreNotRelevantWhateverTheThreshold) {
    const Grades grades{{"a", -1}, {"b", 0}};
    EXPECT_DOUBLE_EQ(precision({"x", "b"}, grades, 0, 2), 0.5);
    EXPECT_DOUBLE_EQ(precision({"x", "b"}, grades, 1, 2), 0);
}

TEST(Measures, AQueryWithoutRelevantDocumentsIsZeroEverywhere) {
    const Grades grades{{"a", 0}};
    for (const Measure& measure : measures()) {
        EXPECT_EQ(measure.value({}, grades, 1), 0) << measure.name;
        EXPECT_EQ(measure.value({}, {}, 1), 0) << measure.name;
    }
    EXPECT_DOUBLE_EQ(recall({"a"}, grades, 1, all), 0);
}

TEST(Measures, CondensedKeepsJudgedDocumentsInTheirOrder) {
    const Grades grades{{"a", 1}, {"b", 0}, {"c", -1}};
    EXPECT_THAT(condensed({"x", "b", "y", "a", "c"}, grades), ElementsAre("b", "a", "c"));
    EXPECT_DOUBLE_EQ(judged({"x", "b", "y", "a", "c"}, grades, 10), 0.3);
    EXPECT_DOUBLE_EQ(judged({"x", "b", "y", "a", "c"}, grades, 2), 0.5);
}

// The sample's values of another implementation of trec_eval's measures, to 4 decimals.
// In it d4, judged 0, is first; x1 and d1 have equal scores.
struct Expected {
    std::string query;
    int least;
    bool condensed;
    std::vector<double> values;
};

class MeasuresOfSample : public ::testing::TestWithParam<Expected> {};

TEST_P(MeasuresOfSample, AgreeWithAnotherImplementation) {
    const std::string dir = RECOVERY_SOURCE_DIR "/tests/data/benchmarks/";
    const Qrels qrels = read_qrels(dir + "qrels.tsv");
    const EngineRun run = read_run(dir + "sample.run");
    const Grades& grades = qrels.at(GetParam().query);
    Ranking ranking;
    for (const ScoredDocument& document : run.at(GetParam().query)) {
        ranking.push_back(document.id);
    }
    if (GetParam().condensed) {
        ranking = condensed(ranking, grades);
    }
    ASSERT_EQ(measures().size(), GetParam().values.size());
    for (std::size_t m = 0; m < measures().size(); ++m) {
        EXPECT_NEAR(measures()[m].value(ranking, grades, GetParam().least),
                    GetParam().values[m],
                    0.00005)
            << measures()[m].name;
    }
}

// nDCG@10, MRR@10, MAP, P@5, R@100, S@1, J@10
INSTANTIATE_TEST_SUITE_P(
    Sample,
    MeasuresOfSample,
    ::testing::Values(
        Expected{"apple", 1, false, {0.6111, 0.5, 0.5, 0.4, 1, 0, 0.5}},
        Expected{"berry", 1, false, {0.5438, 0.3333, 0.4167, 0.4, 1, 0, 0.2}},
        Expected{"elder", 1, false, {0, 0, 0.1024, 0, 1, 0, 0}},
        Expected{"fig", 1, false, {1, 1, 1, 0.2, 1, 1, 0.1}},
        Expected{"berry", 2, false, {0.5438, 0.3333, 0.3333, 0.2, 1, 0, 0.2}},
        Expected{"apple", 1, true, {0.6612, 0.5, 0.5889, 0.6, 1, 0, 0.5}},
        Expected{"apple", 2, true, {0.6612, 0.5, 0.5833, 0.4, 1, 0, 0.5}}));

}  // namespace
}  // namespace recovery
