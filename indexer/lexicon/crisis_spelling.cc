// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_spelling.h"

#include <algorithm>

#include "indexer/base/normalise.h"

namespace recovery {

std::string letters_for_digits(std::string_view word) {
    static constexpr std::string_view digits = "0134578";
    static constexpr std::string_view letters = "oieastb";
    std::string out;
    bool letter = false;
    bool digit = false;
    for (const char c : word) {
        const std::size_t at = digits.find(c);
        if (is_ascii_digit(c) && at == std::string_view::npos) {
            return {};
        }
        digit = digit || at != std::string_view::npos;
        letter = letter || is_ascii_letter(c);
        out += at == std::string_view::npos ? c : letters[at];
    }
    return letter && digit ? out : std::string{};
}

std::string without_runs(std::string_view word, std::size_t kept) {
    std::string out;
    bool cut = false;
    for (std::size_t i = 0; i < word.size();) {
        const std::size_t end = std::min(word.find_first_not_of(word[i], i), word.size());
        cut = cut || end - i > 2;
        out.append(end - i > 2 ? kept : end - i, word[i]);
        i = end;
    }
    return cut ? out : std::string{};
}

std::string plain_crisis_word(std::string_view word) {
    const std::string letters = letters_for_digits(word);
    const std::string_view spelled = letters.empty() ? word : std::string_view(letters);
    std::string plain = without_runs(spelled, 1);
    return plain.empty() ? std::string(spelled) : plain;
}

void undo_signs(std::string& text) {
    const auto letter_at = [&](std::size_t at) {
        return at < text.size() && is_ascii_letter(text[at]);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = letter_at(i + 1);
        const bool inside = starts && i > 0 && letter_at(i - 1);
        if (text[i] == '@' && starts) {
            text[i] = 'a';
        } else if (text[i] == '$' && starts) {
            text[i] = 's';
        } else if (inside && (text[i] == '!' || text[i] == '|')) {
            text[i] = 'i';
        } else if (inside && text[i] == '*') {
            text.erase(i--, 1);
        }
    }
}

std::string normalise_crisis_text(std::string text) {
    undo_signs(text);
    return normalise(text).text;
}

}  // namespace recovery
