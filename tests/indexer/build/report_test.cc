// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/report.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace recovery {
namespace {

Report sample() {
    Report report;
    report.documents = {1, 2, 0};
    report.sections = 9;
    report.files.added = 3;
    report.files.skipped = 1;
    report.problems = {{"a.md", 3, 7, "broken YAML"},
                       {"b\x1B[2J.md", 0, 0, "empty file"}};
    report.skipped = {{"c.md", "draft"}};
    return report;
}

TEST(Report, KeepsTheJsonContract) {
    const auto json = nlohmann::json::parse(report_json(sample()));
    EXPECT_EQ(json["documents"],
              (nlohmann::json{{"articles", 1}, {"faqs", 2}, {"bios", 0}}));
    EXPECT_EQ(json["sections"], 9);
    EXPECT_EQ(json["files"].size(), 6U);
    EXPECT_EQ(json["files"]["skipped"], 1);
    EXPECT_EQ(json["problems"][0],
              (nlohmann::json{
                  {"path", "a.md"}, {"line", 3}, {"column", 7}, {"why", "broken YAML"}}));
}

TEST(Report, ReadsLikeACompilersOutput) {
    EXPECT_EQ(report_text(sample(), false),
              "Index: 1 article, 2 FAQs, 0 bios in 9 sections\n"
              "Files: 3 added, 1 skipped\n"
              "2 problems:\n"
              "  a.md:3:7: broken YAML\n"
              "  b\xEF\xBF\xBD[2J.md: empty file\n");
    EXPECT_NE(report_text(sample(), true).find("  skipped c.md: draft\n"),
              std::string::npos);
    EXPECT_EQ(problems_text({}), "");
}

}  // namespace
}  // namespace recovery
