// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/trec_run.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

std::vector<Hit> hits(const std::vector<std::pair<std::string, double>>& scores) {
    std::vector<Hit> all;
    for (const auto& [id, score] : scores) {
        all.emplace_back();
        all.back().id = id;
        all.back().score = score;
    }
    return all;
}

std::vector<double> scores_in(const std::string& lines) {
    std::vector<double> scores;
    std::istringstream in(lines);
    std::string query;
    std::string iteration;
    std::string document;
    std::string rank;
    std::string score;
    std::string tag;
    while (in >> query >> iteration >> document >> rank >> score >> tag) {
        scores.push_back(std::strtod(score.c_str(), nullptr));
        EXPECT_EQ(rank, std::to_string(scores.size()));
    }
    return scores;
}

TEST(TrecRun, HasALineADocument) {
    EXPECT_EQ(trec_run_lines("q1", hits({{"a#b", 12.5}, {"c/d", 3}})),
              "q1 Q0 a#b 1 12.5 recovery\n"
              "q1 Q0 c/d 2 3 recovery\n");
    EXPECT_EQ(trec_run_lines("q1", {}), "");
}

TEST(TrecRun, ScoresFallFromLineToLine) {
    const double tiny = std::numeric_limits<double>::denorm_min();
    const std::vector<double> cases[] = {{7, 7, 7, 7},
                                         {7.00000002, 7.00000001, 7},
                                         {0, 0, 0},
                                         {tiny, tiny, 0},
                                         {1e308, 1e308, 1},
                                         {12.345678901, 12.345678901, 12.3456788, 1}};
    for (const std::vector<double>& given : cases) {
        std::vector<std::pair<std::string, double>> scored;
        for (const double score : given) {
            scored.emplace_back("d", score);
        }
        const std::vector<double> printed = scores_in(trec_run_lines("q", hits(scored)));
        ASSERT_EQ(printed.size(), given.size());
        for (std::size_t i = 1; i < printed.size(); ++i) {
            EXPECT_LT(printed[i], printed[i - 1]) << given[0];
            EXPECT_LT(static_cast<float>(printed[i]), static_cast<float>(printed[i - 1]))
                << given[0] << ": in single precision";
        }
    }
}

TEST(TrecRun, KeepsDocumentsOneWord) {
    EXPECT_EQ(trec_run_lines("q",
                             hits({{"a b\tc\xC2\xA0"
                                    "d%",
                                    1}})),
              "q Q0 a%20b%09c%C2%A0d% 1 1 recovery\n");
}

class TrecRunFile : public testing::Test {
  protected:
    void SetUp() override {
        publish_index(dir_.path() / "index",
                      {sample_article("rest", "Rest", {{"", "Sleep well."}}),
                       sample_faq("nap", "Is a nap good?", "Sleep is.")});
    }

    std::size_t write(const std::vector<BatchQuestion>& questions, bool stopped = false) {
        Searcher searcher(dir_.path() / "index");
        const std::atomic<bool> stop{stopped};
        return write_trec_run(searcher, questions, {}, out(), stop);
    }

    [[nodiscard]] std::filesystem::path out() const {
        return dir_.path() / "run/all.run";
    }

    const TempDir dir_;
};

TEST_F(TrecRunFile, CountsQuestionsWithAResult) {
    std::filesystem::create_directory(dir_.path() / "run");
    EXPECT_EQ(write({{"1", "sleep"}, {"2", "zebra"}, {"3", ""}}), 1U);
    EXPECT_GT(std::filesystem::file_size(out()), 0U);
}

TEST_F(TrecRunFile, LeavesNothingWhenItIsStoppedOrRefused) {
    std::filesystem::create_directory(dir_.path() / "run");
    EXPECT_THROW((void)write({{"1", "sleep"}}, true), Error);
    for (const char* id : {"", "a b", "a\tb", "a\nb", "\xE2\x80\xA8", "a\x01"}) {
        try {
            (void)write({{"1", "sleep"}, {id, "sleep"}});
            ADD_FAILURE() << id;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage);
            EXPECT_NE(std::string(error.what()).find(id), std::string::npos);
        }
    }
    EXPECT_THROW((void)write({{"1", "sleep"}, {"1", "nap"}}), Error);
    EXPECT_TRUE(std::filesystem::is_empty(dir_.path() / "run"));
}

}  // namespace
}  // namespace recovery
