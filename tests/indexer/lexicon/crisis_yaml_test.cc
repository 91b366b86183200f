// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_yaml.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/sample_lexicon.h"

namespace recovery {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string with(const std::string& from, const std::string& to) {
    std::string yaml = sample_crisis_yaml();
    const std::size_t at = yaml.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return yaml.replace(at, from.size(), to);
}

std::string complaint(const std::string& yaml) {
    try {
        static_cast<void>(load_crisis_rules(yaml, "lexicon/crisis.yaml"));
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::usage);
        return error.what();
    }
    return "";
}

TEST(CrisisYaml, ReadsEverything) {
    const CrisisRules rules = load_crisis_rules(sample_crisis_yaml(), "crisis.yaml");
    ASSERT_EQ(rules.contacts.size(), 2U);
    EXPECT_EQ(rules.contacts[0].tel, "911");
    EXPECT_EQ(rules.contacts[0].source, "fcc.gov");
    EXPECT_EQ(rules.contacts[0].checked, "2026-11-23");
    ASSERT_EQ(rules.cards.size(), 2U);
    EXPECT_EQ(rules.cards[0].amber_title[0], "Will not wake?");
    EXPECT_EQ(rules.cards[1].amber_title[0], "Ask a doctor.") << "the title stands in";
    EXPECT_EQ(rules.cards[0].contacts[1].size(), 2U);
    EXPECT_EQ(rules.idioms.size(), 1U);
    EXPECT_EQ(rules.traps.size(), 1U);
    EXPECT_EQ(rules.cues.size(), 1U);
    ASSERT_EQ(rules.rules.size(), 3U);
    EXPECT_EQ(rules.rules[0].level, CrisisLevel::red);
    EXPECT_EQ(rules.rules[2].any.size(), 2U) << "one for each choice of \"quit?\"";
    EXPECT_TRUE(rules.model.empty());
}

TEST(CrisisYaml, RefusesAContactWithoutSourceOrDate) {
    EXPECT_THAT(complaint(with("    source: \"fcc.gov\"\n", "")),
                testing::AllOf(StartsWith("lexicon/crisis.yaml:"), HasSubstr("source")));
    EXPECT_THAT(complaint(with("    checked: 2026-11-23\n", "")), HasSubstr("checked"));
    EXPECT_THAT(complaint(with("    checked: 2026-11-23\n", "    checked: soon\n")),
                HasSubstr("checked"));
}

TEST(CrisisYaml, NamesFileAndLineOfAMistake) {
    EXPECT_THAT(complaint(with("card: quit", "card: quitt")), HasSubstr("\"quitt\""));
    EXPECT_THAT(complaint(with("card: quit", "card: quitt")),
                StartsWith("lexicon/crisis.yaml:4"));
    EXPECT_THAT(complaint(with("level: support", "level: blue")),
                HasSubstr("red, amber or support"));
    EXPECT_THAT(complaint(with("<not> .. <wake>", "<nott> .. <wake>")),
                HasSubstr("there is no class <nott>"));
    EXPECT_THAT(complaint(with("blue & lips @4", "blue & lips other @4")),
                HasSubstr("between all"));
    EXPECT_THAT(complaint(with("en: [emergency]", "en: [emergncy]")),
                HasSubstr("emergncy"));
    EXPECT_THAT(complaint(with("es: \"Llame al 911.\"", "fr: \"Appelez.\"")),
                HasSubstr("lexicon/crisis.yaml:"));
    EXPECT_THAT(complaint(with("idioms:", "idiom:")), HasSubstr("idiom"));
    EXPECT_THAT(complaint("rules: ["), StartsWith("lexicon/crisis.yaml:"));
    EXPECT_THAT(complaint("just a text"), StartsWith("lexicon/crisis.yaml:1"));
    EXPECT_THAT(complaint(""), StartsWith("lexicon/crisis.yaml:"));
}

}  // namespace
}  // namespace recovery
