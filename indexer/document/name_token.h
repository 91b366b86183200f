// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recovery {

/// What a token (a word with its punctuation) is made of.
struct Letters {
    std::size_t upper = 0;
    std::size_t lower = 0;  ///< all letters that are no capitals
    std::size_t digits = 0;
    std::size_t dots = 0;
    bool other = false;       ///< beside letters, digits, full stops and - / ' ’
    bool last_upper = false;  ///< the last letter is a capital
    bool first_upper = false;
};

[[nodiscard]] Letters letters_of(std::string_view token);

/// Capitals ("MSW", "LPCC-S"), short parts with full stops ("Ph.D."), or mixed case that
/// ends in a capital ("PsyD"). `after_comma`: also mixed case that does not ("MEd"),
/// where no name can stand.
[[nodiscard]] bool is_credential(std::string_view token, bool after_comma);

/// `token` without one full stop at its end.
[[nodiscard]] std::string_view without_dot(std::string_view token);

[[nodiscard]] bool has_inner_dot(std::string_view token);

/// One capital, with or without a full stop.
[[nodiscard]] bool is_initial(std::string_view token);

/// "T." or "T.J.": every letter is a capital and has its full stop.
[[nodiscard]] bool is_dotted_initials(std::string_view token);

/// `token` without the quotes or brackets of a nickname.
[[nodiscard]] std::string_view bare_nickname(std::string_view token);

/// A word with a capital first, as names have: "Public", "O’Neil", "McKay", "(Joe)"; no
/// function word, and no capital at the end.
[[nodiscard]] bool is_name_word(std::string_view token);

}  // namespace recovery
