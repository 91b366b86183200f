// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "query/http/response.h"

namespace recovery {

/// A kind of error that a client can tell from others. The strings are literals.
struct ProblemKind {
    unsigned status = 500;
    std::string_view code;   ///< "invalid_search_filter"; what clients branch on
    std::string_view title;  ///< the same for all problems of the kind
};

namespace problem_kind {
inline constexpr ProblemKind bad_request{400, "bad_request", "Invalid request"};
inline constexpr ProblemKind malformed_payload{400, "malformed_payload", "Invalid JSON"};
inline constexpr ProblemKind invalid_queries{
    400, "invalid_multi_search_queries", "Invalid queries"};
inline constexpr ProblemKind federation{
    400, "invalid_multi_search_federation", "No federated search"};
inline constexpr ProblemKind invalid_index_uid{
    400, "invalid_index_uid", "Invalid index name"};
inline constexpr ProblemKind invalid_q{400, "invalid_search_q", "Invalid question"};
inline constexpr ProblemKind invalid_limit{400, "invalid_search_limit", "Invalid limit"};
inline constexpr ProblemKind invalid_offset{
    400, "invalid_search_offset", "Invalid offset"};
inline constexpr ProblemKind invalid_page{400, "invalid_search_page", "Invalid page"};
inline constexpr ProblemKind invalid_hits_per_page{
    400, "invalid_search_hits_per_page", "Invalid page size"};
inline constexpr ProblemKind invalid_filter{
    400, "invalid_search_filter", "Invalid filter"};
inline constexpr ProblemKind invalid_sort{400, "invalid_search_sort", "No sorting"};
inline constexpr ProblemKind invalid_facets{
    400, "invalid_search_facets", "Invalid facets"};
inline constexpr ProblemKind invalid_attributes{
    400, "invalid_search_attributes", "Invalid attributes"};
inline constexpr ProblemKind invalid_tag{
    400, "invalid_search_highlight_tag", "Invalid highlight tag"};
inline constexpr ProblemKind invalid_show_ranking_score{
    400, "invalid_search_show_ranking_score", "Invalid switch"};
inline constexpr ProblemKind invalid_facet_name{
    400, "invalid_facet_search_facet_name", "Invalid facet name"};
inline constexpr ProblemKind invalid_facet_query{
    400, "invalid_facet_search_facet_query", "Invalid facet query"};
inline constexpr ProblemKind not_found{404, "not_found", "Nothing here"};
inline constexpr ProblemKind index_not_found{404, "index_not_found", "No such index"};
inline constexpr ProblemKind method_not_allowed{
    405, "method_not_allowed", "Method not allowed"};
inline constexpr ProblemKind read_only{405, "read_only", "Read-only"};
inline constexpr ProblemKind payload_too_large{
    413, "payload_too_large", "Body too large"};
inline constexpr ProblemKind internal{500, "internal", "Internal error"};
inline constexpr ProblemKind index_unavailable{
    503, "index_unavailable", "No search index"};
}  // namespace problem_kind

/// An error as a client is told of it. `detail` is a sentence for people that names the
/// field and the known values; it never holds what a visitor typed.
struct HttpProblem {
    ProblemKind kind;
    std::string detail;
};

/// The name of a field as a `detail` may show it: " 'colour'", a blank before it. Names
/// longer than 40 bytes, or of other bytes than letters, digits, '_', '-' and '.', are
/// not shown: "".
[[nodiscard]] std::string shown_name(std::string_view name);

/// One object that is at once a problem of RFC 9457 and an error of Meilisearch: `type`,
/// `title`, `status`, `detail` beside `message` (the same as detail), `code`, `link`.
[[nodiscard]] nlohmann::ordered_json problem_json(const HttpProblem& problem);

/// `problem_json` as application/problem+json, behind the members of `first` (an object)
/// when there are any.
[[nodiscard]] Response problem_response(const HttpProblem& problem,
                                        const nlohmann::ordered_json& first);
[[nodiscard]] Response problem_response(const HttpProblem& problem);

}  // namespace recovery
