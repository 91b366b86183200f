// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/question/crisis.h"
#include "query/render/html_frame.h"
#include "query/render/html_links.h"
#include "query/search/results.h"

namespace recovery {

/// Hits on a page of results.
inline constexpr std::size_t page_hits = 10;
/// The last page that can be asked for; nobody reads so far.
inline constexpr std::size_t max_page = 100;

/// How many pages there are of each kind.
using KindCounts = std::vector<std::pair<Kind, std::size_t>>;

/// All that a page of results shows.
struct ResultsPage {
    SearchRequest request;
    Results results;   ///< of `request.page`, `page_hits` a page
    KindCounts kinds;  ///< as if no kind had been chosen
    std::optional<Crisis> help;
};

/// The page of results, complete without scripts. The help comes first in <main>, then
/// notes, heading, how many there are, kinds with counts, hits, and the way to more.
/// Where nothing was found it says so, and what to do now. A request that names nothing
/// to look for gets an invitation.
[[nodiscard]] std::string results_html(const ResultsPage& page, const PageFrame& frame);

/// The search cannot answer: the help all the same, and whom to call.
[[nodiscard]] std::string unavailable_html(const std::optional<Crisis>& help,
                                           const PageFrame& frame);

/// The home page of a sample site: what there is, and whom to call.
[[nodiscard]] std::string home_html(const KindCounts& kinds, const PageFrame& frame);

/// The Documents of one page of a sample site to read, each section under its anchor.
/// `documents` is not empty. It says that it is a sample.
[[nodiscard]] std::string documents_html(const std::vector<WholeDocument>& documents,
                                         const PageFrame& frame);

}  // namespace recovery
