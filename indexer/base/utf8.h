// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recovery {

/// Stands in for bytes that are not UTF-8 (U+FFFD).
inline constexpr char32_t replacement_character = 0xFFFD;

/// One code point read from a text: its value and the bytes it took (1 for an invalid
/// byte, which reads as U+FFFD).
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

namespace detail {
[[nodiscard]] CodePoint read_multibyte(std::string_view text, std::size_t at) noexcept;
[[nodiscard]] bool is_word_character_beyond_ascii(char32_t c) noexcept;
[[nodiscard]] bool is_space_beyond_ascii(char32_t c) noexcept;
}  // namespace detail

/// Reads the code point that starts at byte `at` of `text` (`at < text.size()`). Overlong
/// forms, surrogates and values above U+10FFFF are invalid.
[[nodiscard]] inline CodePoint read_code_point(std::string_view text,
                                               std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80U ? CodePoint{first, 1} : detail::read_multibyte(text, at);
}

/// Appends `value` to `out` as UTF-8. An invalid value is appended as U+FFFD.
void append_code_point(std::string& out, char32_t value);

/// Whether all of `text` is UTF-8.
[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

/// `text` with each invalid byte and each NUL replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// The longest prefix of `text` of at most `max_bytes` bytes that ends between code
/// points. Example: truncate_utf8("né", 2) is "n".
[[nodiscard]] std::string_view truncate_utf8(std::string_view text,
                                             std::size_t max_bytes) noexcept;

/// Letters and digits of any script (Unicode categories L and N); marks are not.
[[nodiscard]] inline bool is_word_character(char32_t c) noexcept {
    if (c < 0x80U) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return detail::is_word_character_beyond_ascii(c);
}
[[nodiscard]] bool is_upper(char32_t c) noexcept;
[[nodiscard]] bool is_lower(char32_t c) noexcept;
/// Unicode white space, no-break space included.
[[nodiscard]] inline bool is_space(char32_t c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r') ||
           (c >= 0x80U && detail::is_space_beyond_ascii(c));
}

/// Columns that `text` takes on a terminal: 2 for wide characters, 0 for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// `text` with every run of white space (no-break space included) made one blank, and
/// none at the ends.
[[nodiscard]] std::string collapse_space(std::string_view text);

}  // namespace recovery
