// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/slug.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr char32_t curly_apostrophe = 0x2019;

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == curly_apostrophe;
}

// Sorted for binary search.
constexpr auto function_words = std::to_array<std::string_view>({
    "a",     "about", "after", "all",     "am",     "an",   "and",   "any",   "are",
    "as",    "at",    "be",    "been",    "before", "but",  "by",    "can",   "could",
    "did",   "do",    "does",  "for",     "from",   "had",  "has",   "have",  "he",
    "her",   "his",   "how",   "i",       "if",     "in",   "into",  "is",    "it",
    "its",   "me",    "more",  "my",      "no",     "nor",  "not",   "of",    "on",
    "or",    "our",   "over",  "she",     "should", "so",   "than",  "that",  "the",
    "their", "them",  "there", "these",   "they",   "this", "to",    "under", "us",
    "vs",    "was",   "we",    "were",    "what",   "when", "where", "which", "who",
    "why",   "will",  "with",  "without", "would",  "you",  "your",
});
static_assert(std::is_sorted(function_words.begin(), function_words.end()));

bool contains(const std::unordered_set<std::string>& words, std::string_view word) {
    std::string key = folded(word);
    if (words.contains(key)) {
        return true;
    }
    if (key.size() > 3 && key.back() == 's') {
        key.pop_back();
        return words.contains(key);
    }
    key.push_back('s');
    return words.contains(key);
}

// Calls `use(word)` for each word of `text`.
template <typename Use>
void each_word(std::string_view text, Use use) {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read_code_point(text, at);
        if (is_word_character(c.value)) {
            if (!open) {
                begin = at;
                open = true;
            }
            end = at + c.bytes;
        } else if (open && !(is_apostrophe(c.value) && end == at)) {
            use(text.substr(begin, end - begin));
            open = false;
        }
        at += c.bytes;
    }
    if (open) {
        use(text.substr(begin, end - begin));
    }
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    each_word(text, [&](std::string_view word) { words.push_back(word); });
    return words;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    each_word(text, [&](std::string_view) { ++count; });
    return count;
}

std::string folded(std::string_view text) {
    return github_slug(text);
}

bool is_function_word(std::string_view word) {
    return std::binary_search(function_words.begin(), function_words.end(), word);
}

bool starts_with_capital(std::string_view word) {
    return !word.empty() && is_upper(read_code_point(word, 0).value);
}

bool is_lower_word(std::string_view word) {
    if (word.empty() || !is_lower(read_code_point(word, 0).value)) {
        return false;
    }
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = read_code_point(word, at);
        if (is_upper(c.value)) {
            return false;
        }
        at += c.bytes;
    }
    return true;
}

void PageWords::add(std::string_view text, bool running) {
    each_word(text, [&](std::string_view word) {
        if (is_lower_word(word)) {
            lower_.insert(folded(word));
        }
        if (running) {
            running_.insert(folded(word));
        }
    });
}

bool PageWords::is_common(std::string_view word) const {
    return contains(lower_, word);
}

bool PageWords::is_in_running_text(std::string_view word) const {
    return contains(running_, word);
}

}  // namespace recovery
