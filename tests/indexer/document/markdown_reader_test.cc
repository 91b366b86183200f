// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/markdown_reader.h"

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/golden.h"

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

std::string dump(const MarkdownPage& page) {
    std::string out = fmt::format("title: {} #{}\n", page.title, page.title_anchor);
    for (const Section& section : page.sections) {
        out += fmt::format(
            "\n== section: {} #{}\n{}\n", section.heading, section.anchor, section.text);
    }
    for (const FaqEntry& faq : page.faqs) {
        out +=
            fmt::format("\n== faq: {} #{}\n{}\n", faq.question, faq.anchor, faq.answer);
    }
    for (const BioEntry& bio : page.bios) {
        out += fmt::format("\n== bio: {} #{}\n", bio.name, bio.anchor);
        for (const std::string& credential : bio.credentials) {
            out += fmt::format("credential: {}\n", credential);
        }
        out += bio.text + "\n";
    }
    for (const Problem& problem : page.problems) {
        out += fmt::format("\n== problem: line {}: {}\n", problem.line, problem.why);
    }
    return out;
}

struct GoldenCase {
    const char* name;
    std::optional<Kind> known;
};

class MarkdownGolden : public testing::TestWithParam<GoldenCase> {};

TEST_P(MarkdownGolden, ReadsAsRecorded) {
    const std::string name = GetParam().name;
    const std::string body = read_test_data("markdown/" + name + ".md");
    expect_golden("markdown/" + name + ".txt",
                  dump(read_markdown(body, GetParam().known)));
}

INSTANTIATE_TEST_SUITE_P(MarkdownReader,
                         MarkdownGolden,
                         testing::Values(GoldenCase{"lists", Kind::article},
                                         GoldenCase{"inline", Kind::article},
                                         GoldenCase{"headings", Kind::article},
                                         GoldenCase{"introduction", Kind::article},
                                         GoldenCase{"tables", Kind::article},
                                         GoldenCase{"html", Kind::article},
                                         GoldenCase{"code_and_quotes", Kind::article},
                                         GoldenCase{"faq_page", Kind::faq},
                                         GoldenCase{"faq_marked", Kind::faq},
                                         GoldenCase{"faq_top_level", Kind::faq},
                                         GoldenCase{"article_with_faq", std::nullopt},
                                         GoldenCase{"questions_by_shape", std::nullopt},
                                         GoldenCase{"bio", Kind::bio},
                                         GoldenCase{"whole_article", std::nullopt}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(MarkdownReader, AnchorsFollowGitHub) {
    struct Vector {
        const char* heading;
        const char* anchor;
    };
    const Vector vectors[] = {
        {"How long does detox take?", "how-long-does-detox-take"},
        {"12-Step & SMART", "12-step--smart"},
        {"Don’t wait — call 911", "dont-wait--call-911"},
        {"¿Hablan español?", "hablan-español"},
        {"Naloxone / Narcan®", "naloxone--narcan"},
        {"`code` and C++", "code-and-c"},
        {"A_b c", "a_b-c"},
        {"**Bold** [link](/x) &amp; <b>tag</b>", "bold-link--tag"},
        {"Closed by hashes ##", "closed-by-hashes"},
    };
    for (const Vector& v : vectors) {
        const MarkdownPage page =
            read_markdown(fmt::format("## {}\n\nText.\n", v.heading), Kind::article);
        ASSERT_THAT(page.sections, SizeIs(1)) << v.heading;
        EXPECT_EQ(page.sections[0].anchor, v.anchor) << v.heading;
    }
}

TEST(MarkdownReader, AnExplicitIdTwiceIsAProblemAndStaysUnique) {
    const MarkdownPage page =
        read_markdown("## A {#x}\n\na\n\n## B {#x}\n\nb\n", Kind::article);
    EXPECT_THAT(
        page.sections,
        ElementsAre(Field(&Section::anchor, "x"), Field(&Section::anchor, "x-1")));
    ASSERT_THAT(page.problems, SizeIs(1));
    EXPECT_EQ(page.problems[0].line, 5);
}

TEST(MarkdownReader, AQuestionInAnArticleStaysASection) {
    const char* body = "# Detox\n\n## Is it safe?\n\nYes.\n";
    EXPECT_THAT(read_markdown(body, Kind::article).faqs, IsEmpty());
    EXPECT_THAT(read_markdown(body, Kind::article).sections, SizeIs(1));
    EXPECT_THAT(read_markdown(body, std::nullopt).faqs, SizeIs(1));
}

TEST(MarkdownReader, ALongAnswerMakesAnArticleByShape) {
    std::string body = "# Detox\n\n## Is it safe?\n\n";
    for (std::size_t i = 0; i <= max_shape_answer_words; ++i) {
        body += "word ";
    }
    EXPECT_THAT(read_markdown(body, std::nullopt).faqs, IsEmpty());
}

TEST(MarkdownReader, AFaqPageThatAsksNothingIsTheAnswerToItsTitle) {
    const MarkdownPage page =
        read_markdown("It is.\n\n## Read on\n\nThere.\n", Kind::faq);
    EXPECT_THAT(page.faqs, IsEmpty());
    EXPECT_THAT(page.sections, SizeIs(2));
}

TEST(MarkdownReader, DeepQuestionsCountWhenThereAreNoOthers) {
    const MarkdownPage page = read_markdown(
        "## Costs\n\n#### Is it free?\n\nNo.\n\n#### Is it dear?\n\nNo.\n", Kind::faq);
    EXPECT_THAT(page.faqs,
                ElementsAre(Field(&FaqEntry::question, "Is it free?"),
                            Field(&FaqEntry::question, "Is it dear?")));
}

TEST(MarkdownReader, AMarkWithoutAQuestionIsText) {
    EXPECT_THAT(read_markdown("Q:\n\nA: Yes.\n", Kind::faq).faqs, IsEmpty());
}

TEST(MarkdownReader, TheWordsFaqAloneAnnounceNothing) {
    const MarkdownPage page =
        read_markdown("# A\n\n## FAQ\n\nSee below.\n\n## B\n\nb\n", std::nullopt);
    EXPECT_THAT(page.faqs, IsEmpty());
    EXPECT_THAT(page.sections, SizeIs(2));
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

TEST(MarkdownReader, ReadsNestedListsAHundredDeep) {
    std::string body;
    for (int depth = 0; depth < 100; ++depth) {
        body += repeat("  ", depth) + fmt::format("- level {}\n", depth);
    }
    const MarkdownPage page = read_markdown(body, std::nullopt);
    ASSERT_THAT(page.sections, SizeIs(1));
    EXPECT_THAT(page.sections[0].text, testing::EndsWith("\n• level 99"));
}

TEST(MarkdownReader, SurvivesHostileText) {
    const std::string hostile[] = {
        repeat("[", 10'000),
        repeat("*", 10'000),
        repeat("> ", 10'000) + "x",
        repeat("- ", 10'000) + "x",
        repeat("![", 10'000),
        repeat("[a](", 10'000),
        repeat("*a **b ", 10'000),
        repeat("`", 10'000),
        repeat("<", 10'000),
        repeat("<!--", 10'000),
        repeat("<script>", 1'000),
        repeat("&#", 10'000),
        repeat("# a?\n", 10'000),
        repeat("1. ", 10'000),
        repeat("|", 10'000) + "\n|-|",
        repeat("{#", 10'000),
        "# " + repeat("{", 10'000) + "}",
        repeat("a\n", 10'000),
        "\r\r\r",
        std::string("\0a", 2),
    };
    for (const std::string& body : hostile) {
        for (const std::optional<Kind> kind :
             {std::optional<Kind>(), {Kind::article}, {Kind::faq}, {Kind::bio}}) {
            const MarkdownPage page = read_markdown(body, kind);
            EXPECT_LE(page.sections.size(), 10'001U);
        }
    }
}

TEST(MarkdownReader, TextBehindTooManyMarksIsKept) {
    const MarkdownPage page = read_markdown(repeat("> ", 10'000) + "help", Kind::article);
    ASSERT_THAT(page.sections, SizeIs(1));
    EXPECT_EQ(page.sections[0].text, "help");
}

TEST(MarkdownReader, HugeParagraphsAreReadInLinearTime) {
    // cmark alone needs minutes for this one.
    const MarkdownPage hostile = read_markdown(repeat("![[]()", 170'000), std::nullopt);
    EXPECT_LE(hostile.sections.size(), 1U);

    for (const char* word : {"word ", "line of text\n", "é"}) {
        const std::string body = repeat(word, 100'000);
        const MarkdownPage page = read_markdown(body, std::nullopt);
        ASSERT_THAT(page.sections, SizeIs(1)) << word;
        EXPECT_GE(page.sections[0].text.size() + 10, body.size()) << word;
    }
}

TEST(MarkdownReader, AnEmptyBodyIsAnEmptyPage) {
    const MarkdownPage page = read_markdown("", std::nullopt);
    EXPECT_EQ(page.title, "");
    EXPECT_THAT(page.sections, IsEmpty());
}

}  // namespace
}  // namespace recovery
