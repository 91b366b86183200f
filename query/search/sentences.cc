// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/sentences.h"

#include <algorithm>
#include <array>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr std::array titles{
    "dr", "mr", "mrs", "ms", "st", "vs", "no", "jr", "sr", "prof"};

bool is_end_mark(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

bool is_closing(char32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D;
}

// The last word before byte `at`, ASCII letters in lower case.
std::string last_word(std::string_view text, std::size_t at) {
    std::string word;
    while (at > 0 && word.size() < 8) {
        const char c = text[at - 1];
        if (!is_ascii_letter(c)) {
            break;
        }
        word.insert(word.begin(), ascii_lower(c));
        --at;
    }
    return word;
}

bool is_abbreviation(std::string_view text, std::size_t dot) {
    const std::string word = last_word(text, dot);
    return word.size() == 1 ||
           std::find(titles.begin(), titles.end(), word) != titles.end();
}

// Where a sentence whose end mark stands at `at` is over; npos when it goes on.
std::size_t sentence_end(std::string_view text, std::size_t at) {
    const bool dot = text[at] == '.';
    std::size_t end = at;
    while (end < text.size()) {
        const CodePoint c = read_code_point(text, end);
        if (!is_end_mark(c.value) && !is_closing(c.value)) {
            break;
        }
        end += c.bytes;
    }
    if (end >= text.size()) {
        return end;
    }
    const CodePoint space = read_code_point(text, end);
    if (!is_space(space.value) || (dot && end == at + 1 && is_abbreviation(text, at))) {
        return std::string_view::npos;
    }
    std::size_t next = end;
    while (next < text.size() && is_space(read_code_point(text, next).value)) {
        next += read_code_point(text, next).bytes;
    }
    const bool goes_on =
        next < text.size() && is_lower(read_code_point(text, next).value);
    return goes_on ? std::string_view::npos : end;
}

void add_trimmed(std::vector<Span>& sentences, std::string_view text, Span span) {
    while (span.begin < span.end && is_ascii_space(text[span.begin])) {
        ++span.begin;
    }
    while (span.end > span.begin && is_ascii_space(text[span.end - 1])) {
        --span.end;
    }
    if (span.begin < span.end) {
        sentences.push_back(span);
    }
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text) {
    std::vector<Span> sentences;
    std::size_t begin = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        std::size_t end = std::string_view::npos;
        if (c.value == '\n') {
            end = at;
        } else if (is_end_mark(c.value)) {
            end = sentence_end(text, at);
        }
        if (end != std::string_view::npos) {
            add_trimmed(sentences, text, {begin, end});
            begin = end;
        }
        at = end == std::string_view::npos || end <= at ? at + c.bytes : end;
    }
    add_trimmed(sentences, text, {begin, text.size()});
    return sentences;
}

}  // namespace recovery
