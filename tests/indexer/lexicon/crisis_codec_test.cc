// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_codec.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/built_in.h"
#include "indexer/lexicon/crisis_yaml.h"
#include "tests/support/sample_lexicon.h"

namespace recovery {
namespace {

CrisisRules sample() {
    return load_crisis_rules(sample_crisis_yaml(), "crisis.yaml");
}

TEST(CrisisCodec, BringsRulesBackAsTheyWere) {
    const std::string bytes = encode_crisis_rules(sample());
    EXPECT_EQ(encode_crisis_rules(decode_crisis_rules(bytes)), bytes);
    const CrisisRules rules = decode_crisis_rules(bytes);
    EXPECT_EQ(rules.contacts[1].url, "https://www.samhsa.gov/");
    EXPECT_EQ(rules.rules[0].any, sample().rules[0].any);
}

TEST(CrisisCodec, BringsTheBuiltInModelBack) {
    const CrisisRules rules = decode_crisis_rules(built_in_crisis_rules());
    ASSERT_FALSE(rules.model.empty());
    EXPECT_TRUE(rules.model.outcomes.front().nothing);
    EXPECT_GT(rules.model.scale, 0);
    EXPECT_EQ(encode_crisis_rules(rules), built_in_crisis_rules());
}

TEST(CrisisCodec, RefusesBytesThatEndEarlyOrLate) {
    const std::string bytes = encode_crisis_rules(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_THROW(static_cast<void>(decode_crisis_rules(bytes.substr(0, size))), Error)
            << size;
    }
    EXPECT_THROW(static_cast<void>(decode_crisis_rules(bytes + '\0')), Error);
}

// What comes through the check must be safe to use; the sanitizers watch.
TEST(CrisisCodec, SurvivesDamage) {
    const std::string bytes = encode_crisis_rules(sample());
    std::minstd_rand dice(7);
    for (int round = 0; round < 4000; ++round) {
        std::string damaged = bytes;
        for (int i = 0; i < 3; ++i) {
            damaged[dice() % damaged.size()] = static_cast<char>(dice() % 256);
        }
        try {
            check_crisis_rules(decode_crisis_rules(damaged));
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_corrupt);
        }
    }
}

}  // namespace
}  // namespace recovery
