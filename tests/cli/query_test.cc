// SPDX-License-Identifier: GPL-2.0-or-later
//
// recovery-query as a person or a script runs it.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/hostile_questions.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using Json = nlohmann::json;

constexpr const char* sleep_article = R"(---
title: Sleep in Early Recovery
description: Why nights are hard at first.
tags: [sleep, recovery]
authors: [Sample author]
slug: sleep
keywords: [insomnia]
---
# Sleep in Early Recovery

Many people sleep badly in the first weeks.

## Why sleep is hard

The body needs time. Vivid dreams and restless legs are common.

## What helps

A dark room and a steady hour help. Ask your doctor before you take anything.

### Side effects of sleeping pills

Some pills bring new problems. Tell your doctor about side effects.
)";

constexpr const char* sleep_faqs = R"(---
type: faq
tags: [sleep]
authors: [Sample author]
---
# Questions about sleep

## How long do sleep problems last?

For most people they fade within weeks. Talk to your doctor when they do not.

## Are sleeping pills addictive?

Some are. Your doctor can tell you which, and what else helps.
)";

constexpr const char* person = R"(---
type: bio
name: Jane Q. Sample
credentials: [LCDC III, PRS]
role: Sleep Counselor
location: Cincinnati
---
# Jane Q. Sample

Jane Sample has worked with people who cannot sleep for twelve years.
)";

/// A JSON string that keeps bytes which are not UTF-8.
std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        const bool control = static_cast<unsigned char>(c) < 0x20U;
        out += control ? fmt::format("\\u{:04x}", static_cast<unsigned char>(c))
                       : std::string(1, c);
    }
    return out;
}

class QueryTool : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = new TempDir;
        dir_->write("site/articles/sleep.md", sleep_article);
        dir_->write("site/faqs/sleep.md", sleep_faqs);
        dir_->write("site/bios/jane.md", person);
        const CommandResult built = run_program(
            "recovery-index", {"--index", index(), (dir_->path() / "site").string()});
        ASSERT_EQ(built.status, 0) << built.errors << built.output;
    }
    static void TearDownTestSuite() { delete dir_; }

    static std::string index() { return (dir_->path() / "index").string(); }

    static CommandResult ask(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--index", index()});
        return run_program("recovery-query", arguments);
    }
    static Json ask_json(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "--json");
        return Json::parse(ask(arguments).output);
    }

    static inline TempDir* dir_ = nullptr;
};

TEST_F(QueryTool, AnswersWithTheFaqItsAnswerAndItsLink) {
    const CommandResult result = ask({"are", "sleeping", "pills", "addictive"});
    EXPECT_EQ(result.status, 0);
    EXPECT_TRUE(
        result.output.starts_with("1. Are sleeping pills addictive?  [FAQ]\n"
                                  "   Some are. Your doctor can tell you which"))
        << result.output;
    EXPECT_NE(result.output.find("/faqs/sleep#are-sleeping-pills-addictive"),
              std::string::npos);
    EXPECT_EQ(result.output.find('\x1B'), std::string::npos) << "plain when piped";
    EXPECT_EQ(result.errors, "");
}

TEST_F(QueryTool, AnswersWithTheSectionOfAnArticle) {
    const Json json = ask_json({"restless legs"});
    ASSERT_EQ(json["hits"].size(), 1U);
    const Json& hit = json["hits"][0];
    EXPECT_EQ(hit["id"], "articles/sleep");
    EXPECT_EQ(hit["type"], "article");
    EXPECT_EQ(hit["title"], "Sleep in Early Recovery");
    EXPECT_EQ(hit["section"], "Why sleep is hard");
    EXPECT_EQ(hit["anchor"], "why-sleep-is-hard");
    EXPECT_EQ(hit["excerpt_html"],
              "The body needs time. Vivid dreams and <mark>restless</mark> "
              "<mark>legs</mark> are "
              "common.");
    EXPECT_EQ(hit["text"],
              "The body needs time. Vivid dreams and restless legs are common.");
    EXPECT_EQ(json["query"], "restless legs");
    EXPECT_EQ(json["estimatedTotalHits"], 1);
    EXPECT_EQ(json["totalIsExact"], true);
}

TEST_F(QueryTool, EachDocumentIsOneHit) {
    const Json json = ask_json({"sleep"});
    std::set<std::string> ids;
    for (const Json& hit : json["hits"]) {
        EXPECT_TRUE(ids.insert(hit["id"].get<std::string>()).second) << hit["id"];
        EXPECT_LE(hit["more"].size(), 3U);
    }
    EXPECT_EQ(ids.size(), 4U);
    EXPECT_EQ(json["estimatedTotalHits"], 4);
}

TEST_F(QueryTool, FindsPeopleByCredentialHoweverItIsSpelled) {
    for (const char* spelling : {"LCDC III", "lcdc3", "LCDC-III", "LCDCIII"}) {
        const Json json = ask_json({"who is the", spelling});
        ASSERT_FALSE(json["hits"].empty()) << spelling;
        const Json& hit = json["hits"][0];
        EXPECT_EQ(hit["id"], "bios/jane#jane-q-sample");
        EXPECT_EQ(hit["name"], "Jane Q. Sample");
        EXPECT_EQ(hit["credentials"], Json({"LCDC III", "PRS"}));
        EXPECT_EQ(hit["role"], "Sleep Counselor");
    }
}

TEST_F(QueryTool, KeywordsFindThePage) {
    EXPECT_EQ(ask_json({"insomnia"})["hits"][0]["id"], "articles/sleep");
}

TEST_F(QueryTool, FiltersByTypeTagAndAuthor) {
    EXPECT_EQ(ask_json({"--type", "faq", "sleep"})["estimatedTotalHits"], 2);
    EXPECT_EQ(ask_json({"--type", "faq,bio", "sleep"})["estimatedTotalHits"], 3);
    EXPECT_EQ(ask_json({"--tag", "Recovery", "sleep"})["estimatedTotalHits"], 1);
    EXPECT_EQ(ask_json({"--author", "sample AUTHOR", "sleep"})["estimatedTotalHits"], 3);
    EXPECT_EQ(ask_json({"--tag", "none", "sleep"})["estimatedTotalHits"], 0);
    EXPECT_EQ(ask_json({"--type", "bio"})["estimatedTotalHits"], 1)
        << "filters alone list";
}

TEST_F(QueryTool, HonoursPhrasesExclusionsAndTitleWords) {
    EXPECT_EQ(ask_json({"\"side effects\""})["hits"][0]["section"],
              "Side effects of sleeping pills");
    EXPECT_EQ(ask_json({"\"sleep problems\""})["estimatedTotalHits"], 1);
    EXPECT_TRUE(ask_json({"\"sleep problems\""})["notes"].empty());
    EXPECT_EQ(ask_json({"sleep", "-pills", "--type", "faq"})["estimatedTotalHits"], 1);
    EXPECT_EQ(ask_json({"title:addictive sleep"})["estimatedTotalHits"], 1);
}

TEST_F(QueryTool, SearchesTheWordsOfAPhraseThatNothingHolds) {
    for (const char* phrase : {"\"effects side\"", "\"sleep problem\""}) {
        const Json answer = ask_json({phrase});
        EXPECT_GE(answer["estimatedTotalHits"], 1) << phrase;
        EXPECT_NE(answer["notes"].dump().find("one by one"), std::string::npos) << phrase;
    }
    EXPECT_EQ(ask_json({"\"zxqv wvqx\""})["estimatedTotalHits"], 0);
    EXPECT_TRUE(ask_json({"\"zxqv wvqx\""})["notes"].empty());
}

TEST_F(QueryTool, ExplainsAnAnswer) {
    const CommandResult text = ask({"--explain", "sleeping", "pills"});
    EXPECT_EQ(text.status, 0);
    EXPECT_TRUE(text.output.starts_with("Question  sleeping pills\n")) << text.output;
    EXPECT_NE(text.output.find("What counts\n"), std::string::npos);
    const Json json = ask_json({"--explain", "sleeping", "pills"});
    double sum = 0;
    for (const Json& share : json["hits"][0]["shares"]) {
        sum += share["points"].get<double>();
    }
    EXPECT_NEAR(sum, json["hits"][0]["score"].get<double>(), 1e-9);
    EXPECT_EQ(ask({"--explain", "zxqv"}).status, 1);
}

TEST_F(QueryTool, ExplainsWhyADocumentIsNotFound) {
    const CommandResult missing = ask({"--explain", "--doc", "articles/sleep", "zxqv"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_NE(missing.output.find("holds no word"), std::string::npos) << missing.output;
    const Json json = ask_json({"--explain", "--doc", "articles/sleep", "restless legs"});
    EXPECT_EQ(json["document"]["outcome"], "shown");
    EXPECT_EQ(json["document"]["hit"]["rank"], 1);
    EXPECT_EQ(ask({"--doc", "articles/sleep", "legs"}).status, 2);
    EXPECT_EQ(ask({"--explain", "--show", "1", "legs"}).status, 2);
    EXPECT_EQ(ask({"--explain", "--limit", "2000", "legs"}).status, 2);
}

TEST_F(QueryTool, PagesThroughAllHitsOnce) {
    std::vector<std::string> all;
    const Json whole = ask_json({"sleep"});
    for (const Json& hit : whole["hits"]) {
        all.push_back(hit["id"]);
    }
    std::vector<std::string> paged;
    for (int offset = 0; offset < 6; ++offset) {
        const Json page =
            ask_json({"--limit", "1", "--offset", std::to_string(offset), "sleep"});
        EXPECT_EQ(page["offset"], offset);
        for (const Json& hit : page["hits"]) {
            paged.push_back(hit["id"]);
        }
    }
    EXPECT_EQ(paged, all);
}

TEST_F(QueryTool, CountsFacetsPerDocument) {
    const Json json = ask_json({"--facets", "sleep"});
    EXPECT_EQ(json["facetDistribution"]["type"],
              Json({{"article", 1}, {"faq", 2}, {"bio", 1}}));
    EXPECT_EQ(json["facetDistribution"]["tag"], Json({{"sleep", 3}, {"recovery", 1}}));
    EXPECT_FALSE(ask_json({"sleep"}).contains("facetDistribution"));
}

TEST_F(QueryTool, ShowsAWholeDocument) {
    const CommandResult text = ask({"restless legs", "--show", "1"});
    EXPECT_EQ(text.status, 0);
    for (const char* part :
         {"Sleep in Early Recovery", "first weeks", "What helps", "A dark room"}) {
        EXPECT_NE(text.output.find(part), std::string::npos) << part;
    }
    const Json json = ask_json({"restless legs", "--show", "1"});
    EXPECT_EQ(json["sections"].size(), 4U);
    EXPECT_EQ(json["sections"][1]["section"], "Why sleep is hard");
    EXPECT_EQ(ask({"restless legs", "--show", "9"}).status, 1);
}

TEST_F(QueryTool, SaysNothingFoundWithStatusOne) {
    const CommandResult result = ask({"zebra"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.output.find("Nothing was found for \"zebra\""), std::string::npos);
    EXPECT_EQ(ask_json({"zebra"})["hits"], Json::array());
}

TEST_F(QueryTool, TakesHostileQuestions) {
    const std::string questions[] = {"",
                                     std::string(5000, 'x'),
                                     "\xFF\xFE sleep \x80",
                                     std::string(10000, '('),
                                     std::string(10000, ')') + "sleep",
                                     "(a XOR b) (c XOR d)",
                                     "sleep AND NOT (pills OR",
                                     "🙂 sleep 🙂",
                                     "שינה sleep",
                                     "*",
                                     "\"\"\"",
                                     "title:",
                                     "'; DROP TABLE documents; --",
                                     "\x1B[2J\x1B]0;owned\x07"};
    for (const std::string& question : questions) {
        const CommandResult result = ask({"--json", "--", question});
        EXPECT_TRUE(result.status == 0 || result.status == 1)
            << question << result.errors;
        EXPECT_TRUE(Json::accept(result.output)) << question;
        const CommandResult text = ask({"--", question});
        EXPECT_EQ(text.output.find('\x1B'), std::string::npos) << question;
        EXPECT_EQ(text.status, result.status);
    }
}

TEST_F(QueryTool, SurvivesTenThousandHostileQuestions) {
    constexpr std::size_t count = 10000;
    std::string lines;
    for (const std::string& question : hostile_questions(count, 2)) {
        lines += R"({"_id":"x","text":")" + quoted(question) + "\"}\n";
    }
    const std::string file = dir_->write("hostile.jsonl", lines).string();
    const CommandResult result = ask({"--queries", file, "--timing", "--json"});
    ASSERT_EQ(result.status, 0) << result.errors;
    EXPECT_EQ(result.errors, "");
    EXPECT_EQ(Json::parse(result.output)["questions"], count);
    EXPECT_GT(Json::parse(result.output)["found"], count / 10);
}

TEST_F(QueryTool, ReadsTheQuestionFromStandardInput) {
    const CommandResult result =
        run_program("recovery-query", {"--index", index(), "-"}, {}, "restless legs\n");
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.output.find("Why sleep is hard"), std::string::npos);
}

TEST_F(QueryTool, FindsTheIndexByTheEnvironment) {
    const CommandResult result =
        run_program("recovery-query", {"sleep"}, {{"RECOVERY_INDEX", index()}});
    EXPECT_EQ(result.status, 0);
}

TEST_F(QueryTool, AsksManyQuestionsInOneProcess) {
    const std::string file = dir_->write("questions.jsonl",
                                         "{\"_id\":\"1\",\"text\":\"restless legs\"}\n\n"
                                         "{\"_id\":\"2\",\"text\":\"zebra\"}\n")
                                 .string();
    EXPECT_EQ(ask({"--queries", file}).output, "1\t1\tarticles/sleep\n2\t0\t-\n");
    const CommandResult timing = ask({"--queries", file, "--timing"});
    EXPECT_NE(timing.output.find("2 questions in"), std::string::npos);
    EXPECT_NE(timing.output.find("p50 "), std::string::npos);
    const Json json = Json::parse(ask({"--queries", file, "--timing", "--json"}).output);
    EXPECT_EQ(json["questions"], 2);
    EXPECT_EQ(json["found"], 1);
    EXPECT_LE(json["p50_us"], json["max_us"]);
}

TEST_F(QueryTool, WritesATrecRun) {
    const std::string file = dir_->write("run.jsonl",
                                         "{\"_id\":\"q1\",\"text\":\"restless legs\"}\n"
                                         "{\"_id\":\"q2\",\"text\":\"zebra\"}\n"
                                         "{\"_id\":\"q3\",\"text\":\"sleep pills\"}\n")
                                 .string();
    const CommandResult printed =
        ask({"--queries", file, "--trec-run", "-", "--limit", "2"});
    EXPECT_EQ(printed.status, 0) << printed.errors;
    std::vector<std::string> lines;
    std::istringstream in(printed.output);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    ASSERT_EQ(lines.size(), 3U) << printed.output;
    EXPECT_TRUE(lines[0].starts_with("q1 Q0 articles/sleep 1 ")) << lines[0];
    EXPECT_TRUE(lines[0].ends_with(" recovery")) << lines[0];
    EXPECT_TRUE(lines[1].starts_with("q3 Q0 ")) << lines[1];
    EXPECT_NE(lines[2].find(" 2 "), std::string::npos) << lines[2];

    const std::filesystem::path out = dir_->path() / "out.run";
    const CommandResult written =
        ask({"--queries", file, "--limit", "2", "--trec-run", out.string()});
    EXPECT_EQ(written.output + written.errors, "");
    std::ifstream run(out, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(run), {}), printed.output);
}

TEST_F(QueryTool, RefusesATrecRunThatNobodyCouldRead) {
    const std::string file =
        dir_->write("blank.jsonl", "{\"_id\":\"my query\",\"text\":\"sleep\"}\n")
            .string();
    const std::string out = (dir_->path() / "refused.run").string();
    const CommandResult result = ask({"--queries", file, "--trec-run", out});
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.errors.find("\"my query\""), std::string::npos) << result.errors;
    EXPECT_FALSE(std::filesystem::exists(out));
    EXPECT_EQ(ask({"--trec-run", out, "sleep"}).status, 2);
    EXPECT_EQ(ask({"--trec-run", out, "--queries", file, "--json"}).status, 2);
    EXPECT_EQ(ask({"--trec-run", out, "--queries", file, "--timing"}).status, 2);
    EXPECT_EQ(ask({"--trec-run", "/nowhere/x.run", "--queries", file}).status, 2);
}

TEST_F(QueryTool, NamesTheLineOfABrokenQuestionFile) {
    const std::string file =
        dir_->write("broken.jsonl", "{\"_id\":\"1\",\"text\":\"x\"}\n{oops\n").string();
    const CommandResult result = ask({"--queries", file});
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.errors.find("broken.jsonl:2: not a JSON object"), std::string::npos);
    EXPECT_EQ(ask({"--queries", "/nowhere.jsonl"}).status, 2);
}

TEST_F(QueryTool, RefusesWrongUsage) {
    const std::vector<std::string> wrong[] = {{},
                                              {"--type", "page", "sleep"},
                                              {"--limit", "x", "sleep"},
                                              {"--limit", "5000", "sleep"},
                                              {"--limit", "-1", "sleep"},
                                              {"--bogus", "sleep"},
                                              {"--timing", "sleep"},
                                              {"--show", "0", "sleep"}};
    for (const std::vector<std::string>& arguments : wrong) {
        const CommandResult result = ask(arguments);
        EXPECT_EQ(result.status, 2)
            << (arguments.empty() ? "" : arguments[0]) << result.output;
        EXPECT_TRUE(result.errors.starts_with("recovery-query: ")) << result.errors;
    }
}

TEST_F(QueryTool, HelpAndVersionGoToStandardOutput) {
    EXPECT_NE(ask({"--help"}).output.find("--show"), std::string::npos);
    EXPECT_EQ(ask({"--help"}).status, 0);
    EXPECT_NE(ask({"--version"}).output.find("recovery-query"), std::string::npos);
}

TEST(QueryToolWithoutIndex, SaysWhatToDo) {
    const TempDir dir;
    const std::string index = (dir.path() / "none").string();
    const CommandResult text = run_program("recovery-query", {"--index", index, "sleep"});
    EXPECT_EQ(text.status, 3);
    EXPECT_NE(text.errors.find("there is no index at"), std::string::npos);
    EXPECT_NE(text.errors.find("recovery-index --index"), std::string::npos);
    const CommandResult json =
        run_program("recovery-query", {"--json", "--index", index, "sleep"});
    EXPECT_EQ(json.status, 3);
    const Json answer = Json::parse(json.output);
    EXPECT_EQ(answer["hits"], Json::array());
    EXPECT_EQ(answer["error"]["code"], "index_missing");
    EXPECT_EQ(answer["query"], "sleep");
}

}  // namespace
}  // namespace recovery
