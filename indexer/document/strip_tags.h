// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recovery {

/// The name of the tag `html` begins with, in lower case: "br" for "<BR/>", "/p" for
/// "</p>"; "" for a comment or anything else.
[[nodiscard]] std::string tag_name(std::string_view html);

/// The plain text of a piece of HTML, as it stands inside Markdown. Whole pages are read
/// by a real HTML parser instead.
///
/// Comments, tags, and the content of script, style and template are dropped. `<br>` and
/// `<tr>` begin a line, `<li>` a line with "• ", other block tags (p, div, summary, h1,
/// ...) a paragraph, `<td>` and `<th>` are parted by "; ". White space is collapsed,
/// character references are decoded. A tag or comment that is not closed ends the text.
///
/// Example: "<p>Call <b>988</b>.<br>Any time &amp; day.</p>" is "Call 988.\nAny time &
/// day.".
[[nodiscard]] std::string strip_tags(std::string_view html);

}  // namespace recovery
