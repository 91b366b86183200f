// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// A word of a lexeme; `hyphenated` as in Token.
struct LexemeWord {
    std::string text;
    bool hyphenated = false;
};

/// A piece of a question that stands between blanks, or in quotes.
struct Lexeme {
    enum class Role { plain, title, excluded };
    Role role = Role::plain;
    bool quoted = false;
    std::vector<LexemeWord> words;  ///< never empty
};

struct LexedQuestion {
    std::vector<Lexeme> lexemes;
    bool unclosed_quote = false;
};

/// Parts a normalised question into lexemes. The grammar, for people and therefore
/// without errors:
///
///     question  piece*, parted by white space
///     piece     ["-" | "title:"] (quoted | bare)
///     quoted    '"' anything but '"' '"'
///     bare      anything but white space
///
/// A "-" means exclusion only before a word or a quote at the start of a piece;
/// everywhere else it is punctuation. A quote that is never closed is punctuation too.
/// Pieces without a word vanish.
[[nodiscard]] LexedQuestion lex_question(std::string_view normalised);

}  // namespace recovery
