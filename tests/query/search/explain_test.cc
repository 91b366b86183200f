// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/explain.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "query/question/parse_question.h"
#include "query/search/searcher.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using Outcome = ExplainedDocument::Outcome;

class ExplainTest : public testing::Test {
  protected:
    void SetUp() override {
        publish_index(dir_.path(),
                      {sample_article("detox",
                                      "Detox",
                                      {{"", "What detox is."},
                                       {"Medicine", "Medicine eases detox."},
                                       {"Food", "Soup in detox."}}),
                       sample_faq("long", "How long is detox?", "Some days of medicine."),
                       sample_faq("cost", "What does it cost?", "Detox costs little.")});
    }

    Explanation explain(const std::string& question, ExplainOptions options = {}) {
        Searcher searcher(dir_.path());
        return searcher.explain(parse_question(question), options);
    }

    Outcome outcome(const std::string& question,
                    const std::string& id,
                    ExplainOptions options = {}) {
        options.document_id = id;
        return explain(question, options).document->outcome;
    }

    const TempDir dir_;
};

TEST_F(ExplainTest, TheSharesAddUpToTheScoreThatASearchGives) {
    const Explanation explanation = explain("detox medicine");
    Searcher searcher(dir_.path());
    const Results results = searcher.search(parse_question("detox medicine"), {});
    ASSERT_EQ(explanation.hits.size(), results.hits.size());
    ASSERT_FALSE(results.hits.empty());
    for (std::size_t i = 0; i < results.hits.size(); ++i) {
        const ExplainedHit& hit = explanation.hits[i];
        EXPECT_EQ(hit.id, results.hits[i].id);
        EXPECT_EQ(hit.section, results.hits[i].section);
        EXPECT_EQ(hit.rank, i + 1);
        EXPECT_DOUBLE_EQ(hit.score, results.hits[i].score);
        double sum = 0;
        for (const FeatureShare& share : hit.shares) {
            EXPECT_GE(share.value, 0) << share.name;
            EXPECT_LE(share.value, 1 + 1e-9) << share.name;
            sum += share.points();
        }
        EXPECT_NEAR(sum, hit.score, 1e-9);
    }
    EXPECT_EQ(explanation.total, results.total);
}

TEST_F(ExplainTest, TellsHowCommonWordsAreAndWhichAreOfTheTopic) {
    const Explanation explanation = explain("what is detox xyzzy");
    ASSERT_EQ(explanation.words.size(), 4U);
    EXPECT_FALSE(explanation.words[0].is_topic);
    EXPECT_TRUE(explanation.words[2].is_topic);
    EXPECT_EQ(explanation.words[2].stem, "detox");
    EXPECT_EQ(explanation.words[2].sections, 5U);
    EXPECT_EQ(explanation.words[3].sections, 0U);
    EXPECT_GT(explanation.words[3].idf, explanation.words[2].idf);
    EXPECT_EQ(explanation.sections, 5U);
    EXPECT_NE(explanation.query.find("0.3 * "), std::string::npos) << explanation.query;
}

TEST_F(ExplainTest, TellsWhatBecameOfADocument) {
    EXPECT_EQ(outcome("detox", "faqs/x#cost"), Outcome::shown);
    EXPECT_EQ(outcome("soup", "faqs/x#cost"), Outcome::no_word);
    EXPECT_EQ(outcome("detox title:long", "faqs/x#cost"), Outcome::lacks);
    EXPECT_EQ(outcome("detox \"some days\"", "faqs/x#cost"), Outcome::lacks);
    EXPECT_EQ(outcome("detox -little", "faqs/x#cost"), Outcome::excluded);
    EXPECT_EQ(outcome("", "faqs/x#cost"), Outcome::no_question);
    ExplainOptions articles;
    articles.filters.kinds = {Kind::article};
    EXPECT_EQ(outcome("detox", "faqs/x#cost", articles), Outcome::filtered);
}

TEST_F(ExplainTest, ADocumentBehindTheShownPageHasItsRank) {
    ExplainOptions options;
    options.limit = 1;
    options.document_id = "faqs/x#cost";
    const Explanation explanation = explain("detox", options);
    ASSERT_EQ(explanation.hits.size(), 1U);
    ASSERT_TRUE(explanation.document->hit.has_value());
    EXPECT_GT(explanation.document->hit->rank, 1U);
    EXPECT_EQ(explanation.document->places.size(), 1U);
    EXPECT_TRUE(explanation.document->places[0].in_text);
    EXPECT_FALSE(explanation.document->places[0].in_title);
}

TEST_F(ExplainTest, OffersIdsThatHoldAnUnknownOne) {
    ExplainOptions options;
    options.document_id = "faqs/x";
    const Explanation explanation = explain("detox", options);
    EXPECT_EQ(explanation.document->outcome, Outcome::unknown);
    EXPECT_EQ(explanation.document->similar,
              (std::vector<std::string>{"faqs/x#cost", "faqs/x#long"}));
    options.document_id = "no such page";
    EXPECT_TRUE(explain("detox", options).document->similar.empty());
}

}  // namespace
}  // namespace recovery
