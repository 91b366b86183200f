// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/results.h"

namespace recovery {

/// How text goes to a terminal or a pipe.
struct TerminalStyle {
    bool colour = false;
    std::size_t columns = 80;
};

/// Looks of a piece of text; on a pipe or under NO_COLOR all are plain.
enum class Look { plain, strong, dim, link, label };

/// `text` escaped for a terminal (one line) in a look.
[[nodiscard]] std::string styled(std::string_view text,
                                 Look look,
                                 const TerminalStyle& style);

/// A line of a wrapped text; `continued` when it goes on with the paragraph of the line
/// before.
struct WrappedLine {
    Excerpt line;
    bool continued = false;
};

/// Breaks a text at its blanks into lines of at most `columns` columns, newlines kept as
/// breaks; ranges are carried over, one that crosses a break is in both lines. A longer
/// word stands alone.
[[nodiscard]] std::vector<WrappedLine> wrap(const Excerpt& text, std::size_t columns);

/// One line of `wrap`, its ranges strong.
[[nodiscard]] std::string marked(const Excerpt& line, const TerminalStyle& style);

}  // namespace recovery
