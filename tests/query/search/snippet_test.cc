// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/snippet.h"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/utf8.h"

namespace recovery {
namespace {

// The excerpt with its ranges in square brackets.
std::string excerpt(const std::string& text,
                    const std::vector<std::string>& stems,
                    std::size_t max_bytes = default_excerpt_bytes) {
    Stemmer stemmer;
    HighlightTerms terms;
    for (const std::string& stem : stems) {
        terms.add(stem, 1.0);
    }
    const Excerpt made =
        make_excerpt(text, find_matches(text, terms, stemmer), max_bytes);
    std::string out;
    std::size_t at = 0;
    for (const Span& range : made.ranges) {
        EXPECT_LE(at, range.begin);
        EXPECT_LT(range.begin, range.end);
        EXPECT_LE(range.end, made.text.size());
        out += made.text.substr(at, range.begin - at) + "[" +
               made.text.substr(range.begin, range.end - range.begin) + "]";
        at = range.end;
    }
    return out + made.text.substr(at);
}

TEST(Snippet, HighlightsEveryFormOfAWord) {
    EXPECT_EQ(excerpt("Addicted people and their addiction.", {"addict"}),
              "[Addicted] people and their [addiction].");
    EXPECT_EQ(excerpt("Café, CAFE\xCC\x81 and the cafe’s door", {"cafe"}),
              "[Café], [CAFE\xCC\x81] and the [cafe’s] door");
    EXPECT_EQ(excerpt("Call (555) 010-0199 now", {"5550100199"}),
              "Call [(555) 010-0199] now");
    EXPECT_EQ(excerpt("dying is not die", {"die"}), "[dying] is not [die]");
}

TEST(Snippet, ChoosesTheSentenceThatTellsMost) {
    const std::string text =
        "An opening with detox. Something else entirely, of no use to anybody who asks. "
        "Detox and withdrawal are treated here. The end.";
    EXPECT_EQ(excerpt(text, {"detox", "withdraw"}, 60),
              "[Detox] and [withdrawal] are treated here. The end.");
    EXPECT_EQ(excerpt(text, {"detox"}, 60),
              "An opening with [detox]. Something else entirely, of no use…");
}

TEST(Snippet, WithoutAMatchIsTheBeginning) {
    EXPECT_EQ(excerpt("First one. Second one. Third one.", {"zebra"}, 25),
              "First one. Second one.");
    EXPECT_EQ(excerpt("First one.", {}), "First one.");
    EXPECT_EQ(excerpt("", {"zebra"}), "");
    EXPECT_EQ(excerpt(" \n ", {"zebra"}), "");
}

TEST(Snippet, CollapsesWhiteSpace) {
    EXPECT_EQ(excerpt("A list:\n\n• one  detox\n• two", {"detox"}),
              "A list: • one [detox] • two");
}

TEST(Snippet, CutsALongSentenceAtWordsAroundTheMatch) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "filler ";
    }
    text += "detox ";
    for (int i = 0; i < 40; ++i) {
        text += "padding ";
    }
    EXPECT_EQ(excerpt(text, {"detox"}, 60),
              "…filler filler [detox] padding padding padding padding padding…");
    EXPECT_EQ(excerpt(text, {"zebra"}, 30), "filler filler filler filler…");
}

TEST(Snippet, StaysInItsBoundsOnNoise) {
    const char* const bits[] = {"detox ",
                                "é",
                                "🙂",
                                ". ",
                                "\n\n",
                                "<b>",
                                "&",
                                "• ",
                                "xxxxxxxxxx",
                                "Withdrawal’s ",
                                "(555) 010-0199 ",
                                "\xCC\x81",
                                "DSM-5-TR ",
                                "  "};
    std::uint32_t state = 7;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::uint32_t i = 0; i < state % 97; ++i) {
            state = state * 1664525U + 1013904223U;
            text += bits[(state >> 16U) % std::size(bits)];
        }
        state = state * 1664525U + 1013904223U;
        Stemmer stemmer;
        HighlightTerms terms;
        for (const char* stem : {"detox", "withdraw", "5550100199", "dsm", "tr"}) {
            terms.add(stem, 1.0);
        }
        const Excerpt made = make_excerpt(text, find_matches(text, terms, stemmer), 50);
        ASSERT_LE(made.text.size(), 50U + 2 * 3) << text;
        ASSERT_TRUE(is_valid_utf8(made.text)) << text;
        std::size_t at = 0;
        for (const Span& range : made.ranges) {
            ASSERT_TRUE(at <= range.begin && range.begin < range.end &&
                        range.end <= made.text.size())
                << text;
            ASSERT_TRUE(
                is_valid_utf8(made.text.substr(range.begin, range.end - range.begin)));
            at = range.end;
        }
    }
}

}  // namespace
}  // namespace recovery
