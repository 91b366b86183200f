// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/render/html_frame.h"
#include "query/render/html_links.h"
#include "query/render/html_writer.h"
#include "query/render/strings.h"

namespace recovery {

/// The chosen filters of a request as links to the same without them; nothing where there
/// is none.
void write_chosen_filters(HtmlWriter& out,
                          const SearchRequest& request,
                          CardLanguage language);

/// All pages of each kind, as list items.
void write_browse_items(HtmlWriter& out, const PageFrame& frame);

/// What to do when nothing was found: drop the filters, look around, call `frame.calls`.
void write_ways_on(HtmlWriter& out, const SearchRequest& request, const PageFrame& frame);

}  // namespace recovery
