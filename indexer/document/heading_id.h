// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recovery {

/// A heading without its attributes, and the id they give it ("" for none).
struct HeadingText {
    std::string text;
    std::string id;
};

/// Takes the attribute list off the end of a heading.
///
/// `heading` is plain text. The list is what Hugo, Pandoc and kramdown write: "{#id}",
/// "{#id .class key=value}", "{: #id}"; braces that hold anything else are text. Of two
/// ids the first counts. `id` has no white space.
///
/// Example: "What does it cost? {#cost .wide}" is {"What does it cost?", "cost"}.
[[nodiscard]] HeadingText read_heading_text(std::string_view heading);

}  // namespace recovery
