// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/record_reader.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

const RecordPlace place{"faq/all.jsonl", 7, "https://example.org/"};

Document document(const std::string& line) {
    auto outcome = read_record(line, place);
    if (const auto* problem = std::get_if<Problem>(&outcome)) {
        ADD_FAILURE() << line << ": " << problem->why;
        return {};
    }
    return std::get<Document>(std::move(outcome));
}

std::string why(const std::string& line) {
    auto outcome = read_record(line, place);
    if (const auto* problem = std::get_if<Problem>(&outcome)) {
        EXPECT_EQ(problem->path, place.path);
        EXPECT_EQ(problem->line, place.line);
        return problem->why;
    }
    return "";
}

TEST(RecordReader, MakesAnArticleOfOneSection) {
    const Document made = document(
        R"({"_id": "T1A2", "title": " Tea  and\nrest ", "text": "# One\n\nTwo?\r\n\r\nThree. ",)"
        R"( "metadata": {"thread": [1, {"a": null}]}})");
    EXPECT_EQ(made.kind, Kind::article);
    EXPECT_EQ(made.id, "T1A2");
    EXPECT_EQ(made.url, "https://example.org/T1A2");
    EXPECT_EQ(made.anchor, "");
    EXPECT_EQ(made.path, "faq/all.jsonl");
    EXPECT_EQ(made.title, "Tea and rest");
    ASSERT_EQ(made.sections.size(), 1U);
    EXPECT_EQ(made.sections[0].heading, "");
    EXPECT_EQ(made.sections[0].text, "# One\n\nTwo?\n\nThree.");
}

TEST(RecordReader, TakesAllFieldsOfAPage) {
    const Document made = document(
        R"({"_id": "q", "type": "faq", "title": "Is it?", "text": "Yes.", "url": "/q#a",)"
        R"( "description": "About\tit.", "date": "2026-11-24", "lastmod": "2026-11-25",)"
        R"( "tags": "sleep, rest", "authors": "Doe, Jane", "keywords": ["nap", null, "nap"],)"
        R"( "name": 5, "role": []})");
    EXPECT_EQ(made.kind, Kind::faq);
    EXPECT_EQ(made.url, "/q#a");
    EXPECT_EQ(made.description, "About it.");
    EXPECT_EQ(made.date, "2026-11-24");
    EXPECT_EQ(made.lastmod, "2026-11-25");
    EXPECT_EQ(made.tags, (std::vector<std::string>{"sleep", "rest"}));
    EXPECT_EQ(made.authors, (std::vector<std::string>{"Doe, Jane"}));
    EXPECT_EQ(made.keywords, (std::vector<std::string>{"nap"}));
}

TEST(RecordReader, ABioIsTitledByItsName) {
    const Document made = document(
        R"({"_id": "jane", "type": "Bio", "name": "Jane Sample", "role": "Nurse",)"
        R"( "credentials": ["RN", "PRS"], "location": "Utah"})");
    EXPECT_EQ(made.kind, Kind::bio);
    EXPECT_EQ(made.title, "Jane Sample");
    EXPECT_EQ(made.credentials, (std::vector<std::string>{"RN", "PRS"}));
    EXPECT_EQ(made.role, "Nurse");
    EXPECT_EQ(made.location, "Utah");
    ASSERT_EQ(made.sections.size(), 1U);
    EXPECT_EQ(made.sections[0].text, "");
}

TEST(RecordReader, NeedsNoTitleOrNoText) {
    EXPECT_EQ(document(R"({"_id": "a", "title": null, "text": "Text."})").title, "");
    EXPECT_EQ(document(R"({"_id": "a", "title": "Title"})").sections[0].text, "");
    EXPECT_EQ(why(R"({"_id": "a", "title": "", "text": " \n"})"),
              "neither title nor text");
    EXPECT_EQ(why(R"({"_id": "a", "name": "Not a bio"})"), "neither title nor text");
}

TEST(RecordReader, EncodesTheIdInItsAddress) {
    EXPECT_EQ(document(R"({"_id": "a:1.2/\u00e9%20", "text": "x"})").url,
              "https://example.org/a%3A1.2/%C3%A9%2520");
    EXPECT_EQ(document(R"({"_id": "../..", "text": "x"})").url, "https://example.org/");
}

TEST(RecordReader, KeepsControlsOutOfTexts) {
    const Document made = document(
        R"({"_id": "a", "title": "x\u0000\u001by", "text": "p\u0007q\u009b\tr\rs"})");
    EXPECT_EQ(made.title, "x y");
    EXPECT_EQ(made.sections[0].text, "p q \tr\ns");
}

TEST(RecordReader, SaysWhatIsWrongWithAnId) {
    EXPECT_EQ(why(R"({"text": "x"})"), "_id is missing");
    EXPECT_EQ(why(R"({"_id": "", "text": "x"})"), "_id is missing");
    EXPECT_EQ(why(R"({"_id": null, "text": "x"})"), "_id is missing");
    EXPECT_EQ(why(R"({"_id": 7, "text": "x"})"), "_id: expected text, found a number");
    for (const char* id :
         {"a b", " ", "a\\n", "\\u0000", "\\u00a0", "\\u0085", "\\u007f"}) {
        EXPECT_EQ(why(std::string(R"({"text": "x", "_id": ")") + id + "\"}"),
                  "_id: holds white space or control characters")
            << id;
    }
    const std::string longest(max_record_id_bytes, 'x');
    EXPECT_EQ(document("{\"_id\":\"" + longest + "\",\"text\":\"x\"}").id, longest);
    EXPECT_NE(why("{\"_id\":\"" + longest + "x\",\"text\":\"x\"}"), "");
}

TEST(RecordReader, SaysWhichFieldIsOfTheWrongType) {
    const std::pair<const char*, const char*> wrong[] = {
        {R"("title": 1)", "title: expected text, found a number"},
        {R"("text": ["x"])", "text: expected text, found a list"},
        {R"("title": {"en": "x"})", "title: expected text, found an object"},
        {R"("url": false)", "url: expected text, found true or false"},
        {R"("tags": {"a": 1})", "tags: expected a list of texts, found an object"},
        {R"("tags": ["a", 1.5])", "tags: expected a list of texts, found a number in it"},
        {R"("tags": [["a"]])", "tags: expected a list of texts, found a list in it"},
        {R"("date": "24.11.2026")", "date: \"24.11.2026\" is not a date (YYYY-MM-DD)"}};
    for (const auto& [field, reason] : wrong) {
        EXPECT_EQ(why(std::string(R"({"_id": "a", "text": "x", )") + field + "}"),
                  reason);
    }
    EXPECT_TRUE(why(R"({"_id": "a", "text": "x", "type": "recipe"})")
                    .starts_with("type: \"recipe\" is none of article"));
    EXPECT_EQ(why(R"({"_id": "a", "name": "x", "type": "bio", "credentials": 1})"),
              "credentials: expected a list of texts, found a number");
}

TEST(RecordReader, LinksOnlyToPages) {
    const auto reason = [](const std::string& url) {
        return why(R"({"_id": "a", "text": "x", "url": ")" + url + "\"}");
    };
    for (const char* url : {"/", "/a/b?c=d", "https://example.org", "http://x/y#z", ""}) {
        EXPECT_EQ(reason(url), "") << url;
    }
    for (const char* url : {"javascript:alert(1)",
                            "JAVASCRIPT:x",
                            "data:text/html,x",
                            "//example.org",
                            "/\\\\example.org",
                            "a/b",
                            "https://a b"}) {
        EXPECT_TRUE(reason(url).starts_with("url: ")) << url;
    }
}

TEST(RecordReader, BoundsItsFields) {
    const std::string big(70000, 'x');
    EXPECT_EQ(why(R"({"_id": "a", "title": ")" + big + "\"}"), "title: more than 64 KiB");
    EXPECT_EQ(document(R"({"_id": "a", "text": ")" + big + "\"}").sections[0].text, big);
    std::string items;
    std::string commas;
    for (int i = 0; i < 300; ++i) {
        items += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\"";
        commas += std::to_string(i) + ",";
    }
    const char* const reason = "tags: more than 200 items or 64 KiB";
    EXPECT_EQ(why(R"({"_id": "a", "text": "x", "tags": [)" + items + "]}"), reason);
    EXPECT_EQ(why(R"({"_id": "a", "text": "x", "tags": ")" + commas + "\"}"), reason);
    EXPECT_EQ(why(R"({"_id": "a", "text": "x", "tags": [")" + big + "\"]}"), reason);
}

TEST(RecordReader, NamesTheColumnOfBrokenJson) {
    const auto outcome = read_record("{\"_id\": \"\xC3\xA9\", oops}", place);
    const Problem& problem = std::get<Problem>(outcome);
    EXPECT_EQ(problem.column, 14);
    EXPECT_EQ(problem.why.rfind("not valid JSON: ", 0), 0U) << problem.why;
    EXPECT_LT(why("{\"a\": \"" + std::string(100000, 'x')).size(), 200U);
}

TEST(RecordReader, TakesNothingButAnObject) {
    for (const char* line : {"[]", "1", "\"x\"", "null", "true", R"([{"_id": "a"}])"}) {
        EXPECT_EQ(why(line), "not a JSON object") << line;
    }
    for (const char* line : {"{", "{}{}", "", R"({"_id": "a", "text": "x"} x)"}) {
        EXPECT_NE(why(line), "") << line;
    }
}

TEST(RecordReader, KnowsItsFilesByTheirExtension) {
    EXPECT_TRUE(is_record_file("a/b.jsonl"));
    EXPECT_TRUE(is_record_file("B.JSONL"));
    EXPECT_FALSE(is_record_file("b.json"));
    EXPECT_FALSE(is_record_file("jsonl"));
}

}  // namespace
}  // namespace recovery
