// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recovery {

struct Heading {
    int level = 0;
    std::string text;
};

/// What a Document does not keep of its page: the levels of headings, and the targets of
/// links and images.
struct MarkdownOutline {
    std::vector<Heading> headings;
    std::vector<std::string> links;
};

/// The outline of a Markdown file, its front matter left out.
[[nodiscard]] MarkdownOutline markdown_outline(std::string_view file);

/// The texts of the headings of one level.
[[nodiscard]] std::vector<std::string> headings_of_level(const MarkdownOutline& outline,
                                                         int level);

}  // namespace recovery
