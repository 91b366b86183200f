// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recovery {

/// `text` safe in HTML text and in quoted attributes: & < > " ' become character
/// references.
[[nodiscard]] std::string escape_html(std::string_view text);

/// `text` safe to print on a terminal: control characters (escape sequences among them),
/// bidirectional overrides and bytes that are not UTF-8 become U+FFFD. Newlines stay
/// unless `one_line`, then they become blanks.
[[nodiscard]] std::string escape_terminal(std::string_view text, bool one_line = false);

/// `path` safe in a URL: every byte but unreserved characters and '/' is percent-encoded.
[[nodiscard]] std::string escape_url_path(std::string_view path);

}  // namespace recovery
