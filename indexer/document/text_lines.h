// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// How a line sets itself off as the item of a list.
enum class ItemMark {
    none,
    bullet,  ///< "•", "-", "*", "–", "o" and their kin, with a blank after it
    number   ///< "1." or "1)", at most three digits
};

/// One line of a text file, cleaned: no byte order mark, control or zero-width
/// characters, white space (no-break space included) collapsed, item mark taken off.
///
/// Lines without a letter or digit (rules such as "* * *") count as blank.
struct TextLine {
    std::string text;  ///< never empty
    ItemMark mark = ItemMark::none;
    bool after_blank = false;  ///< a blank line, or the start of the file, is above
    std::size_t indent = 0;    ///< columns of white space before the text or mark
    std::size_t columns = 0;   ///< width as it stood in the file, indent included
};

/// The lines of `text` (UTF-8; LF, CR LF or CR) that are not blank. A mark alone on its
/// line marks the next line.
[[nodiscard]] std::vector<TextLine> split_lines(std::string_view text);

/// A paragraph, heading or item, put together from one or several lines.
struct TextBlock {
    std::string text;
    ItemMark mark = ItemMark::none;
    bool after_blank = false;
};

/// Joins lines into blocks.
///
/// As a rule a line is a block. Lines are joined where the file is *hard-wrapped*: nine
/// in ten lines are within 100 columns, and at least two lines are *full* (the first word
/// of the line below would not have fitted any more) and go on in lower case. There, a
/// full line goes on in the next one unless a blank line or an item mark parts them.
/// Anywhere, a line that is indented deeper than the item right above it belongs to the
/// item.
[[nodiscard]] std::vector<TextBlock> read_blocks(std::string_view text);

}  // namespace recovery
