// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include <nlohmann/json.hpp>

#include "query/http/problem.h"
#include "query/http/request.h"

namespace recovery {

inline constexpr std::size_t max_body_bytes = std::size_t{64} << 10U;
/// Arrays and objects inside each other.
inline constexpr std::size_t max_json_depth = 16;

/// A JSON object that came from outside, or why there is none.
using JsonOrProblem = std::variant<nlohmann::json, HttpProblem>;

/// Reads a body. Bytes that are not UTF-8 become U+FFFD, as do halves of surrogate pairs.
/// A problem when it is larger or deeper than the bounds, no JSON, or no object.
[[nodiscard]] JsonOrProblem parse_json_body(std::string_view body);

/// The parameters of a GET as the object that a POST would have sent: lists parted by
/// commas, numbers and switches as such. Of a name that comes twice the first counts.
///
/// Example: "?q=detox&facets=type,tag&limit=5" is
/// {"q":"detox","facets":["type","tag"],"limit":5}.
[[nodiscard]] JsonOrProblem parameters_as_json(const Request& request);

}  // namespace recovery
