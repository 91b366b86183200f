// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/document/document.h"

namespace recovery {

/// Front matter above this size is not read; real pages need a few hundred bytes.
inline constexpr std::size_t max_front_matter_bytes = std::size_t{64} * 1024;

/// Where the front matter of a file ends and its text begins.
///
/// `body_offset` is in bytes, a byte order mark counted; `body_line` counts from 1.
struct FrontMatterBlock {
    /// What stands between the fences, each line ended by one '\n', control characters
    /// made blanks; "" when there is none.
    std::string yaml;
    int yaml_line = 2;  ///< the line of the file on which `yaml` begins
    std::size_t body_offset = 0;
    int body_line = 1;
    std::optional<Problem> problem;  ///< its path is ""
};

/// Finds the YAML block at the top of `file` (UTF-8, byte order mark allowed; LF, CR LF
/// or CR): from a first line "---" to the next line "---" or "...".
///
/// Many pages begin with a line "---" that is only a rule. So what follows must look like
/// front matter: its first line that is neither blank nor a comment is "key:" or begins
/// with "{", or there is no such line before the end line. Otherwise the whole file is
/// body.
///
/// A problem, at line 1: no end line (the body is then all after the first line), or more
/// than `max_front_matter_bytes` (the block is skipped, not read).
[[nodiscard]] FrontMatterBlock find_front_matter(std::string_view file);

}  // namespace recovery
