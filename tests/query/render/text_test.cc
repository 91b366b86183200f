// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
    std::vector<std::string> lines;
    for (const WrappedLine& line : wrap({text, {}}, columns)) {
        lines.push_back(line.line.text);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(Terminal, WrapsAtBlanks) {
    EXPECT_EQ(wrapped("one two three", 7), (Lines{"one two", "three"}));
    EXPECT_EQ(wrapped("one\ntwo", 20), (Lines{"one", "two"}));
    EXPECT_EQ(wrapped("unbreakable x", 5), (Lines{"unbreakable", "x"}));
    EXPECT_EQ(wrapped("中文 中文", 6), (Lines{"中文", "中文"}));
    EXPECT_TRUE(wrapped("", 5).empty());
}

TEST(Terminal, CarriesRangesOverABreak) {
    const auto lines = wrap({"aa bb cc", {{3, 8}}}, 5);
    ASSERT_EQ(lines.size(), 2U);
    ASSERT_EQ(lines[0].line.ranges.size(), 1U);
    EXPECT_EQ(lines[0].line.ranges[0].begin, 3U);
    ASSERT_EQ(lines[1].line.ranges.size(), 1U);
    EXPECT_EQ(lines[1].line.ranges[0].end, 2U);
    EXPECT_TRUE(lines[1].continued);
}

Results faq_first() {
    Hit faq;
    faq.kind = Kind::faq;
    faq.title = "Is \x1B[31mit safe?";
    faq.url = "/faqs/x";
    faq.anchor = "is-it-safe";
    faq.text = "First sentence of the answer.\n\nSecond paragraph of it.";
    faq.text_ranges = {{0, 5}};
    faq.excerpt = {"First sentence of the answer.", {{0, 5}}};
    Hit article;
    article.title = "Guide";
    article.section = "Cost";
    article.url = "/guide";
    article.anchor = "cost";
    article.excerpt = {"Costs differ.", {{0, 5}}};
    article.more.push_back({"", "", "/guide", {}});
    article.more.push_back({"Care", "care", "/guide", {}});
    Results results;
    results.hits = {faq, article};
    results.limit = 10;
    results.total = 2;
    return results;
}

TEST(Text, ShowsTheIdOfAHitWithoutTitle) {
    Results results = faq_first();
    results.hits[0].title.clear();
    results.hits[0].id = "kb-17";
    const std::string text = answer_text(results, "q", 0, {});
    EXPECT_TRUE(text.starts_with("1. kb-17  [FAQ]\n")) << text;
    EXPECT_TRUE(document_text({results.hits[0], {}}, {}).starts_with("kb-17  [FAQ]\n"));
}

TEST(Text, ShowsTheWholeAnswerOfAQuestionThatComesFirst) {
    const std::string text = answer_text(faq_first(), "safe", 1234, {false, 80});
    EXPECT_EQ(text,
              "1. Is \xEF\xBF\xBD[31mit safe?  [FAQ]\n"
              "   First sentence of the answer.\n"
              "\n"
              "   Second paragraph of it.\n"
              "   /faqs/x#is-it-safe\n"
              "\n"
              "2. Guide  [Article]\n"
              "   \xC2\xA7 Cost\n"
              "   Costs differ.\n"
              "   /guide#cost\n"
              "   also: Introduction\n"
              "   also: Care  #care\n"
              "\n"
              "1\xE2\x80\x93"
              "2 of 2 (1.2 ms)\n");
}

TEST(Text, IsBoldOnlyInColour) {
    const std::string plain = answer_text(faq_first(), "safe", 0, {false, 80});
    EXPECT_EQ(plain.find('\x1B'), std::string::npos);
    const std::string colour = answer_text(faq_first(), "safe", 0, {true, 80});
    EXPECT_NE(colour.find("\x1B[1mFirst\x1B[0m sentence"), std::string::npos);
    EXPECT_EQ(colour.find("\x1B[31m"), std::string::npos)
        << "a page's own escape sequence";
}

TEST(Text, SaysPlainlyWhenNothingWasFound) {
    Results results;
    results.notes = {"Only the beginning was searched."};
    const std::string text = answer_text(results, "zebra\x1B[2J", 0, {false, 80});
    EXPECT_NE(text.find("Nothing was found for \"zebra\xEF\xBF\xBD[2J\""),
              std::string::npos);
    EXPECT_NE(text.find("Note: Only the beginning"), std::string::npos);
}

TEST(Text, ShowsAWholeDocumentWithItsHeadings) {
    WholeDocument document;
    document.head.title = "Guide";
    document.head.url = "/guide";
    document.sections = {{{"", "", "/guide", {}}, "Opening."},
                         {{"Cost", "cost", "/guide", {}}, "Part one."},
                         {{"Cost", "cost", "/guide", {}}, "Part two."}};
    EXPECT_EQ(document_text(document, {false, 80}),
              "Guide  [Article]\n/guide\n\n   Opening.\n\nCost\n\n   Part one.\n\n   "
              "Part two.\n");
}

}  // namespace
}  // namespace recovery
