// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_shape.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

// "No.", "St." and initials end no sentence inside a heading.
constexpr std::size_t min_sentence_word_bytes = 4;

// Shorter lines may be subheadings, longer ones are sentences that lost their full stop.
constexpr std::size_t min_caption_words = 5;
constexpr std::size_t max_caption_words = 16;

constexpr std::u32string_view closing_marks = U"\"'”’»)]";

bool is_closing(char32_t c) {
    return closing_marks.find(c) != std::u32string_view::npos;
}

Ending ending_of(std::string_view text) {
    char32_t last = 0;
    const std::size_t tail_bytes = std::min<std::size_t>(text.size(), 64);
    std::size_t at = text.size() - tail_bytes;
    while (at < text.size()) {
        const CodePoint c = read_code_point(text, at);
        at += c.bytes;
        if (!is_closing(c.value) && !is_space(c.value)) {
            last = c.value;
        }
    }
    switch (last) {
        case U'.':
        case U'…':
        case U'。':
            return Ending::stop;
        case U'!':
            return Ending::exclamation;
        case U'?':
        case U'？':
            return Ending::question;
        case U':':
            return Ending::colon;
        case U',':
        case U';':
            return Ending::other;
        default:
            return Ending::none;
    }
}

bool is_address(std::string_view word) {
    return word.find("://") != std::string_view::npos || word.starts_with("www.") ||
           word.find('@') != std::string_view::npos;
}

bool begins_lower(std::string_view text) {
    const std::string_view first = text.substr(0, text.find(' '));
    if (!is_lower_word(first)) {
        return false;
    }
    // "e-mail" may begin a sentence, and an address is no word.
    const std::size_t letter_bytes = read_code_point(first, 0).bytes;
    return first.substr(letter_bytes, 1) != "-" && !is_address(first);
}

bool has_several_sentences(std::string_view text) {
    for (std::size_t at = text.find_first_of(".!"); at != std::string_view::npos;
         at = text.find_first_of(".!", at + 1)) {
        const std::size_t word = text.find_last_of(" .!", at == 0 ? 0 : at - 1);
        const std::size_t word_bytes =
            word == std::string_view::npos ? at : at - word - 1;
        const bool followed = text.substr(at + 1, 1) == " ";
        if (followed && word_bytes >= min_sentence_word_bytes) {
            return true;
        }
    }
    return false;
}

CaseStyle style_of(std::string_view text, const PageWords& page) {
    int lower = 0;
    int capital = 0;
    const std::vector<std::string_view> words = words_of(text);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string word = folded(words[i]);
        const bool function = is_function_word(word);
        if (is_lower_word(words[i])) {
            lower += function ? 0 : 1;
        } else if (starts_with_capital(words[i]) && word != "i") {
            capital += function || page.is_common(words[i]) ? 1 : 0;
        }
    }
    if (lower == 0 && capital == 0) {
        return CaseStyle::neutral;
    }
    return capital > lower ? CaseStyle::title : CaseStyle::sentence;
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A word in lower case after a colon goes on with the sentence before it.
bool states_after_colon(std::string_view text) {
    const std::size_t colon = text.find(": ");
    return colon != std::string_view::npos && begins_lower(text.substr(colon + 2));
}

}  // namespace

LineShape shape_of(std::string_view text, const PageWords& words) {
    LineShape shape;
    shape.words = count_words(text);
    shape.ending = ending_of(text);
    shape.starts_lower = begins_lower(text);
    if (text.size() > max_short_line_bytes) {
        return shape;
    }
    shape.digits = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
    shape.several_sentences = has_several_sentences(text);
    shape.style = style_of(text, words);
    return shape;
}

bool looks_like_heading(std::string_view text, const LineShape& shape) {
    const bool ends_open =
        shape.ending == Ending::none ||
        (shape.ending == Ending::exclamation && shape.style == CaseStyle::title);
    const std::size_t max_words = shape.style == CaseStyle::sentence
                                      ? max_sentence_heading_words
                                      : max_heading_words;
    return text.size() <= max_short_line_bytes && ends_open && !shape.starts_lower &&
           !is_address(text) && !shape.several_sentences && shape.words > 0 &&
           shape.words <= max_words && shape.digits <= max_heading_digits;
}

bool looks_like_question(std::string_view text, const LineShape& shape) {
    return text.size() <= max_short_line_bytes && shape.ending == Ending::question &&
           !shape.starts_lower && !shape.several_sentences && shape.words > 0 &&
           shape.words <= max_question_words && !states_after_colon(text);
}

bool reads_like_caption(std::string_view line) {
    constexpr auto speaking = std::to_array<std::string_view>(
        {"i",     "we",   "you",  "us",   "our", "your",  "me",   "my",     "is",
         "are",   "was",  "were", "be",   "can", "could", "may",  "might",  "will",
         "would", "must", "has",  "have", "had", "do",    "does", "should", "did"});
    const std::vector<std::string_view> words = words_of(line);
    return words.size() >= min_caption_words && words.size() <= max_caption_words &&
           line.find_first_of(",:;\"") == std::string_view::npos &&
           line.find("“") == std::string_view::npos &&
           std::none_of(words.begin(), words.end(), [&](std::string_view word) {
               return is_one_of(speaking, folded(word));
           });
}

bool is_conversational(std::string_view question) {
    constexpr auto openers = std::to_array<std::string_view>(
        {"and", "but", "or", "so", "yet", "then", "well", "now", "still", "ok"});
    const std::vector<std::string_view> words = words_of(question);
    if (words.empty()) {
        return true;
    }
    if (is_one_of(openers, folded(words.front()))) {
        return true;
    }
    const std::size_t comma = question.rfind(", ");
    return comma != std::string_view::npos && count_words(question.substr(comma)) == 1;
}

}  // namespace recovery
