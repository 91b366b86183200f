// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/read_documents.h"

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

ReadResult read(const std::string& path, const std::string& bytes) {
    return read_documents({path, bytes}, {});
}

std::vector<std::string> ids(const ReadResult& result) {
    std::vector<std::string> out;
    for (const Document& document : result.documents) {
        out.push_back(document.id);
    }
    return out;
}

std::string places(const ReadResult& result) {
    std::string out;
    for (const Problem& problem : result.problems) {
        out += fmt::format(
            "{}:{}:{} {}\n", problem.path, problem.line, problem.column, problem.why);
    }
    return out;
}

TEST(ReadDocuments, ReadsAnArticleWithItsFrontMatter) {
    const ReadResult result = read_documents(
        {"articles/detox.md",
         "---\ntitle: Detox at home\ndescription: Why not.\ndate: 2026-01-02\n"
         "lastmod: 2026-02-03\nslug: home-detox\nauthors: [Jane]\ntags: [detox]\n"
         "keywords: [cold turkey]\n---\n\n# Detox at home\n\nDo not.\n\n## "
         "Why?\n\nRisk.\n"},
        {"https://example.org/"});
    EXPECT_EQ(places(result), "");
    ASSERT_THAT(result.documents, SizeIs(1));
    const Document& article = result.documents[0];
    EXPECT_EQ(article.kind, Kind::article);
    EXPECT_EQ(article.id, "articles/detox");
    EXPECT_EQ(article.url, "https://example.org/home-detox");
    EXPECT_EQ(article.anchor, "");
    EXPECT_EQ(article.path, "articles/detox.md");
    EXPECT_EQ(article.title, "Detox at home");
    EXPECT_EQ(article.description, "Why not.");
    EXPECT_EQ(article.date, "2026-01-02");
    EXPECT_EQ(article.lastmod, "2026-02-03");
    EXPECT_THAT(article.tags, ElementsAre("detox"));
    EXPECT_THAT(article.authors, ElementsAre("Jane"));
    EXPECT_THAT(article.keywords, ElementsAre("cold turkey"));
    ASSERT_THAT(article.sections, SizeIs(2));
    EXPECT_EQ(article.sections[0].heading, "");
    EXPECT_EQ(article.sections[1].heading, "Why?");
    EXPECT_EQ(article.sections[1].anchor, "why");
    EXPECT_EQ(article.sections[1].text, "Risk.");
}

TEST(ReadDocuments, ReadsEachQuestionOfAFaqFile) {
    const ReadResult result =
        read("faqs/cost.md",
             "---\ntags: [money]\ntitle: Cost\n---\n# Cost\n\n## Is it free?\n\nNo.\n\n"
             "## Is it dear? {#dear}\n\nNo.\n");
    EXPECT_THAT(ids(result), ElementsAre("faqs/cost#is-it-free", "faqs/cost#dear"));
    const Document& faq = result.documents[1];
    EXPECT_EQ(faq.kind, Kind::faq);
    EXPECT_EQ(faq.url, "/faqs/cost");
    EXPECT_EQ(faq.anchor, "dear");
    EXPECT_EQ(faq.title, "Is it dear?");
    EXPECT_THAT(faq.tags, ElementsAre("money"));
    ASSERT_THAT(faq.sections, SizeIs(1));
    EXPECT_EQ(faq.sections[0].heading, "");
    EXPECT_EQ(faq.sections[0].text, "No.");
}

TEST(ReadDocuments, AFaqFileWithOneQuestionInItsTitleIsOneFaq) {
    const ReadResult by_field =
        read("faqs/free.md", "---\ntitle: Is it free?\n---\nNo.\n\n## More\n\nAsk us.\n");
    ASSERT_THAT(by_field.documents, SizeIs(1));
    EXPECT_EQ(by_field.documents[0].id, "faqs/free#is-it-free");
    EXPECT_EQ(by_field.documents[0].title, "Is it free?");
    EXPECT_EQ(by_field.documents[0].sections[0].text, "No.\n\nMore\n\nAsk us.");

    const ReadResult by_heading = read("faqs/free.md", "# Is it free? {#free}\n\nNo.\n");
    ASSERT_THAT(by_heading.documents, SizeIs(1));
    EXPECT_EQ(by_heading.documents[0].id, "faqs/free#free");

    const ReadResult with_more =
        read("faqs/free.md", "# Is it free?\n\nNo.\n\n## Is it dear?\n\nNo.\n");
    EXPECT_THAT(ids(with_more),
                ElementsAre("faqs/free#is-it-free", "faqs/free#is-it-dear"));
}

TEST(ReadDocuments, ReadsABio) {
    const ReadResult result =
        read("staff/jane.md",
             "---\ntitle: Meet Jane\nname: Jane Public\ncredentials: [PRS]\nrole: Lead\n"
             "location: Ohio\n---\n# Jane Public, LISW-S\n\nJane leads.\n\n## "
             "Work\n\nMuch.\n");
    EXPECT_EQ(places(result), "");
    ASSERT_THAT(result.documents, SizeIs(1));
    const Document& bio = result.documents[0];
    EXPECT_EQ(bio.kind, Kind::bio);
    EXPECT_EQ(bio.id, "staff/jane#jane-public-lisw-s");
    EXPECT_EQ(bio.title, "Jane Public");
    EXPECT_THAT(bio.credentials, ElementsAre("PRS"));
    EXPECT_EQ(bio.role, "Lead");
    EXPECT_EQ(bio.location, "Ohio");
    EXPECT_EQ(bio.sections[0].text, "Jane leads.\n\nWork\n\nMuch.");
}

TEST(ReadDocuments, ABioMayLackWhatItsFrontMatterHas) {
    const ReadResult result = read("bios/jane-public.md", "She leads.\n");
    EXPECT_THAT(ids(result), ElementsAre("bios/jane-public#jane-public"));
    EXPECT_EQ(result.documents[0].title, "Jane public");

    const ReadResult no_text = read("x.md", "---\nname: Jane Public\nrole: Lead\n---\n");
    EXPECT_THAT(ids(no_text), ElementsAre("x#jane-public"));
}

TEST(ReadDocuments, KindComesFromTypeThenPathThenShape) {
    const std::string body = "# Title\n\n## Is it safe?\n\nYes.\n";
    const auto kind_of = [&](const std::string& path, const std::string& front) {
        const ReadResult result = read(path, front + body);
        EXPECT_FALSE(result.documents.empty()) << path << front;
        return result.documents.empty() ? Kind::article : result.documents[0].kind;
    };
    EXPECT_EQ(kind_of("faqs/x.md", "---\ntype: Post\n---\n"), Kind::article);
    EXPECT_EQ(kind_of("faqs/x.md", "---\ntype: person\n---\n"), Kind::bio);
    EXPECT_EQ(kind_of("faqs/x.md", ""), Kind::faq);
    EXPECT_EQ(kind_of("articles/x.md", ""), Kind::article);
    EXPECT_EQ(kind_of("x.md", ""), Kind::faq);
    EXPECT_EQ(kind_of("x.md", "---\nname: J\nrole: r\n---\n"), Kind::bio);
    EXPECT_EQ(kind_of("articles/x.md", "---\nname: J\nrole: r\n---\n"), Kind::article);
}

TEST(ReadDocuments, AnUnknownTypeIsAProblemAndThePathDecides) {
    const ReadResult result =
        read("faqs/x.md", "---\ntype: landing\n---\n## Is it safe?\n\nYes.\n");
    EXPECT_EQ(
        places(result),
        "faqs/x.md:2:7 type: \"landing\" is none of article (page, post, blog), faq "
        "(faqs, question), bio (staff, person, team, author)\n");
    EXPECT_EQ(result.documents[0].kind, Kind::faq);
}

TEST(ReadDocuments, OneFileYieldsAnArticleAndItsFaqs) {
    const ReadResult result =
        read("ketamine.md",
             "# Ketamine\n\nA drug.\n\n## FAQ\n\n### Is it legal?\n\nBy prescription.\n");
    EXPECT_THAT(ids(result), ElementsAre("ketamine", "ketamine#is-it-legal"));
}

TEST(ReadDocuments, AHeadingThatTheTitleOverridesIsKept) {
    const ReadResult result =
        read("x.md", "---\ntitle: Detox\n---\n# Cleaning up\n\nText.\n");
    ASSERT_THAT(result.documents, SizeIs(1));
    EXPECT_EQ(result.documents[0].title, "Detox");
    EXPECT_EQ(result.documents[0].sections[0].heading, "Cleaning up");
}

TEST(ReadDocuments, LongSectionsAreSplit) {
    std::string body = "## Long\n\n";
    for (int i = 0; i < 500; ++i) {
        body += "word ";
    }
    const ReadResult result = read("x.md", body);
    ASSERT_THAT(result.documents[0].sections, SizeIs(2));
    EXPECT_EQ(result.documents[0].sections[1].anchor, "long");
}

TEST(ReadDocuments, SkipsWhatAsksNotToBeFound) {
    const ReadResult result =
        read("x.md", "---\ndraft: true\ndate: never\n---\n# Text\n\nText.\n");
    EXPECT_EQ(result.skipped, "draft");
    EXPECT_THAT(result.documents, IsEmpty());
    EXPECT_THAT(result.problems, IsEmpty());
}

TEST(ReadDocuments, BadFilesAreProblems) {
    EXPECT_EQ(places(read("x.md", "")), "x.md:0:0 empty file\n");
    EXPECT_EQ(places(read("x.md", "\xEF\xBB\xBF \n\t\u00A0\n")), "x.md:0:0 empty file\n");
    EXPECT_EQ(places(read("x.md", std::string("a\0b", 3))),
              "x.md:0:0 looks like a binary file\n");
    EXPECT_EQ(places(read("x.md", "---\ntitle: A\n---\n\n")),
              "x.md:4:0 no text to index\n");
    EXPECT_EQ(places(read("faqs/x.md", "# Cost\n\n## Later\n")),
              "faqs/x.md:1:0 no text to index\n");
    EXPECT_EQ(places(read("x.md", "# Only a title\n")), "x.md:1:0 no text to index\n");
}

TEST(ReadDocuments, BadBytesAreReplacedAndTheRestIsRead) {
    const ReadResult result =
        read("x.md", "# Caf\xE9\n\nHelp \xC3\xA9 \x1B[31mred\xFF.\n");
    EXPECT_EQ(places(result), "x.md:1:0 not valid UTF-8; bad bytes were replaced\n");
    ASSERT_THAT(result.documents, SizeIs(1));
    EXPECT_EQ(result.documents[0].title, "Caf\uFFFD");
    EXPECT_EQ(result.documents[0].sections[0].text, "Help é [31mred\uFFFD.");
}

TEST(ReadDocuments, BrokenFrontMatterLeavesTheText) {
    const ReadResult result =
        read("x.md",
             "---\ntitle: a: b\n---\n# Real title\n\nText.\n\n## A {#i}\n\n"
             "a\n\n## B {#i}\n\nb\n");
    EXPECT_THAT(result.problems, SizeIs(2));
    EXPECT_EQ(result.problems[0].line, 2);
    EXPECT_EQ(result.problems[1].line, 12);
    ASSERT_THAT(result.documents, SizeIs(1));
    EXPECT_EQ(result.documents[0].title, "Real title");
}

TEST(ReadDocuments, TitleFallsBackToTheFileName) {
    EXPECT_EQ(read("a/first-days.md", "Text.").documents[0].title, "First days");
}

TEST(ReadDocuments, ContentFilesAreKnownByTheirPath) {
    for (const char* path :
         {"a.md", "A.MD", "a.markdown", "x/a.txt", "a.text", "_index.md", "x.y/a.md"}) {
        EXPECT_TRUE(is_content_file(path)) << path;
    }
    for (const char* path : {"a",
                             "a.html",
                             "md",
                             ".md",
                             ".hidden.md",
                             ".git/a.md",
                             "x/.cache/a.md",
                             "README.md",
                             "x/readme.txt",
                             "README-old.md",
                             "lexicon/a.md",
                             "x/Lexicon/y/a.md",
                             "a.md~",
                             ""}) {
        EXPECT_FALSE(is_content_file(path)) << path;
    }
}

}  // namespace
}  // namespace recovery
