// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// A heading, or a piece of text between headings that stands on its own: a paragraph, a
/// list, a code block.
struct MarkdownBlock {
    int level = 0;       ///< 1-6 for a heading, 0 for text
    std::string text;    ///< plain, never empty
    std::string anchor;  ///< headings only
    int line = 0;        ///< in the body, from 1
};

/// A page as a row of blocks. Problems have lines in the body and no path.
struct MarkdownBlocks {
    std::vector<MarkdownBlock> blocks;
    std::vector<Problem> problems;
};

/// Takes a Markdown body apart.
///
/// Text follows the conventions of Section. Links keep their text; images, tags, comments
/// and rules are dropped. The items of a list begin with "• " or their number ("1. "),
/// nested ones too, each on a line of its own. Headings inside a list or quote are text.
///
/// A heading's anchor is the id it gives itself ("## Cost {#cost}", which is taken off
/// its text), else GitHub's; every heading of the page takes its own, in the order of the
/// page, as GitHub counts them. An id that stands twice is a problem.
[[nodiscard]] MarkdownBlocks read_markdown_blocks(std::string_view body);

}  // namespace recovery
