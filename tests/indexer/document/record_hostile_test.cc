// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines that nobody should export: whatever they hold, they are a Document or a Problem.
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/surrogates.h"
#include "indexer/base/utf8.h"
#include "indexer/document/record_reader.h"

namespace recovery {
namespace {

const RecordPlace place{"x.jsonl", 1, "/"};

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

/// Reads a line as it is and as the indexer mends it; what comes out must be sound.
bool is_document(const std::string& line) {
    bool found = false;
    for (const std::string& text : {line, without_half_surrogates(repair_utf8(line))}) {
        const auto outcome = read_record(text, place);
        const auto* document = std::get_if<Document>(&outcome);
        found = document != nullptr;
        if (found) {
            EXPECT_EQ(document->sections.size(), 1U);
            EXPECT_FALSE(document->id.empty());
            EXPECT_TRUE(is_valid_utf8(document->title + document->sections[0].text));
        } else {
            EXPECT_FALSE(std::get<Problem>(outcome).why.empty());
            EXPECT_LT(std::get<Problem>(outcome).why.size(), 400U);
        }
    }
    return found;
}

std::string record(const std::string& field) {
    return R"({"_id": "a", "text": "x", )" + field + "}";
}

TEST(HostileRecords, NestingTakesNoStack) {
    const std::size_t deep = 100000;
    EXPECT_FALSE(is_document(repeated("[", deep)));
    EXPECT_FALSE(is_document(repeated("[", deep) + repeated("]", deep)));
    EXPECT_FALSE(is_document(repeated("{\"a\":", deep)));
    EXPECT_FALSE(is_document(
        record("\"metadata\": " + repeated("[", deep) + repeated("]", deep))));
    EXPECT_FALSE(
        is_document(record("\"tags\": " + repeated("[", deep) + repeated("]", deep))));
    EXPECT_TRUE(
        is_document(record("\"metadata\": " + repeated("[", 60) + repeated("]", 60))));
}

TEST(HostileRecords, HalfSurrogatesAreMended) {
    EXPECT_TRUE(is_document(R"({"_id": "a", "text": "x\ud800y"})"));
    EXPECT_TRUE(is_document(R"({"_id": "a", "text": "\udc00\ud800"})"));
    EXPECT_TRUE(is_document(R"({"_id": "\ud800", "title": "x"})"));
    EXPECT_FALSE(is_document(R"({"_id": "a", "text": "\ud8"})"));
}

TEST(HostileRecords, NumbersMayBeHuge) {
    EXPECT_TRUE(is_document(record("\"n\": " + std::string(5000, '9') + "e-4990")));
    EXPECT_FALSE(is_document(record("\"n\": 1e999999999999")));
    EXPECT_FALSE(is_document(record("\"n\": -" + std::string(100000, '9'))));
    EXPECT_FALSE(is_document(record("\"title\": 1e308")));
    EXPECT_FALSE(is_document(record("\"n\": NaN")));
}

TEST(HostileRecords, ManyFieldsAreFieldsAllTheSame) {
    EXPECT_TRUE(
        is_document(record(repeated("\"f\": {\"text\": 1}, ", 50000) + "\"g\": 1")));
    EXPECT_TRUE(is_document(record(repeated("\"title\": \"x\", ", 50000) + "\"g\": 1")));
    EXPECT_FALSE(
        is_document(record("\"tags\": [" + repeated("\"x\",", 90000) + "\"x\"]")));
}

TEST(HostileRecords, SurvivesRandomLines) {
    const std::vector<std::string> pieces{"{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          ":",
                                          "\"",
                                          "\"_id\":",
                                          "\"text\":",
                                          "\"title\":",
                                          "\"tags\":",
                                          "\"type\":",
                                          "\"bio\"",
                                          "\"a\"",
                                          "\\ud800",
                                          "\\udc00",
                                          "\\u0000",
                                          "\\",
                                          "null",
                                          "true",
                                          "-1e400",
                                          "0.5",
                                          "\xFF",
                                          "\xC3",
                                          "\xEF\xBB\xBF",
                                          "\t",
                                          "\xE2\x80\xA8",
                                          "\x01",
                                          "\"url\":",
                                          "\"/\"",
                                          "{\"_id\":\"a\",\"text\":\"x\"",
                                          "\"date\":",
                                          "\"2026-02-30\"",
                                          " "};
    std::mt19937 random(7);
    std::size_t documents = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string line = random() % 2 == 0 ? "{\"_id\":\"a\",\"text\":\"x\"" : "";
        for (std::size_t left = random() % 12; left > 0; --left) {
            line += pieces[random() % pieces.size()];
        }
        line += random() % 2 == 0 ? "}" : "";
        documents += is_document(line) ? 1 : 0;
    }
    EXPECT_GT(documents, 100U);
    for (int round = 0; round < 5000; ++round) {
        std::string bytes;
        for (std::size_t left = random() % 200; left > 0; --left) {
            bytes += static_cast<char>(random() % 256);
        }
        EXPECT_FALSE(is_document(bytes));
    }
}

TEST(HostileRecords, SurvivesACutAndAFlippedByteAnywhere) {
    const std::string whole =
        R"({"_id": "a", "title": "\u00e9 t", "text": "x\ny", "tags": ["b", "c"], "n": {"m": [1]}})";
    for (std::size_t at = 0; at < whole.size(); ++at) {
        EXPECT_FALSE(is_document(whole.substr(0, at)));
        for (const int flip : {0x01, 0x20, 0x80}) {
            std::string line = whole;
            line[at] = static_cast<char>(line[at] ^ flip);
            static_cast<void>(is_document(line));
        }
    }
}

}  // namespace
}  // namespace recovery
