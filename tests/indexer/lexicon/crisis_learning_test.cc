// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_examples.h"
#include "indexer/lexicon/crisis_features.h"
#include "indexer/lexicon/crisis_model.h"
#include "indexer/lexicon/crisis_training.h"
#include "indexer/lexicon/crisis_yaml.h"
#include "indexer/lexicon/lexicon_folder.h"
#include "tests/support/sample_lexicon.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using testing::HasSubstr;

constexpr const char* examples_tsv =
    "# comment\n"
    "red\tasleep\ten\tmy son wont wake up\n"
    "red\tasleep\ten\tshe is cold and wont wake\\nplease\r\n"
    "red\tasleep\tes\tmi hijo no despierta\n"
    "red\tasleep\tes\tmi hija no se despierta\n"
    "support\tquit\ten\ti want to stop smoking\n"
    "support\tquit\ten\ti want to stop drinking\n"
    "\n"
    "none\tordinary\ten\twhat are the opening hours\n"
    "none\tordinary\ten\topening hours on sunday\n"
    "none\tordinary\tes\thorario de la oficina\n";

CrisisRules sample() {
    return load_crisis_rules(sample_crisis_yaml(), "crisis.yaml");
}

CrisisJudgement judged(const CrisisRules& rules, const std::string& text) {
    return judge_crisis(rules, CrisisFeatures(rules).read(text));
}

TEST(CrisisExamples, AreReadLineByLine) {
    const auto examples = read_crisis_examples(examples_tsv, "e.tsv", sample());
    ASSERT_EQ(examples.size(), 9U);
    EXPECT_EQ(examples[1].text, "she is cold and wont wake\nplease");
    EXPECT_EQ(examples[2].language, CardLanguage::spanish);
    EXPECT_EQ(examples[4].outcome.level, CrisisLevel::support);
    EXPECT_EQ(examples[4].outcome.card, 1);
    EXPECT_TRUE(examples[6].outcome.nothing);
}

TEST(CrisisExamples, NameFileAndLineOfAMistake) {
    const auto why = [](const std::string& line) -> std::string {
        try {
            static_cast<void>(read_crisis_examples("# head\n" + line, "e.tsv", sample()));
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::usage);
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(why("red\tasleep\ten"),
              "e.tsv:2: a line has four columns: level, card, language, text");
    EXPECT_THAT(why("red\tasleep\ten\ta\tb"), HasSubstr("four columns"));
    EXPECT_THAT(why("pink\tasleep\ten\ta"), HasSubstr("red, amber, support or none"));
    EXPECT_THAT(why("red\tawake\ten\ta"), HasSubstr("no card \"awake\""));
    EXPECT_THAT(why("red\tasleep\tfr\ta"), HasSubstr("en or es"));
    EXPECT_THAT(why("red\tasleep\ten\t"), HasSubstr("text is missing"));
}

TEST(CrisisFeatures, LeaveDrugsOutAndNameTheirClass) {
    const CrisisFeatures features(sample());
    const CrisisFeatureText plain = features.read("he wont wake");
    EXPECT_TRUE(plain.drugs.empty());
    for (const char* const text : {"he heroin wont wake", "blue heaven he wont wake"}) {
        const CrisisFeatureText drugged = features.read(text);
        EXPECT_EQ(drugged.windows, plain.windows) << text;
        EXPECT_EQ(drugged.drugs.size(), 1U) << text;
    }
    EXPECT_NE(features.read("blue he wont wake").windows, plain.windows);
}

TEST(CrisisFeatures, ReadLongTextsThroughWindowsToTheLastWord) {
    const CrisisFeatures features(sample());
    std::string letter;
    for (int i = 0; i < 200; ++i) {
        letter += "and so on ";
    }
    const CrisisFeatureText text = features.read(letter + "wont wake");
    ASSERT_GT(text.windows.size(), 10U);
    const auto has_last = [&](const CrisisWindow& window) {
        const auto end = features.read("wont wake").windows.front().words.back();
        return std::find(window.words.begin(), window.words.end(), end) !=
               window.words.end();
    };
    EXPECT_TRUE(has_last(text.windows.back()));
    EXPECT_EQ(features.read("").windows.size(), 1U);
    std::string run;
    while (run.size() < 5000) {
        run += "noblanks";
    }
    EXPECT_GT(features.read(run).windows.size(), 10U);
}

TEST(CrisisModel, LearnsFromExamplesTheSameEveryTime) {
    CrisisRules rules = sample();
    const auto examples = read_crisis_examples(examples_tsv, "e.tsv", rules);
    rules.model = learn_crisis_model(rules, examples);
    EXPECT_EQ(rules.model.weights, learn_crisis_model(rules, examples).weights);
    const CrisisJudgement red = judged(rules, "our son wont wake up");
    EXPECT_FALSE(red.outcome.nothing);
    EXPECT_EQ(red.outcome.level, CrisisLevel::red);
    EXPECT_EQ(red.language, CardLanguage::english);
    EXPECT_EQ(judged(rules, "el hijo no despierta").language, CardLanguage::spanish);
    EXPECT_EQ(judged(rules, "i want to stop").outcome.level, CrisisLevel::support);
    EXPECT_TRUE(judged(rules, "opening hours").outcome.nothing);
}

TEST(CrisisModel, FindsNothingWithoutExamples) {
    CrisisRules rules = sample();
    rules.model = learn_crisis_model(rules, {});
    EXPECT_TRUE(rules.model.empty());
    EXPECT_TRUE(judged(rules, "wont wake up").outcome.nothing);
}

TEST(LexiconFolder, ReadsRulesAndExamplesAndKnowsWhenTheyChange) {
    const TempDir dir;
    EXPECT_THROW(static_cast<void>(load_lexicon_folder(dir.path())), Error);
    dir.write("crisis.yaml", sample_crisis_yaml());
    EXPECT_TRUE(load_lexicon_folder(dir.path()).model.empty());
    const std::string before = lexicon_fingerprint(dir.path());
    EXPECT_EQ(before.size(), 16U);
    dir.write("crisis_examples.tsv", examples_tsv);
    EXPECT_FALSE(load_lexicon_folder(dir.path()).model.empty());
    EXPECT_NE(lexicon_fingerprint(dir.path()), before);
    dir.write("crisis_examples.tsv", "red\tno_card\ten\thelp\n");
    try {
        static_cast<void>(load_lexicon_folder(dir.path()));
        FAIL() << "a mistake went through";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("crisis_examples.tsv:1: "));
    }
}

}  // namespace
}  // namespace recovery
