// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/reindex.h"

#include <atomic>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/schema/generations.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

const Progress no_progress = [](std::size_t, std::size_t) {};

TEST(Reindex, ReportsProgressForEveryFile) {
    const TempDir dir;
    dir.write("site/a.md", "# A\n\nOne.\n");
    dir.write("site/b.md", "# B\n\nTwo.\n");
    std::vector<std::size_t> steps;
    const std::atomic<bool> stop{false};
    const Report report = reindex(
        {dir.path() / "index", {dir.path() / "site"}, "/"},
        [&](std::size_t done, std::size_t total) {
            EXPECT_EQ(total, 2U);
            steps.push_back(done);
        },
        stop);
    EXPECT_EQ(steps, (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(report.documents.articles, 2U);
    EXPECT_EQ(report.files.added, 2U);
}

TEST(Reindex, StopsBetweenFilesAndLeavesTheIndexAlone) {
    const TempDir dir;
    dir.write("site/a.md", "# A\n\nOne.\n");
    dir.write("site/b.md", "# B\n\nTwo.\n");
    std::atomic<bool> stop{false};
    try {
        (void)reindex(
            {dir.path() / "index", {dir.path() / "site"}, "/"},
            [&](std::size_t, std::size_t) { stop = true; },
            stop);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::interrupted);
    }
    EXPECT_FALSE(live_generation(dir.path() / "index").has_value());
}

TEST(Reindex, SkipsDraftsWithoutAProblem) {
    const TempDir dir;
    dir.write("site/a.md", "# A\n\nOne.\n");
    dir.write("site/draft.md", "---\ndraft: true\n---\n# D\n\nTwo.\n");
    const std::atomic<bool> stop{false};
    const Report report =
        reindex({dir.path() / "index", {dir.path() / "site"}, "/"}, no_progress, stop);
    EXPECT_EQ(report.documents.articles, 1U);
    EXPECT_EQ(report.files.skipped, 1U);
    EXPECT_TRUE(report.problems.empty());
    ASSERT_EQ(report.skipped.size(), 1U);
    EXPECT_NE(report.skipped[0].why.find("draft"), std::string::npos);
}

TEST(Reindex, EveryRecordIsADocument) {
    const TempDir dir;
    dir.write("site/a.md", "# A\n\nOne.\n");
    dir.write("site/more/all.jsonl",
              "{\"_id\": \"r1\", \"text\": \"x\"}\n"
              "{\"_id\": \"r2\", \"type\": \"faq\", \"title\": \"Is it?\"}\n");
    const std::atomic<bool> stop{false};
    const Report report =
        reindex({dir.path() / "index", {dir.path() / "site"}, "/"}, no_progress, stop);
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(report.documents.articles, 2U);
    EXPECT_EQ(report.documents.faqs, 1U);
    EXPECT_EQ(report.sections, 3U);
    EXPECT_EQ(report.files.added, 2U);
}

TEST(Reindex, NamesTheLineOfAnIdThatIsTaken) {
    const TempDir dir;
    const std::string first = "{\"_id\": \"a\", \"text\": \"x\"}\n";
    const std::string second = "{\"_id\": \"b\", \"text\": \"x\"}\n";
    dir.write("site/a.md", "# A\n\nOne.\n");
    dir.write("site/b.jsonl", first + second + "\n" + second);
    dir.write("site/c.jsonl", second);
    const std::atomic<bool> stop{false};
    const Report report =
        reindex({dir.path() / "index", {dir.path() / "site"}, "/"}, no_progress, stop);
    EXPECT_EQ(report.documents.articles, 2U);
    ASSERT_EQ(report.problems.size(), 3U);
    EXPECT_EQ(report.problems[0].line, 1);
    EXPECT_EQ(report.problems[0].why,
              "the id a is taken by a.md; this document is left out");
    EXPECT_EQ(report.problems[1].path, "b.jsonl");
    EXPECT_EQ(report.problems[1].line, 4);
    EXPECT_EQ(report.problems[1].why,
              "the id b is taken by b.jsonl:2; this document is left out");
    EXPECT_EQ(report.problems[2].path, "c.jsonl");
    EXPECT_EQ(report.problems[2].line, 1);
}

TEST(Reindex, OneFileOfRecordsDoesNotFillTheReport) {
    const TempDir dir;
    std::string lines = "{\"_id\": \"a\", \"text\": \"x\"}\n";
    for (int i = 0; i < 5000; ++i) {
        lines += "oops\n";
    }
    dir.write("site/a.jsonl", lines);
    const std::atomic<bool> stop{false};
    const Report report =
        reindex({dir.path() / "index", {dir.path() / "site"}, "/"}, no_progress, stop);
    ASSERT_EQ(report.problems.size(), 101U);
    EXPECT_EQ(report.problems.back().why,
              "4900 more problems in this file are not listed");
}

TEST(Reindex, ComparesFilesOfRecordsByContent) {
    const TempDir dir;
    const std::atomic<bool> stop{false};
    const auto run = [&] {
        return reindex(
            {dir.path() / "index", {dir.path() / "site"}, "/"}, no_progress, stop);
    };
    dir.write("site/a.jsonl", "{\"_id\": \"a\", \"text\": \"x\"}\n");
    EXPECT_EQ(run().files.added, 1U);
    EXPECT_EQ(run().files.unchanged, 1U);
    dir.write("site/a.jsonl", "{\"_id\": \"a\", \"text\": \"y\"}\n");
    EXPECT_EQ(run().files.changed, 1U);
}

}  // namespace
}  // namespace recovery
