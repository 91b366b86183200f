// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "query/http/problem.h"
#include "query/search/searcher.h"

namespace recovery {

/// A search among the values of one facet. `options` asks for that facet and no hits.
struct FacetRequest {
    std::string facet_query;
    std::string query;
    SearchOptions options;
};

/// Reads `facetName`, `facetQuery`, `q` and `filter`; other members are ignored.
[[nodiscard]] std::variant<FacetRequest, HttpProblem> read_facet_request(
    const nlohmann::json& object);

/// [{"value","count"}] of the values of which a word begins with the facet query, at most
/// `max_facet_values`.
[[nodiscard]] nlohmann::ordered_json facet_hits_json(const Results& results,
                                                     const FacetRequest& request);

/// Puts in, empty, the facets that were asked for and not counted because nothing was
/// found, and cuts each to `max_facet_values`.
void complete_facets(std::vector<Facet>& facets, const std::vector<std::string>& asked);

}  // namespace recovery
