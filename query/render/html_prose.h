// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "query/render/html_writer.h"

namespace recovery {

/// A section's plain text as HTML: paragraphs between blank lines, lists where lines
/// begin with "• " or with a number ("1. "), line breaks elsewhere.
void write_prose(HtmlWriter& out, std::string_view text);

}  // namespace recovery
