// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/base/error.h"
#include "indexer/schema/generations.h"
#include "query/question/parse_question.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using Ids = std::vector<std::string>;

Ids ids(const Results& results) {
    Ids all;
    for (const Hit& hit : results.hits) {
        all.push_back(hit.id);
    }
    return all;
}

class SearcherTest : public testing::Test {
  protected:
    void SetUp() override {
        Document guide = sample_article(
            "guide",
            "Guide to Detox",
            {{"", "What this guide covers."},
             {"Medicine", "Medicine in detox eases withdrawal."},
             {"Cost of medicine", "What medicine costs depends on insurance."},
             {"Meals", "Soup."}});
        guide.tags = {"Detox", "Cost"};
        Document faq = sample_faq("long", "How long is detox?", "Days, as a rule.");
        faq.tags = {"detox"};
        publish_index(dir_.path(),
                      {guide,
                       faq,
                       sample_faq("twin-b", "Twin", "Same words."),
                       sample_faq("twin-a", "Twin", "Same words."),
                       sample_bio("pat", "Pat Detox", {"LSW"}, "Social worker.")});
    }

    Results search(const std::string& text, const SearchOptions& options = {}) {
        Searcher searcher(dir_.path());
        return searcher.search(parse_question(text), options);
    }

    const TempDir dir_;
};

TEST_F(SearcherTest, GivesADocumentOnceByItsBestSection) {
    const Results results = search("medicine withdrawal");
    ASSERT_EQ(ids(results), Ids{"articles/guide"});
    EXPECT_EQ(results.hits[0].section, "Medicine");
    EXPECT_EQ(results.hits[0].anchor, "s1");
    EXPECT_EQ(results.total, 1U);
}

TEST_F(SearcherTest, OffersFurtherSectionsThatFitToo) {
    const Results results = search("medicine");
    ASSERT_EQ(results.hits.size(), 1U);
    ASSERT_EQ(results.hits[0].more.size(), 1U);
    EXPECT_EQ(results.hits[0].more[0].section, "Cost of medicine");
    EXPECT_FALSE(results.hits[0].more[0].excerpt.ranges.empty());
}

TEST_F(SearcherTest, LeavesOutSectionsThatTellMuchLess) {
    const Results results = search("soup meals");
    ASSERT_EQ(results.hits.size(), 1U);
    EXPECT_EQ(results.hits[0].section, "Meals");
    EXPECT_TRUE(results.hits[0].more.empty());
}

TEST_F(SearcherTest, OrdersEqualScoresById) {
    EXPECT_EQ(ids(search("twin")), (Ids{"faqs/x#twin-a", "faqs/x#twin-b"}));
}

TEST_F(SearcherTest, CountsFacetsOncePerDocument) {
    SearchOptions options;
    options.facets = {"tag", "type"};
    const Results results = search("detox", options);
    ASSERT_EQ(results.facets.size(), 2U);
    using Counts = std::vector<std::pair<std::string, std::size_t>>;
    EXPECT_EQ(results.facets[0].counts, (Counts{{"Detox", 2}, {"Cost", 1}}));
    EXPECT_EQ(results.facets[1].counts, (Counts{{"article", 1}, {"bio", 1}, {"faq", 1}}));
}

TEST_F(SearcherTest, AQuestionOfNothingFindsNothing) {
    EXPECT_TRUE(search("").hits.empty());
    EXPECT_TRUE(search("-detox").hits.empty());
    EXPECT_TRUE(search("zebra").hits.empty());
    EXPECT_TRUE(search("is the zebra").hits.empty()) << "stop words find nothing alone";
}

TEST_F(SearcherTest, RefusesTooLargeAWindow) {
    SearchOptions options;
    options.limit = max_result_window + 1;
    EXPECT_THROW((void)search("detox", options), Error);
    options.limit = 1;
    options.offset = max_result_window;
    EXPECT_THROW((void)search("detox", options), Error);
    options.offset = 0;
    options.facets = {"colour"};
    EXPECT_THROW((void)search("detox", options), Error);
}

TEST_F(SearcherTest, GivesAWholeDocumentInPageOrder) {
    Searcher searcher(dir_.path());
    const auto document = searcher.document("articles/guide");
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->sections.size(), 4U);
    EXPECT_EQ(document->sections[3].first.section, "Meals");
    EXPECT_FALSE(searcher.document("articles/none").has_value());
}

TEST_F(SearcherTest, RefusesAnIndexOfAnotherSchema) {
    const auto generation = generation_dir(dir_.path(), *live_generation(dir_.path()));
    {
        Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
        database.set_metadata("schema", "0");
        database.commit();
    }
    try {
        const Searcher searcher(dir_.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::schema_mismatch);
        EXPECT_NE(error.hint().find("recovery-index"), std::string::npos);
    }
}

TEST_F(SearcherTest, DamagedFilesAreAnErrorNotACrash) {
    const auto generation = generation_dir(dir_.path(), *live_generation(dir_.path()));
    for (const char* table : {"docdata.glass", "postlist.glass", "termlist.glass"}) {
        std::filesystem::resize_file(generation / table, 100);
        try {
            (void)search("detox");
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_corrupt) << table;
        }
    }
    EXPECT_THROW((void)search("detox"), Error);
}

TEST(Searcher, SaysWhenThereIsNoIndex) {
    const TempDir dir;
    try {
        const Searcher searcher(dir.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::index_missing);
    }
}

TEST_F(SearcherTest, GivesAllDocumentsOfAPageInTheirOrder) {
    Searcher searcher(dir_.path());
    Ids ids_of_page;
    for (const WholeDocument& document : searcher.page("faqs/x")) {
        ids_of_page.push_back(document.head.id);
    }
    EXPECT_EQ(ids_of_page, (Ids{"faqs/x#long", "faqs/x#twin-b", "faqs/x#twin-a"}));
    ASSERT_EQ(searcher.page("articles/guide").size(), 1U);
    EXPECT_EQ(searcher.page("articles/guide")[0].sections.size(), 4U);
    EXPECT_TRUE(searcher.page("faqs").empty());
    EXPECT_TRUE(searcher.page("faqs/").empty());
    EXPECT_TRUE(searcher.page("").empty());
    EXPECT_TRUE(searcher.page(std::string(5000, 'x')).empty());
}

}  // namespace
}  // namespace recovery
