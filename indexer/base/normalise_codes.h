// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recovery {

/// A stretch of folded text that has a canonical spelling: `bytes` of input stand for
/// `canonical`.
struct CanonicalMatch {
    std::size_t bytes = 0;
    std::string canonical;
};

/// A phone number of North America at byte `at` of folded text: optional "+1" or "1",
/// three digits (perhaps in brackets), three digits, four digits or letters, parted by at
/// most one of "-. /" or a bracket and a blank. Canonical is ten digits. `at` must be the
/// start of a word or an opening bracket or '+'.
[[nodiscard]] std::optional<CanonicalMatch> match_phone(std::string_view folded,
                                                        std::size_t at);

/// A code of the field with several spellings ("dsm-5-tr", "lcdc3", "7-oh", "delta8") at
/// the start of a word. Canonical has its parts separated by blanks; the longest match
/// wins.
[[nodiscard]] std::optional<CanonicalMatch> match_code(std::string_view folded,
                                                       std::size_t at);

}  // namespace recovery
