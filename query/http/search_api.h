// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "query/http/request.h"
#include "query/http/response.h"
#include "query/http/search_service.h"
#include "query/http/site_options.h"

namespace recovery {

inline constexpr std::size_t max_queries = 10;
/// Values of one facet in an answer, the most frequent ones.
inline constexpr std::size_t max_facet_values = 100;

/// The search subset of Meilisearch's API, with this project's members beside it.
///
/// Every answer to a question in which a life may be at risk begins with `crisis`, every
/// answer to one that asks for support with `support`: problems too, and without an index
/// too (503, with `hits: []`). None of them throws but for want of memory.
///
/// What the answers look like says `openapi.json`.

/// POST (a JSON body) or GET (parameters) /indexes/{uid}/search.
[[nodiscard]] Response search_answer(const Request& request,
                                     std::string_view index_uid,
                                     SearchService& service,
                                     const SiteOptions& site);

/// POST /multi-search: up to `max_queries` searches, answered in their order; their
/// limits together may not exceed `max_result_window`, which bounds the answer. One that
/// is wrong is a problem of the whole, whose detail says which: "queries[1]: ...".
[[nodiscard]] Response multi_search_answer(const Request& request,
                                           SearchService& service,
                                           const SiteOptions& site);

/// POST /indexes/{uid}/facet-search: the values of a facet of which a word begins with
/// `facetQuery`, whatever case and accents.
[[nodiscard]] Response facet_search_answer(const Request& request,
                                           std::string_view index_uid,
                                           SearchService& service,
                                           const SiteOptions& site);

}  // namespace recovery
