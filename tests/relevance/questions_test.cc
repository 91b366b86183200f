// SPDX-License-Identifier: GPL-2.0-or-later
//
// The questions of questions.tsv, asked of the sample corpus: how many have the right
// Document first. They were written before any result was seen; the bar is a floor,
// raised when ranking gets better.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/build/reindex.h"
#include "query/question/parse_question.h"
#include "query/search/searcher.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

constexpr std::size_t questions_in_file = 60;
constexpr std::size_t must_be_first = 56;

struct JudgedQuestion {
    std::string kind;
    std::string expected;
    std::string section;
    std::string text;
};

std::vector<JudgedQuestion> read_judged() {
    std::ifstream in(std::filesystem::path(RECOVERY_SOURCE_DIR) /
                     "tests/relevance/questions.tsv");
    std::vector<JudgedQuestion> questions;
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty() || line.front() == '#' || line.starts_with("kind\t")) {
            continue;
        }
        JudgedQuestion question;
        std::istringstream fields(line);
        std::getline(fields, question.kind, '\t');
        std::getline(fields, question.expected, '\t');
        std::getline(fields, question.section, '\t');
        std::getline(fields, question.text);
        questions.push_back(question);
    }
    return questions;
}

TEST(Relevance, TheRightDocumentComesFirst) {
    const TempDir dir;
    const std::atomic<bool> stop{false};
    const Report report = reindex(
        {dir.path(), {std::filesystem::path(RECOVERY_SOURCE_DIR) / "corpus"}, "/"},
        [](std::size_t, std::size_t) {},
        stop);
    ASSERT_GT(report.documents.total(), 0U);
    const std::vector<JudgedQuestion> questions = read_judged();
    ASSERT_EQ(questions.size(), questions_in_file);
    Searcher searcher(dir.path());
    std::size_t first = 0;
    std::size_t right_section = 0;
    std::string misses;
    for (const JudgedQuestion& question : questions) {
        ASSERT_TRUE(searcher.document(question.expected).has_value())
            << "no such document: " << question.expected;
        const Results results = searcher.search(parse_question(question.text), {});
        const std::string found = results.hits.empty() ? "nothing" : results.hits[0].id;
        if (found == question.expected) {
            ++first;
            right_section += results.hits[0].section == question.section ? 1 : 0;
        } else {
            misses +=
                "  " + question.text + ": " + found + ", not " + question.expected + "\n";
        }
    }
    RecordProperty("first", static_cast<int>(first));
    RecordProperty("right_section", static_cast<int>(right_section));
    EXPECT_GE(first, must_be_first) << "missed:\n" << misses;
}

}  // namespace
}  // namespace recovery
