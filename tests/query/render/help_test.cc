// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/render/help_text.h"
#include "query/render/json.h"

namespace recovery {
namespace {

using testing::HasSubstr;
using testing::Not;

Crisis sample(CrisisLevel level) {
    Crisis help;
    help.level = level;
    help.family = "suicidal";
    help.title = "Call or text 988.";
    help.steps = {"It is free. You can just talk, and nobody has to know who you are.",
                  "Danger right now? Call 911."};
    help.contacts = {{"Lifeline", "988", "988", "https://988lifeline.org/chat/"},
                     {"Ayuda", "", "741", ""}};
    return help;
}

TEST(HelpText, StandsInABlockWithTitleStepsAndCalls) {
    EXPECT_EQ(help_text(sample(CrisisLevel::red), {false, 60}),
              "\xE2\x94\x82 Call or text 988.\n"
              "\xE2\x94\x82 1. It is free. You can just talk, and nobody has to\n"
              "\xE2\x94\x82    know who you are.\n"
              "\xE2\x94\x82 2. Danger right now? Call 911.\n"
              "\xE2\x94\x82   988  Lifeline  https://988lifeline.org/chat/\n"
              "\xE2\x94\x82   Ayuda (text 741)\n"
              "\n");
}

TEST(HelpText, IsShortWhenADangerIsOnlyNamed) {
    const std::string text = help_text(sample(CrisisLevel::amber), {false, 80});
    EXPECT_THAT(text, HasSubstr("Call or text 988."));
    EXPECT_THAT(text, HasSubstr("988  Lifeline"));
    EXPECT_THAT(text, Not(HasSubstr("It is free")));
}

TEST(HelpText, EscapesForTheTerminal) {
    Crisis help = sample(CrisisLevel::red);
    help.title = "a\x1B[2Jb";
    EXPECT_THAT(help_text(help, {true, 80}), Not(HasSubstr("\x1B[2J")));
}

TEST(HelpJson, IsTheFirstThingInAnAnswer) {
    AnswerContext context;
    context.query = "want to die";
    context.help = sample(CrisisLevel::red);
    const std::string text = answer_json({}, context);
    EXPECT_TRUE(text.starts_with("{\"crisis\":{")) << text;
    const auto json = nlohmann::json::parse(text);
    const auto& crisis = json["crisis"];
    EXPECT_EQ(crisis["level"], "red");
    EXPECT_EQ(crisis["family"], "suicidal");
    EXPECT_EQ(crisis["language"], "en");
    EXPECT_EQ(crisis["title"], "Call or text 988.");
    EXPECT_EQ(crisis["steps"].size(), 2U);
    EXPECT_EQ(crisis["contacts"][0]["label"], "Lifeline");
    EXPECT_EQ(crisis["contacts"][0]["tel"], "988");
    EXPECT_EQ(crisis["contacts"][0]["sms"], "988");
    EXPECT_EQ(crisis["contacts"][0]["url"], "https://988lifeline.org/chat/");
    EXPECT_FALSE(json.contains("support"));
}

TEST(HelpJson, IsCalledSupportWhenThereIsNoDanger) {
    AnswerContext context;
    context.help = sample(CrisisLevel::support);
    const auto json = nlohmann::json::parse(answer_json({}, context));
    EXPECT_EQ(json["support"]["level"], "support");
    EXPECT_FALSE(json.contains("crisis"));
    context.help.reset();
    EXPECT_FALSE(nlohmann::json::parse(answer_json({}, context)).contains("support"));
}

TEST(HelpJson, StandsInAnErrorToo) {
    AnswerContext context;
    context.help = sample(CrisisLevel::amber);
    const auto json =
        nlohmann::json::parse(error_json("index_missing", "none", "make one", context));
    EXPECT_EQ(json["crisis"]["level"], "amber");
    EXPECT_EQ(json["error"]["code"], "index_missing");
    EXPECT_TRUE(json["hits"].empty());
}

}  // namespace
}  // namespace recovery
