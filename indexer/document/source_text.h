// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// A file's bytes made safe to parse. Problems have the path "".
struct SourceText {
    std::string text;        ///< UTF-8 without control characters but tab, CR and LF
    bool is_usable = false;  ///< false for an empty or binary file, which is a problem
    std::vector<Problem> problems;
};

/// Checks and mends the bytes of a text file. Lines stay where they are: bad bytes are
/// replaced (a problem that names the first one's line), control characters become
/// blanks. A NUL byte in the first 8 KiB means a binary file.
[[nodiscard]] SourceText read_source_text(std::string_view bytes);

}  // namespace recovery
