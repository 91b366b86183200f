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

}  // namespace
}  // namespace recovery
