// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/filter_parser.h"

#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/http/api_request.h"
#include "query/question/parse_question.h"
#include "query/search/searcher.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using Ids = std::set<std::string>;

class FilterTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = new TempDir;
        Document guide = sample_article(
            "guide", "Guide", {{"", "About detox."}, {"More", "More of detox."}});
        guide.tags = {"Detox", "Health insurance", R"(a "b" \c)"};
        guide.authors = {"Zoë Sample"};
        guide.lastmod = "2026-01-02";
        Document faq = sample_faq("faq", "How long is detox?", "Days.");
        faq.tags = {"cost"};
        faq.date = "2025-06-30";
        const Document bio = sample_bio("pat", "Pat Detox", {"LSW"}, "Nurse.");
        publish_index(dir_->path(), {guide, faq, bio});
        searcher_ = new Searcher(dir_->path());
    }

    static void TearDownTestSuite() {
        delete searcher_;
        delete dir_;
    }

    static Ids found(std::vector<FilterExpression> conditions,
                     const std::string& question = "") {
        SearchOptions options;
        options.filters.conditions = std::move(conditions);
        options.filters.empty_finds_all = true;
        options.facets = {"type"};
        Ids ids;
        const Results results = searcher_->search(parse_question(question), options);
        for (const Hit& hit : results.hits) {
            ids.insert(hit.id.substr(0, 3));
        }
        return ids;
    }

    static TempDir* dir_;
    static Searcher* searcher_;
};

TempDir* FilterTest::dir_ = nullptr;
Searcher* FilterTest::searcher_ = nullptr;

TEST_F(FilterTest, FindsWhatItSays) {
    const Ids all{"art", "faq", "bio"};
    const std::vector<std::pair<std::string, Ids>> rows{
        {"type = faq", {"faq"}},
        {"type=faq", {"faq"}},
        {R"("type"="faq")", {"faq"}},
        {"'type' = 'FAQ'", {"faq"}},
        {"type != faq", {"art", "bio"}},
        {"NOT type = faq", {"art", "bio"}},
        {"NOT NOT type = faq", {"faq"}},
        {"not (type = faq or type = bio)", {"art"}},
        {"type IN [faq, bio]", {"faq", "bio"}},
        {"type IN [\"faq\",'bio',]", {"faq", "bio"}},
        {"type NOT IN [faq, bio]", {"art"}},
        {"type IN []", {}},
        {"type NOT IN []", all},
        {"type = faq OR type = bio AND tag = detox", {"faq"}},
        {"(type = faq OR type = article) AND tag = detox", {"art"}},
        {"tag = DETOX", {"art"}},
        {"category = detox", {"art"}},
        {"tags = \"health insurance\"", {"art"}},
        {R"(tag = "a \"b\" \\c")", {"art"}},
        {"author = 'zoe sample'", {"art"}},
        {"authors = nobody", {}},
        {"author != nobody", all},
        {"tag = and", {}},
        {"type = article AND NOT tag IN [cost]", {"art"}},
        {"type = faq AND tag IN [cost, x] AND NOT author = x", {"faq"}},
        {"type != faq AND type != bio AND type != article", {}},
        {"date EXISTS", {"art", "faq"}},
        {"date NOT EXISTS", {"bio"}},
        {"date >= 1700000000", {"art", "faq"}},
        {R"("date">=1767225600)", {"art"}},  // 2026-01-01
        {"date > 2026-01-01", {"art"}},
        {"date > 2026-01-02", {}},
        {"date >= 2026-01-02", {"art"}},
        {"date >= 1767312001", {}},  // a second behind the midnight of 2026-01-02
        {"date < 2026-01-02", {"faq"}},
        {"date <= 2026-01-02", {"art", "faq"}},
        {"date <= 1767311999", {"faq"}},
        {"date = 2025-06-30", {"faq"}},
        {"date = 1751241600", {"faq"}},
        {"date = 1751241601", {}},
        {"date != 2025-06-30", {"art", "bio"}},
        {"date 2025-01-01 TO 2025-12-31", {"faq"}},
        {"date 1735689600 TO 1798761600", {"art", "faq"}},
        {"date 2025-12-31 to 2025-01-01", {}},
        {"date >= -999999999999999", {"art", "faq"}},
        {"date >= 999999999999999", {}},
        {"date <= -999999999999999", {}},
        {"date <= 999999999999999", {"art", "faq"}},
        {"date IN [2025-06-30, 2026-01-02]", {"art", "faq"}},
    };
    for (const auto& [text, ids] : rows) {
        const ParsedFilter parsed = parse_filter(text);
        ASSERT_TRUE(parsed.filter) << text << ": " << parsed.problem;
        EXPECT_EQ(found({*parsed.filter}), ids) << text;
        Ids with_word = ids;
        EXPECT_EQ(found({*parsed.filter}, "detox"), with_word) << text;
    }
}

TEST_F(FilterTest, SaysWhatIsWrong) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"", "a field (type, tag, author, date)"},
        {"type", "=, != or IN"},
        {"type =", "a value"},
        {"type = = faq", "a value"},
        {"type = faq bio", "AND, OR or the end"},
        {"type = faq AND", "a field"},
        {"type = faq OR OR type = bio", "Unknown field 'OR'"},
        {"AND", "Unknown field 'AND'"},
        {"colour = red", "Unknown field 'colour' in the filter; known: type, tag"},
        {"\"colour\"=\"red\"", "Unknown field 'colour'"},
        {"a<b>c = 1", "Unknown field 'a'"},
        {"_geoRadius(1, 2, 3)", "Unknown field '_geoRadius'"},
        {"type = video", "known: article, faq, bio"},
        {"type > faq", "the other comparisons are for date"},
        {"tag EXISTS", "EXISTS is for date"},
        {"tag NOT CONTAINS x", "IN (EXISTS is for date)"},
        {"type IN faq", "Expected ["},
        {"type IN [faq", ", or ]"},
        {"type IN [faq bio]", ", or ]"},
        {"type IN [,]", "a value"},
        {"(type = faq", "AND, OR or )"},
        {"type = faq)", "AND, OR or the end"},
        {"()", "a field"},
        {"type = \"faq", "a quote that is not closed"},
        {"type ! faq", "a lone !"},
        {"date = yesterday", "a date"},
        {"date = 2026-02-30", "a date"},
        {"date = 2026-01-02T00:00:00Z", "a date"},
        {"date >= 99999999999999999999", "a date"},
        {"date >= 1.5", "a date"},
        {"date 1 2", "Expected TO"},
        {"date 1 TO", "a date"},
        {std::string(17, '(') + "type = faq" + std::string(17, ')'), "16 levels"},
        {std::string(8193, '('), "longer than 8192"},
        {std::string("type = \0", 8) + "faq", "known: article"},
    };
    for (const auto& [text, part] : rows) {
        const ParsedFilter parsed = parse_filter(text);
        EXPECT_FALSE(parsed.filter) << text;
        EXPECT_NE(parsed.problem.find(part), std::string::npos)
            << text << ": " << parsed.problem;
    }
}

TEST_F(FilterTest, SizeAndDepthAreBounded) {
    const auto depth = [](std::size_t levels) {
        return parse_filter(std::string(levels, '(') + "type=faq" +
                            std::string(levels, ')'));
    };
    EXPECT_TRUE(depth(max_filter_depth).filter);
    EXPECT_FALSE(depth(max_filter_depth + 1).filter);
    std::string list = "tag IN [x";
    for (std::size_t i = 1; i < max_filter_conditions; ++i) {
        list += ",x";
    }
    EXPECT_TRUE(parse_filter(list + "]").filter);
    EXPECT_FALSE(parse_filter(list + ",x]").filter);
    std::string nots;
    while (nots.size() < 8000) {
        nots += "NOT ";
    }
    EXPECT_TRUE(parse_filter(nots + "type=faq").filter);
}

TEST_F(FilterTest, ArraysAreAllOfAnyOf) {
    const auto read = [](const char* text) {
        return std::get<std::vector<FilterExpression>>(
            read_filter(nlohmann::json::parse(text)));
    };
    EXPECT_EQ(found(read(R"([["type=faq","type=article"],"tag=detox"])")), Ids{"art"});
    EXPECT_EQ(found(read(R"([["\"type\"=\"faq\""]])")), Ids{"faq"});
    EXPECT_EQ(found(read(R"(["type=faq AND tag=cost"])")), Ids{"faq"});
    EXPECT_EQ(found(read("[]")).size(), 3U);
    EXPECT_EQ(found(read("[[]]")).size(), 3U);
    EXPECT_EQ(found(read("\" \"")).size(), 3U);
    std::string many = "[";
    for (std::size_t i = 0; i <= max_filter_conditions; ++i) {
        many += std::string(i == 0 ? "" : ",") + "\"tag=x\"";
    }
    EXPECT_TRUE(std::holds_alternative<HttpProblem>(
        read_filter(nlohmann::json::parse(many + "]"))));
}

TEST_F(FilterTest, MatchingAllCountsFacets) {
    SearchOptions options;
    options.filters.empty_finds_all = true;
    options.facets = {"type"};
    const Results results = searcher_->search(parse_question(""), options);
    EXPECT_EQ(results.total, 3U);
    EXPECT_EQ(results.facets.at(0).counts.size(), 3U);
    options.filters.empty_finds_all = false;
    EXPECT_EQ(searcher_->search(parse_question(""), options).total, 0U);
    options.filters.empty_finds_all = true;
    EXPECT_EQ(searcher_->search(parse_question("zzz"), options).total, 0U);
}

TEST_F(FilterTest, RandomTextIsAFilterOrAProblem) {
    const std::vector<std::string> pieces{"type",
                                          "tag",
                                          "author",
                                          "date",
                                          "=",
                                          "!=",
                                          ">=",
                                          "<",
                                          "(",
                                          ")",
                                          "[",
                                          "]",
                                          ",",
                                          "AND",
                                          "OR",
                                          "NOT",
                                          "IN",
                                          "TO",
                                          "faq",
                                          "\"",
                                          "'",
                                          "\\",
                                          " ",
                                          "   ",
                                          "x",
                                          "EXISTS",
                                          "-1",
                                          "12345",
                                          "\xFF",
                                          "\xC3",
                                          "!",
                                          "é",
                                          "\n",
                                          "1e9",
                                          "2026-01-01",
                                          "tag = x",
                                          "type = bio",
                                          "date > 1 AND",
                                          "OR author != x"};
    std::mt19937 random(7);
    std::size_t filters = 0;
    for (int i = 0; i < 20000; ++i) {
        // Half of them begin well, so that all of the grammar is reached.
        std::string text = random() % 2 == 0 ? "type = faq AND " : "";
        for (std::size_t n = random() % 12; n > 0; --n) {
            text += pieces[random() % pieces.size()];
            text += random() % 2 == 0 ? " " : "";
        }
        const ParsedFilter parsed = parse_filter(text);
        ASSERT_NE(parsed.filter.has_value(), !parsed.problem.empty()) << text;
        if (parsed.filter) {
            ++filters;
            ASSERT_LE(found({*parsed.filter}).size(), 3U);
        }
    }
    EXPECT_GT(filters, 50U);
}

}  // namespace
}  // namespace recovery
