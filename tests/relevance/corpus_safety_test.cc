// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a frightened visitor may act on: numbers to call, amounts to take, and what a page
// tells of the people who work here.
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/normalise.h"
#include "tests/relevance/corpus_pages.h"
#include "tests/relevance/shared_runs.h"

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto poison_help = "8002221222";
constexpr auto samhsa_helpline = "8006624357";

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end;
         ++match) {
        found.push_back(match->str());
    }
    return found;
}

// Ten digits however they are parted, and toll-free numbers that spell a word.
std::vector<std::string> phone_numbers(const std::string& text) {
    static const std::regex pattern(
        R"((\+?1[-.\s])?\(?\b[0-9]{3}\)?[-.\s]?[0-9]{3}[-.\s]?[0-9]{4}\b)"
        R"(|\b1[-.\s]8[0-9]{2}[-.\s][-0-9A-Z]+)");
    return matches(text, pattern);
}

std::vector<std::string> amounts(const std::string& text) {
    static const std::regex pattern(
        R"([0-9][\s-]?(mg|mcg|[µμ]g)\b|(milli|micro)grams?\b)", std::regex::icase);
    return matches(text, pattern);
}

TEST(CorpusSafety, OnlyKnownHelplinesAreCalled) {
    const std::set<std::string> known{poison_help, samhsa_helpline};
    std::size_t checked = 0;
    for (const MarkdownFile& file : markdown_files()) {
        for (const std::string& number : phone_numbers(file.bytes)) {
            ++checked;
            EXPECT_TRUE(known.contains(normalise(number).text))
                << file.path << ": " << number;
        }
    }
    EXPECT_GT(checked, 5U) << "the numbers were not found";
}

TEST(CorpusSafety, NoPageNamesADose) {
    for (const MarkdownFile& file : markdown_files()) {
        EXPECT_THAT(amounts(file.bytes), IsEmpty()) << file.path;
    }
}

TEST(CorpusSafety, NoBioTellsOfTheirOwnRecovery) {
    for (const Document* bio : corpus_documents(Kind::bio)) {
        std::string text = " ";
        for (const std::string& word : words_of(bio->description + "\n" + bio->role +
                                                "\n" + bio->sections.front().text)) {
            text += word + " ";
        }
        for (const char* phrase : {" in recovery since ",
                                   " in long term recovery ",
                                   " own recovery ",
                                   " personal recovery ",
                                   " clean since ",
                                   " sober ",
                                   " sobriety ",
                                   " substance free "}) {
            EXPECT_THAT(text, Not(HasSubstr(phrase))) << bio->path;
        }
    }
}

TEST(CorpusSafety, NumbersAndAmountsAreSeenInAnyForm) {
    EXPECT_THAT(phone_numbers("Call (513) 555-0100, 513.555.0101 or 1-800-662-HELP."),
                ElementsAre("(513) 555-0100", "513.555.0101", "1-800-662-HELP"));
    EXPECT_THAT(phone_numbers("988, 911, 2026-08-19, 24/7, 30, 60, 90"), IsEmpty());
    EXPECT_THAT(amounts("2 mg, 10mg, 5-mg and fifty milligrams"),
                ElementsAre("2 mg", "0mg", "5-mg", "milligrams"));
    EXPECT_THAT(amounts("a 42 magnum"), IsEmpty());
}

}  // namespace
}  // namespace recovery
