// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/title_match.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "query/question/parse_question.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

// A database in which every word but "the" stands in one section of four.
class TitleMatchTest : public testing::Test {
  protected:
    void SetUp() override {
        database_ = Xapian::WritableDatabase((dir_.path() / "db").string());
        for (const char* words :
             {"the ketamin", "the detox", "the suboxon", "the long"}) {
            Xapian::Document document;
            const std::string text = words;
            document.add_term(text.substr(0, 3));
            document.add_term(text.substr(4));
            database_.add_document(document);
        }
        database_.commit();
        statistics_.begin(database_);
    }

    TitleMatch match(const std::string& question) {
        terms_ = question_terms(parse_question(question), stemmer_, statistics_);
        topic_.clear();
        for (const QuestionTerm& term : terms_) {
            if (term.is_topic) {
                topic_.push_back(term);
            }
        }
        return TitleMatch(terms_, topic_, stemmer_, statistics_);
    }

    double soft_cosine(const std::string& question, const std::string& title) {
        TitleMatch matched = match(question);
        matched.look_at({title, "", 0, 1});
        return matched.soft_cosine();
    }

    const TempDir dir_;
    Xapian::WritableDatabase database_;
    Stemmer stemmer_;
    WordStatistics statistics_;
    std::vector<QuestionTerm> terms_;
    std::vector<QuestionTerm> topic_;
};

TEST_F(TitleMatchTest, IsOneForTheSameWordsInAnyOrderAndForm) {
    EXPECT_NEAR(soft_cosine("ketamine detox", "ketamine detox"), 1, 1e-9);
    EXPECT_NEAR(soft_cosine("ketamine detox", "detox ketamine detox"), 1, 1e-9);
    EXPECT_NEAR(soft_cosine("detoxing", "detox"), 1, 1e-9);
    EXPECT_EQ(soft_cosine("ketamine", "detox"), 0);
    EXPECT_EQ(soft_cosine("ketamine", ""), 0);
}

TEST_F(TitleMatchTest, WeighsWordsByTheirIdf) {
    const double rare = std::log(1 + 3.5 / 1.5);
    const double everywhere = std::log(1 + 0.5 / 4.5);
    const double norm = std::sqrt(rare * rare + everywhere * everywhere);
    EXPECT_NEAR(soft_cosine("ketamine", "the ketamine"), rare / norm, 1e-9);
    EXPECT_NEAR(soft_cosine("ketamine", "ketamine detox"), 1 / std::sqrt(2), 1e-9);
}

TEST_F(TitleMatchTest, CountsWordsThatOnlyLookAlikeInPart) {
    const double typo = soft_cosine("suboxine", "suboxone");
    EXPECT_GT(typo, 0.4);
    EXPECT_LT(typo, 1);
    EXPECT_EQ(soft_cosine("methadone", "medicines"), 0) << "too different";
    EXPECT_EQ(soft_cosine("ketamine", "betamine"), 0) << "another first letter";
}

TEST_F(TitleMatchTest, TakesTheHeadingAsPartOfTheTitle) {
    TitleMatch matched = match("ketamine detox");
    matched.look_at({"ketamine", "detox", 0, 1});
    EXPECT_NEAR(matched.soft_cosine(), 1, 1e-9);
    EXPECT_NEAR(matched.trigram_dice(), 1, 1e-9);
    EXPECT_EQ(matched.closeness(WordPairs(topic_)), 1);
    EXPECT_EQ(matched.stems().size(), 2U);
    matched.look_at({"some other page altogether", "ketamine detox", 0, 1});
    EXPECT_NEAR(matched.trigram_dice(), 1, 1e-9) << "the heading alone is more like it";
}

TEST_F(TitleMatchTest, ForgetsTheTitleBefore) {
    TitleMatch matched = match("ketamine detox");
    matched.look_at({"ketamine detox", "", 0, 1});
    matched.look_at({"long", "", 0, 1});
    EXPECT_EQ(matched.soft_cosine(), 0);
    EXPECT_EQ(matched.closeness(WordPairs(topic_)), 0);
    EXPECT_EQ(matched.stems().size(), 1U);
}

TEST_F(TitleMatchTest, TheCosineOfTwoSetsKnowsOrderAndEmptiness) {
    const StemSet a{{1, 2.0}, {2, 1.0}};
    const StemSet b{{2, 1.0}, {3, 2.0}};
    EXPECT_NEAR(cosine(a, a), 1, 1e-9);
    EXPECT_NEAR(cosine(a, b), 1.0 / 5, 1e-9);
    EXPECT_EQ(cosine(a, {}), 0);
}

}  // namespace
}  // namespace recovery
