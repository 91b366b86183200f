// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/question_file.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

std::vector<BatchQuestion> read(const std::string& content) {
    const TempDir dir;
    return read_questions(dir.write("q.jsonl", content));
}

TEST(QuestionFile, HoldsAnObjectALine) {
    const auto questions = read(
        "{\"_id\":\"a\",\"text\":\"one\",\"metadata\":{}}\r\n\n{\"text\":\"two\",\"_id\":"
        "\"b\"}");
    ASSERT_EQ(questions.size(), 2U);
    EXPECT_EQ(questions[0].id, "a");
    EXPECT_EQ(questions[1].text, "two");
}

TEST(QuestionFile, RepairsWhatVisitorsType) {
    const char* const broken[] = {
        R"(x\ud800y)", R"(x\udc00y)", R"(x\ud800\u0041y)", "x\xFFy"};
    for (const char* text : broken) {
        const auto questions =
            read(std::string("{\"_id\":\"a\",\"text\":\"") + text + "\"}");
        ASSERT_EQ(questions.size(), 1U) << text;
        EXPECT_NE(questions[0].text.find("\xEF\xBF\xBD"), std::string::npos) << text;
    }
    EXPECT_EQ(read(R"({"_id":"a","text":"\ud83d\ude42 \\ud800"})")[0].text,
              "🙂 \\ud800");
}

TEST(QuestionFile, NamesTheLineThatIsWrong) {
    for (const char* line :
         {"oops", "[]", "{}", R"({"_id":1,"text":"x"})", R"({"_id":"x"})"}) {
        try {
            (void)read(std::string("{\"_id\":\"a\",\"text\":\"one\"}\n") + line);
            ADD_FAILURE() << line;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find("q.jsonl:2: "), std::string::npos)
                << line;
        }
    }
}

}  // namespace
}  // namespace recovery
