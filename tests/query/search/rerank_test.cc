// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rerank.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "query/question/parse_question.h"
#include "query/search/searcher.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using Ids = std::vector<std::string>;

std::vector<Hit> ask(const std::vector<Document>& documents,
                     const std::string& question,
                     std::size_t limit = 10) {
    const TempDir dir;
    publish_index(dir.path(), documents);
    Searcher searcher(dir.path());
    SearchOptions options;
    options.limit = limit;
    return searcher.search(parse_question(question), options).hits;
}

Ids ids(const std::vector<Hit>& hits) {
    Ids all;
    for (const Hit& hit : hits) {
        all.push_back(hit.id.substr(hit.id.find('#') + 1));
    }
    return all;
}

const std::string filler =
    "Many people ask about this and the answer is not the same for everybody, because "
    "bodies and lives differ, as do the reasons why somebody wants to know.";

TEST(Rerank, PrefersTheTitleThatAsksTheSame) {
    const auto hits =
        ask({sample_faq("other", "Is alcohol harmful?", "Ketamine ketamine ketamine."),
             sample_faq("same", "Is ketamine harmful?", filler)},
            "is ketamine harmful");
    EXPECT_EQ(ids(hits).front(), "same");
}

TEST(Rerank, PrefersNeighboursInTheTextOverTheSameWordsApart) {
    const auto hits = ask(
        {sample_faq("apart", "One", "Sleep. " + filler + " " + filler + " Paralysis."),
         sample_faq("close", "Two", "Sleep paralysis. " + filler + " " + filler)},
        "sleep paralysis");
    EXPECT_EQ(ids(hits), (Ids{"close", "apart"}));
}

TEST(Rerank, PrefersTheTextThatComesToTheTopicEarly) {
    const auto hits = ask({sample_faq("a-late", "One", filler + " Then naloxone."),
                           sample_faq("b-early", "Two", "Naloxone first. " + filler)},
                          "naloxone");
    EXPECT_EQ(ids(hits), (Ids{"b-early", "a-late"}));
}

TEST(Rerank, AWordOfTheTitleWithATypoStillCounts) {
    const auto hits = ask(
        {sample_faq("clinic", "What does the clinic cost?", "Suboxone cost. " + filler),
         sample_faq("suboxone", "What does Suboxone cost?", filler)},
        "suboxine cost");
    EXPECT_EQ(ids(hits).front(), "suboxone");
}

TEST(Rerank, OrdersEqualsById) {
    const auto hits = ask({sample_faq("b", "Twin", "Same words."),
                           sample_faq("a", "Twin", "Same words."),
                           sample_faq("c", "Twin", "Same words.")},
                          "twin");
    EXPECT_EQ(ids(hits), (Ids{"a", "b", "c"}));
}

TEST(Rerank, AnArticleWithMoreSectionsThatFitComesBeforeOneWithFewer) {
    const auto hits = ask(
        {sample_article("few", "Page", {{"Detox", "Detox is care."}, {"Food", "Soup."}}),
         sample_article(
             "many", "Page", {{"Detox", "Detox is care."}, {"Food", "Detox and soup."}})},
        "detox care");
    ASSERT_EQ(hits.size(), 2U);
    EXPECT_EQ(hits[0].id, "articles/many");
}

TEST(Rerank, ScoresGoOnFallingBehindTheDepth) {
    std::vector<Document> documents;
    for (int i = 0; i < 120; ++i) {
        std::string text = "Detox.";
        for (int k = 0; k < i % 40; ++k) {
            text += " More words about other things.";
        }
        documents.push_back(sample_faq(std::to_string(i), "Number", text));
    }
    const auto hits = ask(documents, "detox", 120);
    ASSERT_EQ(hits.size(), 120U);
    for (std::size_t i = 1; i < hits.size(); ++i) {
        EXPECT_GE(hits[i - 1].score, hits[i].score) << i;
    }
    EXPECT_GT(hits.back().score, 0);
}

TEST(Rerank, PagesAreTheSameWhateverTheWindow) {
    std::vector<Document> documents;
    for (int i = 0; i < 80; ++i) {
        documents.push_back(sample_faq(std::to_string(i),
                                       i % 3 == 0 ? "Detox" : "Else",
                                       filler.substr(0, 60 + i) + " detox"));
    }
    const TempDir dir;
    publish_index(dir.path(), documents);
    Searcher searcher(dir.path());
    const auto window = [&](std::size_t offset, std::size_t limit) {
        SearchOptions options;
        options.offset = offset;
        options.limit = limit;
        return ids(searcher.search(parse_question("detox"), options).hits);
    };
    const Ids all = window(0, 80);
    ASSERT_EQ(all.size(), 80U);
    Ids paged;
    for (std::size_t offset = 0; offset < 80; offset += 10) {
        const Ids page = window(offset, 10);
        paged.insert(paged.end(), page.begin(), page.end());
    }
    EXPECT_EQ(paged, all);
}

TEST(Rerank, ADamagedRankingValueIsAnError) {
    RankedDocument document;
    document.id = "x";
    document.sections.push_back({1, 1.0, "nonsense \xFF"});
    std::vector<RankedDocument> documents{document};
    const TempDir dir;
    const Xapian::WritableDatabase database((dir.path() / "db").string());
    Stemmer stemmer;
    WordStatistics statistics;
    statistics.begin(database);
    FeatureExtractor extractor(parse_question("detox"), database, stemmer, statistics);
    EXPECT_THROW(rerank(documents, extractor), Error);
}

}  // namespace
}  // namespace recovery
