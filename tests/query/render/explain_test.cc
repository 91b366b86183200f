// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/render/explain_json.h"
#include "query/render/explain_text.h"

namespace recovery {
namespace {

Explanation sample() {
    Explanation explanation;
    explanation.words = {{"is", "is", false, 4, 0.1}, {"legs", "leg", true, 0, 1.5}};
    explanation.query = "Query(leg)";
    explanation.sections = 5;
    explanation.total = 2;
    explanation.hits = {{1,
                         "a/legs",
                         "Restless\x1B[31m legs",
                         "At night",
                         1.4,
                         7.25,
                         2,
                         {{"words found", "found words", 1.0, 1.0},
                          {"title words", "common words", 0.5, 0.8},
                          {"early", "early words", 0.0, 0.3}}},
                        {60, "b", "", "", 0.1, 1.0, 60, {}}};
    return explanation;
}

TEST(ExplainText, ReadsLikeAnExplanation) {
    EXPECT_EQ(
        explanation_text(sample(), "is legs", {}),
        "Question  is legs\n"
        "Found     2 documents\n"
        "Looked up Query(leg)\n"
        "\n"
        "Words of the question\n"
        "   is                       in 4 of 5 sections, weight 0.10; common: orders "
        "results, finds none\n"
        "   legs (leg)               in no section\n"
        "\n"
        "Results\n"
        "1. Restless\xEF\xBF\xBD[31m legs \xC2\xA7 At night\n"
        "   a/legs\n"
        "   score         1.40  (rank 2 of the first stage, BM25 7.25)\n"
        "   words found   1.00 = 1.00 x 1.0  "
        "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
        "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\n"
        "   title words   0.40 = 0.50 x 0.8  "
        "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\n"
        "\n"
        "60. b\n"
        "   b\n"
        "   score         0.10  (rank 60 of the first stage, BM25 1.00)\n"
        "   not ranked again: its score goes on below the last that was\n"
        "\n"
        "What counts\n"
        "   words found  found words\n"
        "   title words  common words\n"
        "   early        early words\n");
}

TEST(ExplainText, ComparesADocumentWithTheFirstResult) {
    Explanation explanation = sample();
    ExplainedDocument& document = explanation.document.emplace();
    document.id = "c";
    document.outcome = ExplainedDocument::Outcome::shown;
    document.places = {{"legs", false, true}};
    document.hit = explanation.hits[0];
    document.hit->rank = 2;
    document.hit->shares[1].value = 0.25;
    const std::string text = explanation_text(explanation, "q", {});
    EXPECT_NE(text.find("What became of c\n"
                        "   in title or heading: none\n"
                        "   in the text only: legs\n"
                        "   not in it: none\n"
                        "Result 2 of 2.\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("Beside result 1:\n   title words  -0.20\n"), std::string::npos)
        << text;
}

TEST(ExplainText, SaysWhyADocumentIsMissing) {
    using Outcome = ExplainedDocument::Outcome;
    const auto text = [](Outcome outcome) {
        Explanation explanation = sample();
        explanation.document.emplace();
        explanation.document->outcome = outcome;
        return explanation_text(explanation, "q", {});
    };
    EXPECT_NE(text(Outcome::unknown).find("No document of this id"), std::string::npos);
    EXPECT_NE(text(Outcome::no_word).find("keywords"), std::string::npos);
    EXPECT_NE(text(Outcome::lacks).find("lacks a phrase"), std::string::npos);
    EXPECT_NE(text(Outcome::excluded).find("leaves out"), std::string::npos);
    EXPECT_NE(text(Outcome::filtered).find("filters"), std::string::npos);
    EXPECT_NE(text(Outcome::too_far).find("fit better"), std::string::npos);
    EXPECT_NE(text(Outcome::no_question).find("no words"), std::string::npos);
}

TEST(ExplainJson, HoldsEverything) {
    Explanation explanation = sample();
    explanation.document = {
        "c", ExplainedDocument::Outcome::filtered, {{"leg", true}}, {}, {}};
    const auto json = nlohmann::json::parse(explanation_json(explanation, "is legs\xFF"));
    EXPECT_EQ(json["query"], "is legs\xEF\xBF\xBD");
    EXPECT_EQ(json["estimatedTotalHits"], 2);
    EXPECT_EQ(json["words"][1]["stem"], "leg");
    EXPECT_EQ(json["words"][1]["isTopic"], true);
    EXPECT_EQ(json["hits"][0]["firstStageRank"], 2);
    EXPECT_EQ(json["hits"][0]["shares"][1]["points"], 0.4);
    EXPECT_EQ(json["hits"][1]["shares"].size(), 0U);
    EXPECT_EQ(json["document"]["outcome"], "filtered");
    EXPECT_EQ(json["document"]["places"][0]["inTitle"], true);
    EXPECT_FALSE(json["document"].contains("hit"));
}

}  // namespace
}  // namespace recovery
