// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/parse_question.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/utf8.h"

namespace recovery {
namespace {

std::string printed(const std::vector<std::string>& words, const char* before) {
    std::string out;
    for (const std::string& word : words) {
        out += std::string(out.empty() ? "" : " ") + before + word;
    }
    return out;
}

std::string printed(const Phrase& phrase) {
    return "\"" + printed(phrase.words, "") + "\"";
}

void append(std::string& out, const std::string& part) {
    if (!part.empty()) {
        out += (out.empty() ? "" : " ") + part;
    }
}

// The question as one line: words with their count, then phrases, title words,
// exclusions, compounds.
std::string printed(const Question& question) {
    std::string out;
    for (const QuestionWord& word : question.words) {
        append(out, word.text + (word.count > 1 ? "*" + std::to_string(word.count) : ""));
    }
    for (const Phrase& phrase : question.phrases) {
        append(out, printed(phrase));
    }
    append(out, printed(question.title_words, "title:"));
    append(out, printed(question.excluded_words, "-"));
    for (const Phrase& phrase : question.excluded_phrases) {
        append(out, "-" + printed(phrase));
    }
    append(out, printed(question.compounds, "="));
    return out;
}

struct Row {
    const char* text;
    const char* question;
    const char* why;
};

TEST(ParseQuestion, UnderstandsTheLanguage) {
    const Row rows[] = {
        {"Is ketamine physically addictive?",
         "is ketamine physically addictive",
         "plain words"},
        {"what what WHAT", "what*3", "duplicates merge, case or not"},
        {"\"side effects\" ketamine", "side effects ketamine \"side effects\"", "phrase"},
        {"“side effects” ketamine",
         "side effects ketamine \"side effects\"",
         "curly quotes"},
        {"(\"side effects\")",
         "side effects \"side effects\"",
         "quotes behind a bracket"},
        {"\"detox\"", "detox \"detox\"", "a phrase of one word asks for just this form"},
        {"\"\" detox", "detox", "an empty phrase asks nothing"},
        {"5\" pipe 6\" pipe", "5 pipe*2 6", "inch marks are no quotes"},
        {"detox -dental", "detox -dental", "exclusion"},
        {"detox -\"dental care\"", "detox -\"dental care\"", "excluded phrase"},
        {"detox -co-pay", "detox -\"co pay\"", "an excluded compound is a phrase"},
        {"detox - dental", "detox dental", "a dash between blanks is a dash"},
        {"half-life", "half life =halflife", "a hyphen inside a word excludes nothing"},
        {"out-of-body trip", "out of body trip =outofbody", "compounds close up"},
        {"title:infusion ketamine", "infusion ketamine title:infusion", "title word"},
        {"title:\"habit forming\"",
         "habit forming \"habit forming\" title:habit title:forming",
         "a phrase in the title"},
        {"title: infusion", "title infusion", "nothing behind the colon: a word"},
        {"subtitle:x", "subtitle x", "no field but title"},
        {"-dental", "-dental", "only an exclusion"},
        {"ketamine AND (NOT alcohol) OR x*",
         "ketamine and not alcohol or x",
         "no operators"},
        {"(a XOR b) (c XOR d)", "a xor*2 b c d", "the words that crash a query parser"},
        {"LCDC-III 877.555.0100",
         "lcdc iii 8775550100",
         "codes and numbers are canonical"},
        {"who's Ms. O'Brien", "who ms obrien", "apostrophes"},
        {"¿Qué es la ketamina?", "que es la ketamina", "accents and foreign marks"},
        {"שלום עולם", "שלום עולם", "right to left"},
        {"🙂 🙁", "", "emoji are no words"},
        {"", "", "nothing"},
        {"   \t\n ", "", "white space"},
        {"--- !!! ???", "", "punctuation"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(printed(parse_question(row.text)), row.question)
            << row.text << ": " << row.why;
    }
}

TEST(ParseQuestion, SaysWhatItLeftOut) {
    EXPECT_TRUE(parse_question("is ketamine addictive").notes.empty());
    EXPECT_EQ(parse_question("\"side effects").notes.size(), 1U);
    EXPECT_EQ(printed(parse_question("\"side effects")), "side effects");
    EXPECT_EQ(parse_question("-dental").notes.size(), 1U);
}

TEST(ParseQuestion, IsBoundedAtAWord) {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += "abcd ";
    }
    const Question question = parse_question(text);
    ASSERT_EQ(question.words.size(), 1U);
    EXPECT_EQ(question.words[0].text, "abcd");
    EXPECT_LE(question.words[0].count, max_question_bytes / 5);
    EXPECT_EQ(question.notes.size(), 1U);
}

TEST(ParseQuestion, KeepsTheFirstThirtyTwoWords) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "w" + std::to_string(i) + " ";
    }
    const Question question = parse_question(text);
    EXPECT_EQ(question.words.size(), max_question_words);
    EXPECT_EQ(question.notes.size(), 1U);
}

TEST(ParseQuestion, TakesAnyBytes) {
    const std::string hostile[] = {
        std::string(5000, 'x'),
        std::string(10000, '('),
        std::string(10000, '"'),
        std::string(10000, '-'),
        std::string("\xFF\xFE\x80 ketamine"),
        std::string("a\0b", 3),
        "title:title:title:\"",
        "-\"-\"-\"",
    };
    for (const std::string& text : hostile) {
        const Question question = parse_question(text);
        EXPECT_LE(question.words.size(), max_question_words);
        for (const QuestionWord& word : question.words) {
            EXPECT_TRUE(is_valid_utf8(word.text));
        }
    }
}

}  // namespace
}  // namespace recovery
