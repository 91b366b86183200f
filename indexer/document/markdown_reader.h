// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"
#include "indexer/document/page.h"

namespace recovery {

/// A Page read from Markdown, and what its author should mend. Lines count from the start
/// of the body; paths are "".
struct MarkdownPage : Page {
    std::string title_anchor;  ///< of the h1 that is the title, "" without one
    std::vector<Problem> problems;
};

/// The longest answer, in words, of a page that is taken for a page of questions by its
/// shape alone.
inline constexpr std::size_t max_shape_answer_words = 150;

/// Reads a Markdown body (CommonMark and GitHub's tables; UTF-8, front matter cut off).
///
/// An h1 that is the first heading is the title and no section; text above or below it,
/// before the next heading, is the introduction. Each heading h1-h3 begins a section,
/// even one without text; h4-h6 are paragraphs. Texts follow Section, anchors follow
/// `read_markdown_blocks`.
///
/// `known` is what front matter or folder say the file is:
/// - article: all headings are sections, also those that ask.
/// - faq: entries as `read_faq_blocks` finds them, and the introduction as the only
///   section. The h1 is the title, unless it asks and more h1 do. A page that has an
///   introduction and asks nothing comes back as sections: it is the answer to its title.
/// - bio: one bio; name and credentials from the h1 ("Jane Public, LISW-S, PRS"), text
///   from all the rest.
/// - nothing: the questions below a heading such as "FAQ" (`announces_questions`) become
///   entries. So do all of a page whose h2 and h3 all ask, with answers of at most
///   `max_shape_answer_words`. The rest are sections.
///
/// Example: "# Detox\n\n## How long?\n\nAbout a week.", known as faq, has the title
/// "Detox" and the entry {"How long?", "how-long", "About a week."}.
[[nodiscard]] MarkdownPage read_markdown(std::string_view body,
                                         std::optional<Kind> known);

}  // namespace recovery
