// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/render/html_links.h"
#include "query/render/html_writer.h"
#include "query/render/strings.h"
#include "query/search/results.h"

namespace recovery {

/// The hits as an ordered list that counts on from `results.offset`: type, title as a
/// link to the best section, section, excerpt, further sections; people as cards with
/// credentials, role and location. Where an address is no safe link, the title is text.
void write_hits(HtmlWriter& out, const Results& results, CardLanguage language);

/// "LCDC III · Clinical Therapist · Cincinnati", as far as known.
void write_person_line(HtmlWriter& out, const Hit& person);

/// The first letters of a person's first and last name, for the eye only.
void write_initials(HtmlWriter& out, std::string_view name);

/// "Articles", "Answers", "People"; and of one: "Article".
[[nodiscard]] Label plural_label(Kind kind);
[[nodiscard]] Label kind_label(Kind kind);

}  // namespace recovery
