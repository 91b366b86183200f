// SPDX-License-Identifier: GPL-2.0-or-later
//
// Help first, as a person or a script meets it.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/sample_lexicon.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* page = "# Naloxone\n\nNaloxone reverses an opioid overdose.\n";
constexpr const char* call_911 = "\xE2\x94\x82 Call 911 now. Give naloxone";

class CrisisTool : public testing::Test {
  protected:
    CrisisTool() { dir_.write("site/naloxone.md", page); }

    [[nodiscard]] std::string index() const { return (dir_.path() / "index").string(); }
    [[nodiscard]] std::string site() const { return (dir_.path() / "site").string(); }

    [[nodiscard]] CommandResult build(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"--index", index(), site()});
        return run_program("recovery-index", more);
    }
    [[nodiscard]] CommandResult ask(std::vector<std::string> arguments,
                                    const std::string& input = {}) const {
        arguments.insert(arguments.begin(), {"--index", index()});
        return run_program("recovery-query", arguments, {}, input);
    }

    void damage_index() const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(index())) {
            if (entry.path().extension() == ".glass") {
                std::ofstream(entry.path(), std::ios::trunc) << "damaged";
            }
        }
    }

    TempDir dir_;
};

TEST_F(CrisisTool, ShowsHelpBeforeTheResults) {
    ASSERT_EQ(build().status, 0);
    const CommandResult result = ask({"my son wont wake up he took blue pills naloxone"});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.output, StartsWith(call_911));
    EXPECT_THAT(result.output, HasSubstr("\n\n1. Naloxone"));
    const Json json = Json::parse(ask({"--json", "he overdosed naloxone"}).output);
    EXPECT_EQ(json["crisis"]["level"], "red");
    EXPECT_EQ(json["crisis"]["contacts"][0]["tel"], "911");
    EXPECT_EQ(json["hits"].size(), 1U);
}

TEST_F(CrisisTool, IsQuietWhereNobodyIsInDanger) {
    ASSERT_EQ(build().status, 0);
    EXPECT_THAT(ask({"naloxone training"}).output, StartsWith("1. Naloxone"));
    const Json json = Json::parse(ask({"--json", "naloxone training"}).output);
    EXPECT_FALSE(json.contains("crisis"));
    EXPECT_FALSE(json.contains("support"));
}

TEST_F(CrisisTool, ShowsHelpWithoutAnIndex) {
    const CommandResult text = ask({"she is not breathing"});
    EXPECT_EQ(text.status, 3);
    EXPECT_THAT(text.output, StartsWith(call_911));
    EXPECT_THAT(text.errors, HasSubstr("there is no index"));
    const CommandResult json = ask({"--json", "quiero morir"});
    EXPECT_EQ(json.status, 3);
    EXPECT_EQ(Json::parse(json.output)["crisis"]["contacts"][0]["tel"], "988");
    EXPECT_EQ(Json::parse(json.output)["crisis"]["language"], "es");
    EXPECT_TRUE(Json::parse(json.output).contains("error"));
}

TEST_F(CrisisTool, ShowsHelpWithADamagedIndex) {
    ASSERT_EQ(build().status, 0);
    damage_index();
    const CommandResult text = ask({"she is not breathing"});
    EXPECT_EQ(text.status, 3);
    EXPECT_THAT(text.output, StartsWith(call_911));
    const CommandResult json = ask({"--json", "she is not breathing"});
    EXPECT_EQ(json.status, 3);
    EXPECT_EQ(Json::parse(json.output)["crisis"]["level"], "red");
}

TEST_F(CrisisTool, ReadsALongLetterToItsLastLine) {
    ASSERT_EQ(build().status, 0);
    std::string letter;
    while (letter.size() < 16'000) {
        letter += "We had a quiet week and the garden is doing well.\n";
    }
    letter += "I dont want to live anymore.";
    const CommandResult result = ask({"-"}, letter);
    EXPECT_THAT(result.output, HasSubstr("988"));
    EXPECT_THAT(result.output, StartsWith("\xE2\x94\x82 You do not have to"));
}

TEST_F(CrisisTool, AnswersABatchWithHelpForEachQuestion) {
    ASSERT_EQ(build().status, 0);
    const auto file = dir_.write("q.jsonl",
                                 "{\"_id\":\"1\",\"text\":\"opening hours\"}\n"
                                 "{\"_id\":\"2\",\"text\":\"he is not breathing\"}\n");
    const CommandResult result = ask({"--json", "--queries", file.string()});
    const std::size_t second = result.output.find('\n') + 1;
    EXPECT_THAT(result.output.substr(0, second), Not(HasSubstr("\"crisis\"")));
    EXPECT_THAT(result.output.substr(second), StartsWith("{\"crisis\""));
}

TEST_F(CrisisTool, TheRulesOfACorpusAreAdded) {
    std::string yaml = sample_crisis_yaml();
    yaml += "  - card: asleep\n    level: red\n    any:\n      - purple elephants\n";
    dir_.write("site/lexicon/crisis.yaml", yaml);
    ASSERT_EQ(build().status, 0);
    EXPECT_THAT(ask({"purple elephants"}).output, StartsWith("\xE2\x94\x82 Call 911.\n"));
    EXPECT_THAT(ask({"she is not breathing"}).output, StartsWith(call_911))
        << "the built-in rules stay";
}

TEST_F(CrisisTool, ALexiconCanBeNamed) {
    dir_.write("rules/crisis.yaml", sample_crisis_yaml());
    ASSERT_EQ(build({"--lexicon", (dir_.path() / "rules").string()}).status, 0);
    EXPECT_THAT(ask({"blue lips"}).output, HasSubstr("911"));
    const CommandResult missing = build({"--lexicon", site()});
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.errors, HasSubstr("there is no crisis.yaml in"));
}

TEST_F(CrisisTool, AMistakeInALexiconStopsTheRunAndKeepsTheIndex) {
    ASSERT_EQ(build().status, 0);
    dir_.write("site/lexicon/crisis.yaml", "rules:\n  - card: nobody\n");
    const CommandResult result = build();
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.errors, HasSubstr("crisis.yaml:"));
    EXPECT_EQ(ask({"naloxone"}).status, 0);
}

}  // namespace
}  // namespace recovery
