// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/trec_files.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

std::vector<std::string> ids(const std::vector<ScoredDocument>& documents) {
    std::vector<std::string> result;
    for (const ScoredDocument& document : documents) {
        result.push_back(document.id);
    }
    return result;
}

template <typename Read>
std::string error_of(Read read) {
    try {
        read();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

TEST(Qrels, ReadsBeirWithItsHeader) {
    const TempDir dir;
    const Qrels qrels = read_qrels(dir.write(
        "a.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t-1\n\nq2\td1\t0"));
    EXPECT_EQ(qrels, (Qrels{{"q1", {{"d1", 2}, {"d2", -1}}}, {"q2", {{"d1", 0}}}}));
}

TEST(Qrels, ReadsTrecAndFilesWithoutHeader) {
    const TempDir dir;
    EXPECT_EQ(read_qrels(dir.write("a", "q1 0 d1 1\r\nq1 0 d2 0\r\n")),
              (Qrels{{"q1", {{"d1", 1}, {"d2", 0}}}}));
    EXPECT_EQ(read_qrels(dir.write("b", "q1\td1\t1\n")), (Qrels{{"q1", {{"d1", 1}}}}));
    EXPECT_TRUE(read_qrels(dir.write("c", "")).empty());
}

TEST(Qrels, NamesFileAndLineOfAMistake) {
    const TempDir dir;
    const auto message = [&](const char* text) {
        return error_of([&] { (void)read_qrels(dir.write("q.tsv", text)); });
    };
    EXPECT_THAT(message("q1 d1 1\nq1 d2 high\n"),
                EndsWith("q.tsv:2: the grade is no whole number: high"));
    EXPECT_THAT(message("q1 d1 1\n\nq1 d2 1.5\n"), HasSubstr("q.tsv:3: "));
    EXPECT_THAT(message("q1 d1\n"), HasSubstr("q.tsv:1: wants "));
    EXPECT_THAT(message("q1 d1 1\nq1 d1 2\n"),
                EndsWith("q.tsv:2: d1 has another grade further up"));
    EXPECT_EQ(message("q1 d1 1\nq1 d1 1\n"), "no error");
}

TEST(Qrels, SaysWhichFileCannotBeRead) {
    const TempDir dir;
    const std::string missing = (dir.path() / "none").string();
    EXPECT_EQ(error_of([&] { (void)read_qrels(missing); }), "cannot read " + missing);
    EXPECT_THAT(error_of([&] { (void)read_qrels(dir.path()); }),
                HasSubstr("cannot read"));
}

TEST(Runs, OrdersByScoreThenIdBothDescending) {
    const TempDir dir;
    const EngineRun run = read_run(dir.write(
        "a.run", "q Q0 d1 1 1.5 t\nq Q0 d3 2 2 t\nq Q0 d2 3 1.5 t\nq Q0 d4 4 1e1 t\n"));
    EXPECT_THAT(ids(run.at("q")), ElementsAre("d4", "d3", "d2", "d1"));
}

TEST(Runs, NamesFileAndLineOfAMistake) {
    const TempDir dir;
    const auto message = [&](const char* text) {
        return error_of([&] { (void)read_run(dir.write("a.run", text)); });
    };
    EXPECT_THAT(message("q Q0 d1 1\n"), HasSubstr("a.run:1: wants "));
    EXPECT_THAT(message("q Q0 d1 1 nan t\n"), HasSubstr("a.run:1: the score"));
    EXPECT_THAT(message("q Q0 d1 1 2 t\nq Q0 d1 2 1 t\n"), HasSubstr("a.run:2: d1"));
}

TEST(Runs, KeepTheOrderOfTiesWhenWritten) {
    const TempDir dir;
    const std::string file = (dir.path() / "a.run").string();
    const EngineRun run{
        {"q", {{"a", 7.25}, {"b", 7.25}, {"c", 7.25}, {"d", 0}, {"e", 0}, {"f", -1}}},
        {"none", {}}};
    write_run(file, run, "tag");
    EXPECT_THAT(ids(read_run(file).at("q")), ElementsAre("a", "b", "c", "d", "e", "f"));
    std::ifstream in(file);
    std::string first;
    std::getline(in, first);
    EXPECT_EQ(first, "q Q0 a 1 7.25 tag");
}

TEST(Runs, SayWhichFileCannotBeWritten) {
    EXPECT_EQ(error_of([] { write_run("/nowhere/a.run", {}, "tag"); }),
              "cannot write /nowhere/a.run");
}

}  // namespace
}  // namespace recovery
