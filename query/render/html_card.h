// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/question/crisis.h"
#include "query/render/html_writer.h"

namespace recovery {

/// Help as a section of its own, in its own language: title with the level for screen
/// readers, whom to call first, the steps, further calls. A danger that is only named
/// gets its title and the calls. Belongs in front of everything else in <main>.
void write_card(HtmlWriter& out, const Crisis& help);

/// Numbers to call and to text, and pages, as a list of links.
void write_calls(HtmlWriter& out,
                 const std::vector<CrisisCall>& calls,
                 CardLanguage language);

}  // namespace recovery
