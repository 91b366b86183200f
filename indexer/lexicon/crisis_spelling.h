// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/base/ascii.h"

namespace recovery {

/// Whether a byte of a normalised text belongs to a word.
[[nodiscard]] constexpr bool is_crisis_word_byte(char c) noexcept {
    return is_ascii_digit(c) || is_ascii_letter(c) ||
           static_cast<unsigned char>(c) >= 0x80U;
}

/// Whether a sentence of a normalised text ends with this byte.
[[nodiscard]] constexpr bool ends_crisis_sentence(char c) noexcept {
    return c == '.' || c == '!' || c == '?' || c == ';' || c == '\n';
}

/// Digits that stand for letters, undone ("0d" is od, "su1cide" is suicide); "" when the
/// word is not written like that.
[[nodiscard]] std::string letters_for_digits(std::string_view word);

/// Runs of three and more equal letters cut down to `kept` ("heeelp" is help); "" when
/// there are none.
[[nodiscard]] std::string without_runs(std::string_view word, std::size_t kept);

/// A word with both undone; itself when it is written plainly.
[[nodiscard]] std::string plain_crisis_word(std::string_view word);

/// Signs that stand for letters inside words ("k!ll", "$uicide", "d*e"), undone in a text
/// that is not normalised yet.
void undo_signs(std::string& text);

/// A text as rules and model read it: normalised, such signs undone.
[[nodiscard]] std::string normalise_crisis_text(std::string text);

}  // namespace recovery
