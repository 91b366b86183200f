// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/question/crisis.h"
#include "query/render/html_writer.h"

namespace recovery {

/// What stands around the main part of every page.
struct PageFrame {
    CardLanguage language = CardLanguage::english;
    std::string lang;   ///< asked for in the address, kept by links and form; or ""
    std::string query;  ///< stands in the search box
    std::string other_language_href;  ///< this page in the other language
    std::vector<CrisisCall> calls;    ///< at the foot, in `language`
    std::string style_href;           ///< of the style sheet
    std::string site_style_href;      ///< of the site's own, after it; or ""
    bool demo = false;                ///< there is a home page to link to
};

/// A whole page: head, skip link, header with the search form, `write_main` inside
/// <main>, whom to call. The title never holds the question: titles stay in histories and
/// show in tabs.
[[nodiscard]] std::string framed(const PageFrame& frame,
                                 std::string_view title,
                                 const std::function<void(HtmlWriter&)>& write_main);

}  // namespace recovery
