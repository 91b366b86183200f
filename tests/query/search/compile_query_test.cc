// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile_query.h"

#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "query/question/parse_question.h"

namespace recovery {
namespace {

std::string printed(const std::string& text, const Filters& filters = {}) {
    Stemmer stemmer;
    const std::string description =
        compile_query(parse_question(text), filters, stemmer).query.get_description();
    return std::regex_replace(
        description.substr(6, description.size() - 7),  // inside Query(...)
        std::regex(R"(0\.(29999|10000)\d*)"),
        "$1");
}

struct Row {
    const char* text;
    const char* query;
    const char* why;
};

TEST(CompileQuery, BuildsTheFirstStage) {
    const Row rows[] = {
        {"ketamine", "(ketamin OR Sketamin)", "text stream and title field"},
        {"is ketamine addictive",
         "((ketamin OR addict OR Sketamin OR Saddict) AND_MAYBE (29999 * Sis OR 10000 * "
         "is))",
         "stop words damped to 0.3 and 0.1"},
        {"addicted addictive", "(addict#2 OR Saddict#2)", "words of one stem merge"},
        {"what is it",
         "(what OR is OR it OR Swhat OR Sis OR Sit)",
         "only stop words: all count"},
        {"co-occurring",
         "(co OR occur OR cooccur OR Sco OR Soccur)",
         "compound beside its parts"},
        {"\"side effects\"",
         "((side OR effect OR Sside OR Seffect) FILTER (side PHRASE 2 effect))",
         "a phrase is required"},
        {"title:infusion",
         "((infus OR Sinfus) FILTER Sinfus)",
         "a title word is required"},
        {"detox -dental", "((detox OR Sdetox) AND_NOT dental)", "exclusion"},
        {"detox -\"dental care\"",
         "((detox OR Sdetox) AND_NOT (dental PHRASE 2 care))",
         "excluded phrase"},
        {"-dental", "", "only an exclusion finds nothing"},
        {"", "", "nothing"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(printed(row.text), row.query) << row.text << ": " << row.why;
    }
}

TEST(CompileQuery, AppliesFilters) {
    Filters filters;
    filters.kinds = {Kind::faq, Kind::bio};
    filters.tags = {"Alcohol Use"};
    EXPECT_EQ(printed("detox", filters),
              "((detox OR Sdetox) FILTER ((XKINDfaq OR XKINDbio) AND Kalcohol use))");
    EXPECT_EQ(printed("", filters), "0 * ((XKINDfaq OR XKINDbio) AND Kalcohol use)");
    EXPECT_EQ(printed("-detox", filters),
              "(0 * ((XKINDfaq OR XKINDbio) AND Kalcohol use) AND_NOT detox)");
}

TEST(CompileQuery, LooksUpOnlyTheMostTellingOfManyWords) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
        text += "word" + std::to_string(i) + " ";
    }
    EXPECT_NE(printed(text).find("ELITE_SET 24"), std::string::npos);
    EXPECT_EQ(printed("five words are not many").find("ELITE_SET"), std::string::npos);
}

TEST(CompileQuery, NeverUsesOperatorsThatCrash) {
    for (const char* text : {"(a XOR b) (c XOR d)",
                             "a AND b OR c NOT d",
                             "a NEAR b ADJ c",
                             "x* y?",
                             "a~ \"b"}) {
        const std::string query = printed(text);
        EXPECT_EQ(query.find(" XOR "), std::string::npos) << query;
        EXPECT_EQ(query.find(" MAX "), std::string::npos) << query;
        EXPECT_EQ(query.find("WILDCARD"), std::string::npos) << query;
    }
}

TEST(CompileQuery, NamesTheStemsToHighlight) {
    Stemmer stemmer;
    const auto stems = [&](const char* text) {
        return compile_query(parse_question(text), {}, stemmer).topic_stems;
    };
    EXPECT_EQ(stems("is ketamine addictive"),
              (std::vector<std::string>{"ketamin", "addict"}));
    EXPECT_EQ(stems("what is it"), (std::vector<std::string>{"what", "is", "it"}));
    EXPECT_EQ(stems("co-occurring"),
              (std::vector<std::string>{"co", "occur", "cooccur"}));
}

}  // namespace
}  // namespace recovery
