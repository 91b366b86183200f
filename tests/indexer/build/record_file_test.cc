// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/record_file.h"

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/build/change_set.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

struct Reading {
    std::vector<std::string> lines;  // "LINE ID" or "LINE! why"
    std::optional<std::string> hash;
};

Reading read(const std::filesystem::path& file) {
    Reading reading;
    const std::atomic<bool> stop{false};
    reading.hash = read_record_file(
        {file, "all.jsonl", ""},
        "/",
        [&](const std::variant<Document, Problem>& outcome, int line) {
            if (const auto* document = std::get_if<Document>(&outcome)) {
                reading.lines.push_back(std::to_string(line) + " " + document->id);
            } else {
                const Problem& problem = std::get<Problem>(outcome);
                EXPECT_EQ(problem.path, "all.jsonl");
                EXPECT_EQ(problem.line, line);
                reading.lines.push_back(std::to_string(line) + "! " + problem.why);
            }
        },
        stop);
    return reading;
}

Reading read_bytes(const std::string& bytes) {
    const TempDir dir;
    return read(dir.write("all.jsonl", bytes));
}

using Lines = std::vector<std::string>;

std::string record(const std::string& id, const std::string& text = "x") {
    return R"({"_id": ")" + id + R"(", "text": ")" + text + "\"}";
}

TEST(RecordFile, ReadsLineByLine) {
    EXPECT_EQ(
        read_bytes(record("a") + "\n\n \t\r\n" + record("b") + "\r\n{\n" + record("c"))
            .lines.size(),
        4U);
    EXPECT_EQ(read_bytes("\xEF\xBB\xBF" + record("a") + "\n" + record("b") + "\n").lines,
              (Lines{"1 a", "2 b"}));
}

TEST(RecordFile, GoesOnBehindABrokenLine) {
    const Lines lines = read_bytes(record("a") + "\n[]\n" + record("b")).lines;
    EXPECT_EQ(lines, (Lines{"1 a", "2! not a JSON object", "3 b"}));
}

TEST(RecordFile, MendsBytesAndSaysSoOnce) {
    const char* const mended = "! not valid UTF-8; bad bytes were replaced";
    EXPECT_EQ(read_bytes(record("a") + "\n" + record("b", "\xFF") + "\n" +
                         record("c", "\xC3") + "\n" + record("d", "\\ud800"))
                  .lines,
              (Lines{"1 a", std::string("2") + mended, "2 b", "3 c", "4 d"}));
    EXPECT_EQ(read_bytes(record("a", "\\ud800")).lines,
              (Lines{std::string("1") + mended, "1 a"}));
}

TEST(RecordFile, HashesWhatItReadsLikeAnyFile) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) {
        bytes +=
            record(std::to_string(i), std::string(static_cast<std::size_t>(i % 90), 'y'));
        bytes += "\n";
    }
    const Reading reading = read_bytes(bytes);
    EXPECT_EQ(reading.lines.size(), 5000U);
    EXPECT_EQ(reading.lines.back(), "5000 4999");
    EXPECT_EQ(reading.hash, content_hash(bytes));
}

TEST(RecordFile, TakesALineOfEightMebibytesAndNoLonger) {
    const std::string frame = record("a", "");
    const std::string fits(max_record_line_bytes - frame.size(), 'y');
    EXPECT_EQ(read_bytes(record("a", fits)).lines, Lines{"1 a"});
    const Lines lines =
        read_bytes(record("a", fits + "y") + "\n" + record("b") + "\n" +
                   std::string(3 * max_record_line_bytes, '[') + "\n" + record("c"))
            .lines;
    const char* const long_line = "! a line above 8 MiB; it is left out";
    EXPECT_EQ(
        lines,
        (Lines{
            std::string("1") + long_line, "2 b", std::string("3") + long_line, "4 c"}));
}

TEST(RecordFile, ReportsAFileWithoutRecords) {
    EXPECT_EQ(read_bytes("").lines, Lines{"0! empty file"});
    EXPECT_EQ(read_bytes("\xEF\xBB\xBF\n \n").lines, Lines{"0! empty file"});
    EXPECT_EQ(read_bytes(std::string("\x7F"
                                     "ELF\0\n\n\n",
                                     8))
                  .lines,
              Lines{"0! looks like a binary file"});
}

TEST(RecordFile, AnUnreadableFileIsAProblem) {
    const TempDir dir;
    const Reading folder = read(dir.path());
    ASSERT_EQ(folder.lines.size(), 1U);
    EXPECT_EQ(folder.lines[0].rfind("0! cannot be read: ", 0), 0U) << folder.lines[0];
    EXPECT_FALSE(folder.hash.has_value());
    EXPECT_FALSE(read(dir.path() / "none.jsonl").hash.has_value());
}

TEST(RecordFile, StopsInTheMiddle) {
    const TempDir dir;
    std::string bytes;
    for (int i = 0; i < 20000; ++i) {
        bytes += record(std::to_string(i)) + "\n";
    }
    std::atomic<bool> stop{false};
    std::size_t seen = 0;
    const auto sink = [&](const std::variant<Document, Problem>&, int) {
        ++seen;
        stop = true;
    };
    try {
        (void)read_record_file(
            {dir.write("all.jsonl", bytes), "all.jsonl", ""}, "/", sink, stop);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::interrupted);
    }
    EXPECT_GT(seen, 0U);
    EXPECT_LT(seen, 10000U);
}

TEST(RecordFile, PassesOnWhatTheSinkThrows) {
    const TempDir dir;
    const std::atomic<bool> stop{false};
    EXPECT_THROW((void)read_record_file(
                     {dir.write("all.jsonl", record("a")), "all.jsonl", ""},
                     "/",
                     [](const auto&, int) {
                         throw Error{ErrorCode::io, "cannot write"};
                     },
                     stop),
                 Error)
        << "a full disk is no problem of the file";
}

}  // namespace
}  // namespace recovery
