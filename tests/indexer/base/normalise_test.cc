// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/normalise.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/tokenise.h"
#include "indexer/base/utf8.h"

namespace recovery {
namespace {

struct Vector {
    const char* source;
    const char* normalised;
    const char* why;
};

TEST(Normalise, BringsSpellingsTogether) {
    const Vector vectors[] = {
        {"Ketamine", "ketamine", "lower case"},
        {"na\xC3\xAFve caf\xC3\xA9", "naive cafe", "accents, composed"},
        {"cafe\xCC\x81", "cafe", "accents, combining"},
        {"de\xC2\xADtox", "detox", "soft hyphen"},
        {"sub\xE2\x80\x8Boxone", "suboxone", "zero-width space"},
        {"\xEF\xAC\x81ne", "fine", "ligature"},
        {"Stra\xC3\x9F"
         "e \xC3\x98re",
         "strasse ore",
         "folding beyond accents"},
        {"Narcan\xC2\xAE Spravato\xE2\x84\xA2", "narcan spravato", "trademark signs"},
        {"pain\xC2\xB9 H\xE2\x82\x82O", "pain h2o", "footnote marks go, subscripts stay"},
        {"a\xC2\xA0"
         "b",
         "a b",
         "no-break space"},
        {"won\xE2\x80\x99t", "wont", "curly apostrophe in n't"},
        {"she'll he's they've I'm we'd you're", "she he they i we you", "contractions"},
        {"patient's patients'", "patient patients'", "possessive"},
        {"O'Brien rock 'n' roll",
         "obrien rock 'n' roll",
         "names; quotes around a word stay"},
        {"U.S. Ph.D. T.J. e.g.", "us phd tj eg", "initials"},
        {"Mary D.Porter,LICDC", "mary d.porter,licdc", "one initial stays"},
        {"end. A start", "end. a start", "a sentence is no initial"},
        {"20,000 and 1,2", "20000 and 1,2", "thousands"},
        {"level 2.1", "level 2.1", "decimals"},
        {"\xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x94 x",
         "\"quoted\" - x",
         "quotes, dashes"},
        {"bad\xFF", "bad\xEF\xBF\xBD", "invalid bytes"},
        {"", "", "empty"},
    };
    for (const Vector& v : vectors) {
        EXPECT_EQ(normalise(v.source).text, v.normalised) << v.why;
    }
}

TEST(Normalise, GivesAPhoneNumberOneSpelling) {
    for (const char* spelling : {"(555) 010-0199",
                                 "555-010-0199",
                                 "555.010.0199",
                                 "5550100199",
                                 "1-555-010-0199",
                                 "+1 555 010 0199",
                                 "+15550100199",
                                 "(555)010-0199",
                                 "1 (555) 010-0199"}) {
        EXPECT_EQ(normalise(spelling).text, "5550100199") << spelling;
    }
    EXPECT_EQ(normalise("call 1-800-662-HELP (4357)").text, "call 8006624357 (4357)");
    for (const char* other :
         {"2,001 555 010", "12345678901234", "555-010-01999", "1800 people"}) {
        EXPECT_EQ(normalise(other).text.find("5550100199"), std::string::npos) << other;
    }
}

TEST(Normalise, GivesACodeOneSpelling) {
    const Vector vectors[] = {
        {"DSM-5-TR", "dsm 5 tr", ""},
        {"DSM 5 TR", "dsm 5 tr", ""},
        {"dsm5-tr", "dsm 5 tr", ""},
        {"DSM-V-TR", "dsm 5 tr", ""},
        {"DSM5", "dsm 5", ""},
        {"DSM V", "dsm 5", ""},
        {"LCDC III", "lcdc iii", ""},
        {"LCDC-III", "lcdc iii", ""},
        {"LCDCIII", "lcdc iii", ""},
        {"LCDC 3", "lcdc iii", ""},
        {"LCDC II", "lcdc ii", ""},
        {"LICDC", "licdc", "one letter apart, never mixed"},
        {"LCDC", "lcdc", ""},
        {"7-OH", "7 oh", ""},
        {"delta8", "delta 8", ""},
        {"12-step", "12 step", ""},
        {"LPCC-S", "lpcc s", ""},
        {"24x7", "24 7", ""},
        {"lcdciiix", "lcdciiix", "a longer word is no code"},
    };
    for (const Vector& v : vectors) {
        EXPECT_EQ(normalise(v.source).text, v.normalised) << v.source;
    }
}

// The source text of every word, as an excerpt would highlight it.
std::vector<std::string> highlighted_words(const std::string& source) {
    const NormalisedText n = normalise(source);
    EXPECT_EQ(n.offsets.size(), n.text.size() + 1);
    std::vector<std::string> words;
    for (const Token& t : tokenise(n.text)) {
        const Span span = n.source(t.begin, t.end);
        words.push_back(source.substr(span.begin, span.end - span.begin));
    }
    return words;
}

TEST(Normalise, OffsetsLeadBackToTheSource) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(highlighted_words("Na\xC3\xAFve cafe\xCC\x81 x"),
              (Words{"Na\xC3\xAFve", "cafe\xCC\x81", "x"}));
    EXPECT_EQ(highlighted_words("the patient\xE2\x80\x99s de\xC2\xADtox"),
              (Words{"the", "patient\xE2\x80\x99s", "de\xC2\xADtox"}));
    EXPECT_EQ(highlighted_words("call (555) 010-0199."),
              (Words{"call", "(555) 010-0199"}));
    EXPECT_EQ(highlighted_words("see DSM-5-TR, LCDC3 and DSM-V-TR"),
              (Words{"see", "DSM", "5", "TR", "LCDC", "3", "and", "DSM", "V", "TR"}));
    EXPECT_EQ(highlighted_words("U.S. 20,000 \xEF\xAC\x81ne"),
              (Words{"U.S.", "20,000", "\xEF\xAC\x81ne"}));
}

TEST(Normalise, KeepsItsMapInOrderOnNoise) {
    std::uint32_t state = 1;
    for (int round = 0; round < 500; ++round) {
        std::string noise;
        for (int i = 0; i < 60; ++i) {
            state = state * 1664525U + 1013904223U;
            const char* const bits[] = {"'",
                                        "-",
                                        "1",
                                        "555",
                                        "(",
                                        ")",
                                        ".",
                                        "a",
                                        "S",
                                        "\xC3",
                                        "\xE2\x80\x99",
                                        " ",
                                        "lcdc",
                                        "dsm5",
                                        ",",
                                        "\xCC\x81"};
            noise += bits[(state >> 16U) % 16U];
        }
        const NormalisedText once = normalise(noise);
        ASSERT_TRUE(is_valid_utf8(once.text));
        ASSERT_EQ(once.offsets.size(), once.text.size() + 1);
        ASSERT_TRUE(std::is_sorted(once.offsets.begin(), once.offsets.end())) << noise;
        ASSERT_LE(once.offsets.back(), noise.size());
    }
}

TEST(Normalise, ValuesAreTrimmed) {
    EXPECT_EQ(normalise_value("  Sample \t Author "), "sample author");
}

}  // namespace
}  // namespace recovery
