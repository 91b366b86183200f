// SPDX-License-Identifier: GPL-2.0-or-later
//
// Searches are judged on the sample corpus: it must keep the pages, headings and
// questions that the judgments know.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/relevance/corpus_pages.h"
#include "tests/relevance/corpus_plan.h"
#include "tests/relevance/markdown_outline.h"

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<PlannedPage> planned(std::string_view folder) {
    std::vector<PlannedPage> pages =
        read_plan(RECOVERY_SOURCE_DIR "/tests/relevance/corpus_plan.txt");
    std::erase_if(
        pages, [&](const PlannedPage& page) { return !page.path.starts_with(folder); });
    return pages;
}

std::vector<std::string> paths_below(std::string_view folder) {
    std::vector<std::string> paths;
    for (const CorpusPage& page : corpus_pages()) {
        if (page.path.starts_with(folder)) {
            paths.push_back(page.path);
        }
    }
    return paths;
}

std::vector<std::string> titles_of(const CorpusPage& page) {
    std::vector<std::string> titles;
    for (const Document& document : page.read.documents) {
        titles.push_back(document.title);
    }
    return titles;
}

// Names only what differs: the lists are long.
void expect_same(const std::string& where,
                 std::vector<std::string> found,
                 std::vector<std::string> expected) {
    std::ranges::sort(found);
    std::ranges::sort(expected);
    std::vector<std::string> missing;
    std::vector<std::string> unplanned;
    std::ranges::set_difference(expected, found, std::back_inserter(missing));
    std::ranges::set_difference(found, expected, std::back_inserter(unplanned));
    EXPECT_THAT(missing, IsEmpty()) << where;
    EXPECT_THAT(unplanned, IsEmpty()) << where;
}

// Words as a writer counts them: "out-of-body" is one, a bullet is none.
std::size_t count_words(const Document& document) {
    std::size_t count = 0;
    for (const Section& section : document.sections) {
        std::istringstream text(section.text);
        for (std::string word; text >> word;) {
            count += std::ranges::any_of(
                         word, [](unsigned char c) { return std::isalnum(c) != 0; })
                         ? 1U
                         : 0U;
        }
    }
    return count;
}

TEST(CorpusPlan, NamesEveryPageAndQuestionOnce) {
    std::set<std::string> paths;
    std::set<std::string> questions;
    for (const PlannedPage& page : planned("")) {
        EXPECT_TRUE(paths.insert(page.path).second) << page.path;
        if (page.path.starts_with("faqs/")) {
            questions.insert(page.parts.begin(), page.parts.end());
        }
    }
    EXPECT_THAT(planned("articles/"), SizeIs(38));
    EXPECT_THAT(questions, SizeIs(133));
}

TEST(Corpus, HoldsThePlannedPagesAndNoOther) {
    for (const std::string folder : {"articles/", "faqs/"}) {
        std::vector<std::string> expected;
        for (const PlannedPage& page : planned(folder)) {
            expected.push_back(page.path);
        }
        expect_same(folder, paths_below(folder), expected);
    }
}

TEST(Corpus, Holds38Articles133QuestionsAnd9Bios) {
    EXPECT_EQ(corpus_documents(Kind::article).size(), 38U);
    EXPECT_EQ(corpus_documents(Kind::faq).size(), 133U);
    EXPECT_EQ(corpus_documents(Kind::bio).size(), 9U);
}

TEST(Corpus, ReadsWithoutProblems) {
    for (const CorpusPage& page : corpus_pages()) {
        EXPECT_EQ(page.read.skipped, "") << page.path;
        for (const Problem& problem : page.read.problems) {
            ADD_FAILURE() << page.path << ":" << problem.line << ": " << problem.why;
        }
    }
}

TEST(Corpus, EveryArticleKeepsItsTitleAndHeadings) {
    for (const PlannedPage& plan : planned("articles/")) {
        SCOPED_TRACE(plan.path);
        const CorpusPage* page = find_corpus_page(plan.path);
        if (page == nullptr) {
            ADD_FAILURE() << "missing";
            continue;
        }
        const MarkdownOutline outline = markdown_outline(page->bytes);
        EXPECT_THAT(titles_of(*page), ElementsAre(plan.title));
        EXPECT_THAT(headings_of_level(outline, 1), ElementsAre(plan.title));
        EXPECT_THAT(headings_of_level(outline, 2), ElementsAreArray(plan.parts));
    }
}

TEST(Corpus, EveryQuestionFileKeepsItsQuestions) {
    for (const PlannedPage& plan : planned("faqs/")) {
        SCOPED_TRACE(plan.path);
        const CorpusPage* page = find_corpus_page(plan.path);
        if (page == nullptr) {
            ADD_FAILURE() << "missing";
            continue;
        }
        expect_same(plan.path, titles_of(*page), plan.parts);
    }
}

TEST(Corpus, PagesAreNeitherStubsNorBooks) {
    for (const Document* article : corpus_documents(Kind::article)) {
        EXPECT_GE(count_words(*article), 400U) << article->path;
        EXPECT_LE(count_words(*article), 2500U) << article->path;
    }
    for (const Document* faq : corpus_documents(Kind::faq)) {
        EXPECT_GE(count_words(*faq), 30U) << faq->id;
        EXPECT_LE(count_words(*faq), 120U) << faq->id;
    }
}

TEST(Corpus, NoPageClaimsARealAuthor) {
    for (const Kind kind : all_kinds) {
        for (const Document* document : corpus_documents(kind)) {
            EXPECT_THAT(document->authors, ElementsAre("Sample author")) << document->id;
        }
    }
}

}  // namespace
}  // namespace recovery
