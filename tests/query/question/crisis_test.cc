// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/crisis.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_yaml.h"
#include "tests/support/hostile_questions.h"
#include "tests/support/sample_lexicon.h"

namespace recovery {
namespace {

CrisisRules sample() {
    return load_crisis_rules(sample_crisis_yaml(), "crisis.yaml");
}

std::string level_of(const std::optional<Crisis>& found) {
    return found ? std::string(crisis_level_name(found->level)) : "none";
}

std::string sample_level(std::string_view text) {
    static const CrisisRecogniser recogniser(sample());
    return level_of(recogniser.recognise(text));
}

TEST(Crisis, OrdinaryWordsByThemselvesAreNone) {
    for (const char* word :
         {"the", "it", "slow", "medicines", "insurance", "talk", "couch", "purple"}) {
        EXPECT_FALSE(recognise_crisis(word).has_value()) << word;
    }
    EXPECT_TRUE(recognise_crisis("overdose").has_value());
    EXPECT_TRUE(recognise_crisis("suicidal").has_value());
}

TEST(CrisisRules, MatchPatternsInOrder) {
    EXPECT_EQ(sample_level("he wont wake"), "red");
    EXPECT_EQ(sample_level("he wont just quite wake"), "red");
    EXPECT_EQ(sample_level("he wont do this or that and wake"), "amber");
    EXPECT_EQ(sample_level("wake me, i wont"), "amber");
    EXPECT_EQ(sample_level("good morning"), "none");
    EXPECT_EQ(sample_level(""), "none");
}

TEST(CrisisRules, MatchWordsInAnyOrder) {
    EXPECT_EQ(sample_level("lips are blue"), "red");
    EXPECT_EQ(sample_level("blue like the lips"), "red");
    EXPECT_EQ(sample_level("blue is the colour that he gave his lips"), "none");
}

TEST(CrisisRules, TieToStartAndEnd) {
    EXPECT_EQ(sample_level("quit smoking"), "support");
    EXPECT_EQ(sample_level("smoking"), "support");
    EXPECT_EQ(sample_level("heroin quit smoking"), "support") << "drugs do not count";
    EXPECT_EQ(sample_level("quit smoking now"), "none");
}

TEST(CrisisRules, ReadThroughTyposDigitsAndMissingBlanks) {
    EXPECT_EQ(sample_level("he wont wakee"), "red");
    EXPECT_EQ(sample_level("he w0nt waaaake"), "red");
    EXPECT_EQ(sample_level("WON'T WAKE"), "red");
    EXPECT_EQ(sample_level("wontwake"), "red");
    EXPECT_EQ(sample_level("res pond"), "none");
    EXPECT_EQ(sample_level("cant res pond"), "red") << "a stray blank";
}

TEST(CrisisRules, NamesOfDrugsStandInNobodysWay) {
    EXPECT_EQ(sample_level("he wont heroin blue heaven heroin wake"), "red");
}

TEST(CrisisRules, IdiomsAlwaysHideTrapsUnlessACueSpeaks) {
    EXPECT_EQ(sample_level("it wont wake the baby"), "none");
    EXPECT_EQ(sample_level("right now it wont wake the baby"), "none");
    EXPECT_EQ(sample_level("they wont do the wake up training"), "none");
    EXPECT_EQ(sample_level("right now he wont wake up, i had training"), "red");
}

TEST(CrisisRules, ExceptionsHideOnlyTheirOwnWords) {
    EXPECT_EQ(sample_level("he wont ever wake"), "amber");
    EXPECT_EQ(sample_level("he wont ever wake. cant respond"), "red");
}

TEST(CrisisRules, TheCardSaysWhatItsLevelSays) {
    const CrisisRecogniser recogniser(sample());
    EXPECT_EQ(recogniser.recognise("wont wake")->title, "Call 911.");
    EXPECT_EQ(recogniser.recognise("wake")->title, "Will not wake?");
    EXPECT_EQ(recogniser.recognise("wont wake")->contacts.at(0).tel, "911");
    EXPECT_EQ(recogniser.recognise("wont wake")->family, "asleep");
}

TEST(CrisisRules, ThatPointNowhereAreRefused) {
    CrisisRules rules = sample();
    rules.rules.front().card = 9;
    EXPECT_THAT([&] { CrisisRecogniser{rules}; }, testing::Throws<Error>());
}

TEST(Crisis, StrongerKeepsTheHigherLevel) {
    Crisis amber;
    amber.level = CrisisLevel::amber;
    Crisis red;
    red.level = CrisisLevel::red;
    EXPECT_EQ(level_of(stronger(amber, red)), "red");
    EXPECT_EQ(level_of(stronger(red, amber)), "red");
    EXPECT_EQ(level_of(stronger(std::nullopt, amber)), "amber");
    EXPECT_EQ(level_of(stronger(amber, std::nullopt)), "amber");
    EXPECT_EQ(level_of(stronger(std::nullopt, std::nullopt)), "none");
}

struct MustCase {
    const char* text;
    const char* level;
    const char* first;
};

// Whatever the model learns, these stay.
TEST(Crisis, MustListHolds) {
    const std::vector<MustCase> cases{
        {"my son wont wake up he took blue pills", "red", "911"},
        {"my son wont wake up", "red", "911"},
        {"not breathing", "red", "911"},
        {"he od'd", "red", "911"},
        {"blue lips", "red", "911"},
        {"took too many pills", "red", "911"},
        {"want to die", "red", "988"},
        {"kill myself", "red", "988"},
        {"i want to end it all", "red", "988"},
        {"no reason to live", "red", "988"},
        {"quiero morir", "red", "988"},
        {"no respira", "red", "911"},
        {"toddler swallowed suboxone", "red", "1-800-222-1222"},
        {"cutting myself", "red", "988"},
        {"help me", "red", "988"},
        {"seizure after stopping drinking", "red", "911"},
        {"sobredosis", "amber", "911"},
        {"suicidio", "amber", "988"},
        {"overdose", "amber", "911"},
        {"suicide", "amber", "988"},
        {"signs of overdose", "amber", "911"},
        {"xanax withdrawal seizures", "amber", "911"},
        {"suicidal thoughts and ketamine infusion", "amber", "988"},
        {"not suicidal just tired", "amber", "988"},
        {"quit drinking cold turkey", "support", "1-800-662-4357"},
        {"where can i get treatment", "support", "1-800-662-4357"},
        {"i relapsed last night", "support", "1-800-662-4357"},
        {"overdose awareness day", "none", ""},
        {"naloxone training", "none", ""},
        {"suicide prevention course", "none", ""},
        {"dr seizmore", "none", ""},
        {"is ketamine physically addictive", "none", ""},
        {"who is the LCDC III", "none", ""},
        {"dead tired", "none", ""},
        {"shoot me an email", "none", ""},
    };
    const auto rank = [](const std::string& level) {
        const std::vector<std::string> order{"none", "support", "amber", "red"};
        return std::find(order.begin(), order.end(), level) - order.begin();
    };
    for (const MustCase& must : cases) {
        const auto found = recognise_crisis(must.text);
        const std::string level = level_of(found);
        if (std::string(must.level) == "none") {
            EXPECT_EQ(level, "none") << must.text;
            continue;
        }
        // More help than asked for is no fault, less is.
        EXPECT_GE(rank(level), rank(must.level)) << must.text;
        EXPECT_EQ(found ? found->contacts.at(0).tel : "", must.first) << must.text;
    }
}

TEST(Crisis, SpeaksTheLanguageOfTheText) {
    EXPECT_EQ(recognise_crisis("mi hijo no despierta")->language, CardLanguage::spanish);
    EXPECT_EQ(recognise_crisis("my son wont wake")->language, CardLanguage::english);
}

TEST(Crisis, IsFoundInTheLastLineOfALetter) {
    std::string letter = "Dear all,\n";
    while (letter.size() < max_crisis_bytes - 100) {
        letter += "we went to the park and the weather was fine and the dog ran.\n";
    }
    EXPECT_EQ(level_of(recognise_crisis(letter)), "none");
    letter += "I want to die.";
    EXPECT_EQ(level_of(recognise_crisis(letter)), "red");
    std::string longer = "he is not breathing\n" + std::string(100'000, 'a') + letter;
    EXPECT_EQ(level_of(recognise_crisis(longer)), "red");
}

TEST(Crisis, SurvivesAnyBytes) {
    for (const std::string& text : hostile_questions(3000, 11)) {
        static_cast<void>(recognise_crisis(text));
    }
    std::string wakes;
    while (wakes.size() < 2 * max_crisis_bytes) {
        wakes += "not wake pills ";
    }
    EXPECT_TRUE(recognise_crisis(wakes).has_value());
}

}  // namespace
}  // namespace recovery
