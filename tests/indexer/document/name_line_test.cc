// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/name_line.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recovery {
namespace {

struct Example {
    const char* line;
    const char* name;
    std::vector<std::string> credentials;
    const char* role;
};

TEST(NameLine, ReadsNameCredentialsAndRole) {
    const Example examples[] = {
        {"Jane Public", "Jane Public", {}, ""},
        {"Jane Q.Public,LISW-S", "Jane Q. Public", {"LISW-S"}, ""},
        {"Jane Public LADC III", "Jane Public", {"LADC III"}, ""},
        {"Jane Public LADC III, QMHS", "Jane Public", {"LADC III", "QMHS"}, ""},
        {"Jane Public RN QMHS", "Jane Public", {"RN", "QMHS"}, ""},
        {"Jane Public, M.S.W., Ph.D.", "Jane Public", {"M.S.W.", "Ph.D."}, ""},
        {"Jane Public M.D.", "Jane Public", {"M.D."}, ""},
        {"Jane Public, MEd, LPCC-S", "Jane Public", {"MEd", "LPCC-S"}, ""},
        {"Jane Public MSN/RN", "Jane Public", {"MSN", "RN"}, ""},
        {"Jane Public (LSW)", "Jane Public", {"LSW"}, ""},
        {"Dr. Jane Public, PsyD", "Dr. Jane Public", {"PsyD"}, ""},
        {"T.J.Marsh LSW", "T.J. Marsh", {"LSW"}, ""},
        {"TJ Marsh", "TJ Marsh", {}, ""},
        {"Sean O’Neil", "Sean O’Neil", {}, ""},
        {"Mary-Kate Smith-Jones MSW", "Mary-Kate Smith-Jones", {"MSW"}, ""},
        {"Thomas Waverly, Jr., LSW", "Thomas Waverly Jr.", {"LSW"}, ""},
        {"Thomas Waverly III, LSW", "Thomas Waverly III", {"LSW"}, ""},
        {"Maria de la Cruz", "Maria de la Cruz", {}, ""},
        {"José Núñez-Ortiz PsyD", "José Núñez-Ortiz", {"PsyD"}, ""},
        {"Angus McKay LSW", "Angus McKay", {"LSW"}, ""},
        {"Joseph “Joe” Marsh", "Joseph “Joe” Marsh", {}, ""},
        {"DANA WHITLOW, RN", "DANA WHITLOW", {"RN"}, ""},
        {"Jane Public, LSW, Head of Care", "Jane Public", {"LSW"}, "Head of Care"},
        {"Jane Public – Clinical Director", "Jane Public", {}, "Clinical Director"},
        {"Jane Public | Cook, Gardener", "Jane Public", {}, "Cook, Gardener"},
    };
    for (const Example& example : examples) {
        const auto line = parse_name_line(example.line);
        ASSERT_TRUE(line.has_value()) << example.line;
        EXPECT_EQ(line->name, example.name) << example.line;
        EXPECT_EQ(line->credentials, example.credentials) << example.line;
        EXPECT_EQ(line->role, example.role) << example.line;
    }
}

TEST(NameLine, RefusesLinesOfAnotherShape) {
    for (const char* line : {"",
                             "Jane",
                             "Jane P.",
                             "jane public",
                             "Help for Families",
                             "A Guide",
                             "Schedule 1 Drugs",
                             "Read More About Us",
                             "Smoking Cessation.",
                             "Treating Anxiety with CBT",
                             "What Is Detox?",
                             "One Two Three Four Five Six",
                             ",,,",
                             "(Jane) Public",
                             "Jane Public lives here"}) {
        EXPECT_FALSE(parse_name_line(line).has_value()) << line;
    }
}

TEST(NameLine, KnowsWhichCredentialsAreCertain) {
    EXPECT_TRUE(parse_name_line("Jane Public, LSW")->credentials_certain);
    EXPECT_TRUE(parse_name_line("Jane Public RN QMHS")->credentials_certain);
    EXPECT_FALSE(parse_name_line("Jane Public LSW")->credentials_certain);
    EXPECT_FALSE(parse_name_line("San Tomas, OH")->credentials_certain);
}

}  // namespace
}  // namespace recovery
