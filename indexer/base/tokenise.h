// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recovery {

/// Longer words (encoded data, keyboard noise) are no words: they are neither indexed nor
/// asked.
inline constexpr std::size_t max_word_bytes = 64;

/// A word of a normalised text: bytes [begin, end) of it.
///
/// `hyphenated` says that only a hyphen parts it from the word before it, as in the
/// second and third word of "out-of-body".
struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool hyphenated = false;

    [[nodiscard]] std::string_view in(std::string_view normalised) const {
        return normalised.substr(begin, end - begin);
    }
};

/// The words of a text that `normalise` made, in order: runs of letters and digits of any
/// script.
/// "&" between two word characters and "." between two digits belong to the word ("at&t",
/// "2.1"). Words above `max_word_bytes` are left out.
[[nodiscard]] std::vector<Token> tokenise(std::string_view normalised);

}  // namespace recovery
