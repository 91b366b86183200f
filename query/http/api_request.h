// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include <nlohmann/json_fwd.hpp>

#include "query/http/problem.h"
#include "query/http/search_fields.h"
#include "query/search/searcher.h"

namespace recovery {

inline constexpr std::size_t default_search_limit = 20;
inline constexpr std::size_t max_highlight_tag_bytes = 64;

/// Pages in place of offset and limit; counted from 1.
struct Paging {
    std::size_t page = 1;
    std::size_t hits_per_page = default_search_limit;
};

/// One search of the JSON API, read and bounded. `options` is what the searcher takes.
struct ApiRequest {
    std::string index_uid;  ///< only a multi-search says it in its body; else ""
    std::string query;      ///< valid UTF-8; "" finds all Documents
    SearchOptions options;
    std::optional<Paging> paging;  ///< answer with pages rather than offset and limit
    std::optional<HitFields> retrieve;  ///< nothing: all but `text` and `excerpt`
    std::optional<HitFields> highlight;
    std::optional<HitFields> crop;
    std::string pre_tag = "<em>";
    std::string post_tag = "</em>";
    bool show_ranking_score = false;

    [[nodiscard]] bool with_text() const { return retrieve && retrieve->names("text"); }
};

using ApiRequestOrProblem = std::variant<ApiRequest, HttpProblem>;

/// Reads the search subset of Meilisearch's API. The first member that is wrong is a
/// problem that names it; members it does not know are ignored.
///
/// `q` absent, null or blank finds all. `limit` and `offset` may each be 1,000 at most;
/// where their sum exceeds 1,000 `limit` is cut, so that the last page can be asked for
/// with the one hit more by which clients look ahead. `filter` is a string or an array
/// (all) of strings or arrays (any) of strings, see `filter_parser.h`. `sort` is refused
/// unless empty: hits have no order but relevance, and another one silently missing would
/// mislead. `cropLength` is accepted and the length of an excerpt stays ours.
[[nodiscard]] ApiRequestOrProblem read_api_request(const nlohmann::json& object);

/// `options.filters.conditions` of a `filter` member alone.
[[nodiscard]] std::variant<std::vector<FilterExpression>, HttpProblem> read_filter(
    const nlohmann::json& filter);

}  // namespace recovery
