// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/relevance/beir_folder.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <typename Work>
std::string error_of(Work work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

std::string qrels_name(const std::filesystem::path& folder, const std::string& wanted) {
    return open_beir_folder(folder, wanted).qrels.filename().string();
}

TEST(BeirFolder, TakesTestTsvTheOnlyTableOrTheOneAskedFor) {
    const TempDir dir;
    dir.write("corpus.jsonl", "");
    dir.write("queries.jsonl", "");
    EXPECT_THAT(error_of([&] { (void)open_beir_folder(dir.path(), ""); }),
                HasSubstr("test.tsv"));
    dir.write("qrels/dev.tsv", "");
    EXPECT_EQ(qrels_name(dir.path(), ""), "dev.tsv");
    dir.write("qrels/test.tsv", "");
    EXPECT_EQ(qrels_name(dir.path(), ""), "test.tsv");
    EXPECT_EQ(qrels_name(dir.path(), "dev.tsv"), "dev.tsv");
    EXPECT_THAT(error_of([&] { (void)open_beir_folder(dir.path(), "train.tsv"); }),
                HasSubstr("train.tsv"));
}

TEST(BeirFolder, IsCalledByItsLastComponent) {
    EXPECT_EQ(beir_folder_name("/sets/stackfaq"), "stackfaq");
    EXPECT_EQ(beir_folder_name("/sets/stackfaq/"), "stackfaq");
    EXPECT_EQ(beir_folder_name("/sets/stackfaq/."), "stackfaq");
}

TEST(BeirFolder, ReadsDocumentsInFileOrder) {
    const TempDir dir;
    std::vector<std::string> seen;
    const auto corpus = dir.write(
        "corpus.jsonl",
        "{\"_id\": \"2\", \"title\": \"A\", \"text\": \"b\", \"metadata\": {}}\n\n"
        "{\"_id\": \"1\", \"text\": \"c\"}");
    const std::size_t count = each_document(corpus, [&](const BeirDocument& document) {
        seen.push_back(document.id + "|" + document.title + "|" + document.text);
    });
    EXPECT_EQ(count, 2U);
    EXPECT_THAT(seen, ElementsAre("2|A|b", "1||c"));
}

TEST(BeirFolder, NamesFileAndLineOfAMistake) {
    const TempDir dir;
    const auto message = [&](const char* text) {
        const auto corpus = dir.write("corpus.jsonl", text);
        return error_of([&] { (void)each_document(corpus, [](const auto&) {}); });
    };
    EXPECT_THAT(message("\nnot json\n"), HasSubstr("corpus.jsonl:2: not a JSON object"));
    EXPECT_THAT(message("{\"_id\": \"1\"}\n"), HasSubstr("corpus.jsonl:1: wants"));
    EXPECT_THAT(message("{\"_id\": 1, \"text\": \"a\"}\n"), HasSubstr(":1: wants"));
    EXPECT_THAT(message("{\"_id\": \"1\", \"text\": 5}\n"), HasSubstr(":1: wants"));
}

}  // namespace
}  // namespace recovery
