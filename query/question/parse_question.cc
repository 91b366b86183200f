// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/parse_question.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/base/normalise.h"
#include "indexer/base/tokenise.h"
#include "indexer/base/utf8.h"
#include "query/question/lexer.h"

namespace recovery {

namespace {

// The longest beginning that fits, cut before the word it would break.
std::string_view bounded(std::string_view text) {
    if (text.size() <= max_question_bytes) {
        return text;
    }
    const std::string_view cut = truncate_utf8(text, max_question_bytes);
    const std::size_t blank = cut.find_last_of(" \t\r\n");
    return blank == std::string_view::npos ? cut : cut.substr(0, blank);
}

class Builder {
  public:
    void add(const Lexeme& lexeme) {
        if (lexeme.role == Lexeme::Role::excluded) {
            exclude(lexeme);
            return;
        }
        for (const LexemeWord& word : lexeme.words) {
            add_word(word.text);
            if (lexeme.role == Lexeme::Role::title) {
                add_distinct(question_.title_words, word.text);
            }
        }
        if (lexeme.quoted && question_.phrases.size() < max_question_words) {
            question_.phrases.push_back(phrase(lexeme));
        } else {
            add_compounds(lexeme);
        }
    }

    Question take(bool cut, bool unclosed_quote) {
        if (cut) {
            note("Only the beginning of this long question was searched.");
        }
        if (words_left_out_) {
            note("Only the first 32 words of this question were searched.");
        }
        if (unclosed_quote) {
            note("A quotation mark was not closed; its words were searched one by one.");
        }
        if (question_.words.empty() &&
            (!question_.excluded_words.empty() || !question_.excluded_phrases.empty())) {
            note("The question only says what to leave out, not what to look for.");
        }
        return std::move(question_);
    }

  private:
    void note(std::string text) { question_.notes.push_back(std::move(text)); }

    static void add_distinct(std::vector<std::string>& list, const std::string& text) {
        const bool known = std::find(list.begin(), list.end(), text) != list.end();
        if (!known && list.size() < max_question_words) {
            list.push_back(text);
        }
    }

    void add_word(const std::string& text) {
        auto& words = question_.words;
        const auto known =
            std::find_if(words.begin(), words.end(), [&](const QuestionWord& w) {
                return w.text == text;
            });
        if (known != words.end()) {
            ++known->count;
        } else if (words.size() < max_question_words) {
            words.push_back({text, 1});
        } else {
            words_left_out_ = true;
        }
    }

    void add_compounds(const Lexeme& lexeme) {
        std::string compound;
        std::size_t parts = 0;
        const auto close = [&] {
            if (parts > 1 && compound.size() <= max_word_bytes) {
                add_distinct(question_.compounds, compound);
            }
        };
        for (const LexemeWord& word : lexeme.words) {
            if (!word.hyphenated) {
                close();
                compound.clear();
                parts = 0;
            }
            compound += word.text;
            ++parts;
        }
        close();
    }

    static Phrase phrase(const Lexeme& lexeme) {
        Phrase phrase;
        for (const LexemeWord& word : lexeme.words) {
            phrase.words.push_back(word.text);
        }
        return phrase;
    }

    void exclude(const Lexeme& lexeme) {
        if (lexeme.words.size() == 1) {
            add_distinct(question_.excluded_words, lexeme.words.front().text);
        } else if (question_.excluded_phrases.size() < max_question_words) {
            question_.excluded_phrases.push_back(phrase(lexeme));
        }
    }

    Question question_;
    bool words_left_out_ = false;
};

}  // namespace

Question parse_question(std::string_view text) {
    const std::string_view matched = bounded(text);
    const LexedQuestion lexed = lex_question(normalise(matched).text);
    Builder builder;
    for (const Lexeme& lexeme : lexed.lexemes) {
        builder.add(lexeme);
    }
    return builder.take(matched.size() < text.size(), lexed.unclosed_quote);
}

}  // namespace recovery
