// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/comparison.h"

#include <cmath>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "benchmarks/comparison_output.h"

namespace recovery {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::Pointwise;
using ::testing::SizeIs;

const std::string data = RECOVERY_SOURCE_DIR "/tests/data/benchmarks/";

std::vector<HalfComparison> compare_samples(const MeasuringOptions& options) {
    return compare_runs(read_qrels(data + "qrels.tsv"),
                        read_run(data + "sample.run"),
                        read_run(data + "other.run"),
                        options);
}

auto near(const std::vector<double>& values) {
    return Pointwise(DoubleNear(0.00005), values);
}

// The figures are another implementation's, to 4 decimals. "cherry" is missing from the
// sample run, "date" has no relevant document.
TEST(Comparison, MeasuresBothRunsOnEachHalf) {
    const auto halves = compare_samples({});
    ASSERT_THAT(halves, SizeIs(2));
    const HalfComparison& dev = halves[0];
    EXPECT_EQ(dev.half, Half::dev);
    EXPECT_EQ(dev.queries, 3U);
    EXPECT_EQ(dev.baseline.without_result, 1U);
    EXPECT_EQ(dev.engine.without_result, 0U);
    EXPECT_THAT(dev.baseline.values,
                near({.3333, .3333, .3675, .0667, .6667, .3333, .0333}));
    EXPECT_THAT(dev.engine.values, near({.5169, .5, .4444, .2, .6667, .3333, .1}));
    const HalfComparison& test = halves[1];
    EXPECT_EQ(test.queries, 2U);
    EXPECT_THAT(test.baseline.values, near({.5775, .4167, .4583, .4, 1, 0, .35}));
    EXPECT_THAT(test.engine.values, near({.8801, 1, .75, .4, .75, 1, .2}));
    // Two queries, both better: half of the assignments are as extreme.
    EXPECT_NEAR(test.p[0], 0.5, 0.02);
    EXPECT_EQ(test.p[3], 1);
}

TEST(Comparison, DropsUnjudgedDocumentsWhenAsked) {
    MeasuringOptions options;
    options.condensed = true;
    const auto halves = compare_samples(options);
    ASSERT_THAT(halves, SizeIs(2));
    EXPECT_THAT(halves[0].baseline.values,
                near({.6667, .6667, .6667, .2, .6667, .6667, .1}));
    EXPECT_THAT(halves[1].baseline.values, near({.8306, .75, .7944, .5, 1, .5, .35}));
    EXPECT_THAT(halves[1].engine.values, near({.8801, 1, .75, .4, .75, 1, .2}));
}

TEST(Comparison, CountsOnlyQueriesWithARelevantDocument) {
    MeasuringOptions options;
    options.least_relevant = 2;
    const auto halves = compare_samples(options);
    ASSERT_THAT(halves, SizeIs(2));
    EXPECT_EQ(halves[0].queries, 1U);  // fig
    EXPECT_EQ(halves[1].queries, 2U);  // apple, berry
    options.least_relevant = 9;
    EXPECT_THAT(compare_samples(options), SizeIs(0));
}

TEST(Comparison, MeanCountsEveryCollectionTheSame) {
    CollectionComparison one{"one", "naive", 10, compare_samples({})};
    CollectionComparison two{"two", "naive", 5, {one.halves[0]}};
    two.halves[0].queries = 100;
    two.halves[0].engine.values.assign(7, 1);
    const CollectionComparison mean = mean_of({one, two});
    EXPECT_EQ(mean.documents, 15U);
    ASSERT_THAT(mean.halves, SizeIs(2));
    EXPECT_EQ(mean.halves[0].queries, 103U);
    EXPECT_NEAR(mean.halves[0].engine.values[0], (0.5169 + 1) / 2, 0.00005);
    EXPECT_EQ(mean.halves[0].baseline.without_result, 2U);
    EXPECT_THAT(mean.halves[1].engine.values, near(one.halves[1].engine.values));
}

TEST(Comparison, PercentagesOfNothingAreUndefined) {
    EXPECT_DOUBLE_EQ(percent_more(0.6, 0.5), 20);
    EXPECT_DOUBLE_EQ(percent_more(0.25, 0.5), -50);
    EXPECT_TRUE(std::isnan(percent_more(0.5, 0)));
}

TEST(Comparison, PrintsATable) {
    const CollectionComparison one{"sample", "naive", 10, compare_samples({})};
    const std::string text = comparison_text({one});
    EXPECT_THAT(text, HasSubstr("sample: 10 documents\n"));
    EXPECT_THAT(text,
                HasSubstr("dev   naive              3    0.3333    0.3333    0.3675    "
                          "0.0667    0.6667    0.3333    0.0333      1\n"));
    EXPECT_THAT(text, HasSubstr("      difference             +52.4 %  +140.0 %"));
    EXPECT_THAT(text, HasSubstr("+0.0 %   -25.0 %         -   -42.9 %\n"));
    EXPECT_EQ(text.find("mean"), std::string::npos);
    EXPECT_THAT(comparison_text({one, one}), HasSubstr("mean: 20 documents\n"));
    EXPECT_EQ(comparison_text({}), "");
}

TEST(Comparison, NeverPrintsAPValueOfZero) {
    CollectionComparison one{"sample", "naive", 10, compare_samples({})};
    one.halves[0].p.assign(7, 0.00005);
    EXPECT_THAT(comparison_text({one}), HasSubstr("  <0.0001\n"));
}

TEST(Comparison, PrintsJson) {
    const CollectionComparison one{"sample", "naive", 10, compare_samples({})};
    const auto json = nlohmann::json::parse(comparison_json({one, one}));
    const auto& test = json["collections"][0]["halves"]["test"];
    EXPECT_EQ(test["queries"], 2);
    EXPECT_EQ(test["baseline"]["name"], "naive");
    EXPECT_NEAR(test["engine"]["nDCG@10"].get<double>(), 0.8801, 0.00005);
    EXPECT_EQ(test["engine"]["without_result"], 0);
    EXPECT_TRUE(test["difference_percent"]["S@1"].is_null());
    EXPECT_NEAR(test["p"]["MAP"].get<double>(), 0.5, 0.02);
    EXPECT_FALSE(json["mean"]["halves"]["test"].contains("p"));
    EXPECT_FALSE(nlohmann::json::parse(comparison_json({one})).contains("mean"));
}

}  // namespace
}  // namespace recovery
