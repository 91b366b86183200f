// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/name_token.h"

#include <algorithm>
#include <utility>

#include "indexer/base/utf8.h"
#include "indexer/document/text_words.h"

namespace recovery {

namespace {

constexpr std::size_t max_credential_letters = 8;
// "PharmD" is the longest credential in mixed case.
constexpr std::size_t max_mixed_letters = 6;
constexpr std::size_t max_dotted_letters = 3;

bool has_short_dotted_parts(std::string_view token) {
    std::size_t begin = 0;
    while (begin < token.size()) {
        const std::size_t end = std::min(token.find('.', begin), token.size());
        const Letters part = letters_of(token.substr(begin, end - begin));
        if (!part.first_upper || part.upper + part.lower > max_dotted_letters) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

}  // namespace

Letters letters_of(std::string_view token) {
    Letters letters;
    for (std::size_t at = 0; at < token.size();) {
        const CodePoint c = read_code_point(token, at);
        if (is_upper(c.value)) {
            ++letters.upper;
            letters.last_upper = true;
            letters.first_upper = letters.first_upper || at == 0;
        } else if (c.value >= '0' && c.value <= '9') {
            ++letters.digits;
        } else if (is_word_character(c.value)) {
            ++letters.lower;
            letters.last_upper = false;
        } else if (c.value == '.') {
            ++letters.dots;
        } else if (std::u32string_view(U"-/'’").find(c.value) ==
                   std::u32string_view::npos) {
            letters.other = true;
        }
        at += c.bytes;
    }
    return letters;
}

bool is_credential(std::string_view token, bool after_comma) {
    const Letters letters = letters_of(token);
    const std::size_t count = letters.upper + letters.lower;
    if (letters.other || !letters.first_upper || count < 2 ||
        count > max_credential_letters) {
        return false;
    }
    if (letters.lower == 0 && letters.dots <= 1 && letters.digits <= 2) {
        return true;
    }
    if (letters.dots > 0) {
        return has_short_dotted_parts(token) && (letters.dots > 1 || token.back() != '.');
    }
    const bool mixed = letters.upper >= 2 && count <= max_mixed_letters;
    return letters.digits == 0 && mixed && (letters.last_upper || after_comma);
}

std::string_view without_dot(std::string_view token) {
    return token.ends_with('.') ? token.substr(0, token.size() - 1) : token;
}

bool has_inner_dot(std::string_view token) {
    return without_dot(token).find('.') != std::string_view::npos;
}

bool is_initial(std::string_view token) {
    const Letters letters = letters_of(token);
    return letters.upper == 1 && letters.lower == 0 && letters.digits == 0 &&
           !letters.other && letters.dots <= 1;
}

bool is_dotted_initials(std::string_view token) {
    const Letters letters = letters_of(token);
    return letters.upper > 0 && letters.upper == letters.dots && letters.lower == 0 &&
           letters.digits == 0 && !letters.other && token.ends_with('.');
}

std::string_view bare_nickname(std::string_view token) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"},
          {"\"", "\""},
          {"“", "”"},
          {"‘", "’"}}) {
        if (token.size() > open.size() + close.size() && token.starts_with(open) &&
            token.ends_with(close)) {
            return token.substr(open.size(), token.size() - open.size() - close.size());
        }
    }
    return token;
}

bool is_name_word(std::string_view token) {
    const Letters letters = letters_of(bare_nickname(token));
    return letters.first_upper && !letters.last_upper && letters.lower >= 1 &&
           letters.digits == 0 && letters.dots == 0 && !letters.other &&
           !is_function_word(folded(token));
}

}  // namespace recovery
