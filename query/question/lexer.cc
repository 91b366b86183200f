// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/lexer.h"

#include <utility>

#include "indexer/base/tokenise.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr std::string_view title_prefix = "title:";

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    LexedQuestion run() {
        while (skip_space()) {
            piece();
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] bool space_at(std::size_t at) const {
        return text_[at] == ' ' || text_[at] == '\n';
    }
    [[nodiscard]] bool content_at(std::size_t at) const {
        return at < text_.size() &&
               (text_[at] == '"' || is_word_character(read_code_point(text_, at).value));
    }

    bool skip_space() {
        while (!at_end() && space_at(at_)) {
            ++at_;
        }
        return !at_end();
    }

    Lexeme::Role read_role() {
        if (text_[at_] == '-' && content_at(at_ + 1)) {
            ++at_;
            return Lexeme::Role::excluded;
        }
        if (text_.substr(at_).starts_with(title_prefix) &&
            content_at(at_ + title_prefix.size())) {
            at_ += title_prefix.size();
            return Lexeme::Role::title;
        }
        return Lexeme::Role::plain;
    }

    void piece() {
        // Brackets and the like before a quote do not keep it from being one.
        while (!at_end() && !space_at(at_) && text_[at_] != '-' && !content_at(at_)) {
            at_ += read_code_point(text_, at_).bytes;
        }
        if (at_end() || space_at(at_)) {
            return;
        }
        const Lexeme::Role role = read_role();
        if (text_[at_] == '"') {
            quoted(role);
        } else {
            bare(role);
        }
    }

    void quoted(Lexeme::Role role) {
        const std::size_t close = text_.find('"', at_ + 1);
        if (close == std::string_view::npos) {
            result_.unclosed_quote = true;
            ++at_;
            return;
        }
        add(role, true, text_.substr(at_ + 1, close - at_ - 1));
        at_ = close + 1;
    }

    void bare(Lexeme::Role role) {
        const std::size_t begin = at_;
        while (!at_end() && !space_at(at_)) {
            ++at_;
        }
        add(role, false, text_.substr(begin, at_ - begin));
    }

    void add(Lexeme::Role role, bool quoted, std::string_view text) {
        Lexeme lexeme{role, quoted, {}};
        for (const Token& token : tokenise(text)) {
            lexeme.words.push_back({std::string(token.in(text)), token.hyphenated});
        }
        if (!lexeme.words.empty()) {
            result_.lexemes.push_back(std::move(lexeme));
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    LexedQuestion result_;
};

}  // namespace

LexedQuestion lex_question(std::string_view normalised) {
    return Lexer(normalised).run();
}

}  // namespace recovery
