// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/tokenise.h"

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

bool word_starts_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_word_character(read_code_point(text, at).value);
}

// Whether the character at `at` (just behind a word character) joins two parts of one
// word.
bool joins(std::string_view text, std::size_t at) {
    if (text[at] == '&') {
        return word_starts_at(text, at + 1);
    }
    return text[at] == '.' && is_ascii_digit(text[at - 1]) && at + 1 < text.size() &&
           is_ascii_digit(text[at + 1]);
}

std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        if (is_word_character(c.value)) {
            at += c.bytes;
        } else if (joins(text, at)) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

}  // namespace

std::vector<Token> tokenise(std::string_view normalised) {
    std::vector<Token> tokens;
    tokens.reserve(normalised.size() / 6 + 1);
    std::size_t at = 0;
    std::size_t last_end = std::string_view::npos;
    while (at < normalised.size()) {
        const CodePoint c = read_code_point(normalised, at);
        if (!is_word_character(c.value)) {
            at += c.bytes;
            continue;
        }
        const std::size_t end = word_end(normalised, at);
        if (end - at <= max_word_bytes) {
            const bool hyphenated = last_end != std::string_view::npos &&
                                    at == last_end + 1 && normalised[last_end] == '-';
            tokens.push_back({at, end, hyphenated});
            last_end = end;
        }
        at = end;
    }
    return tokens;
}

}  // namespace recovery
