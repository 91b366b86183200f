// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "query/question/crisis.h"
#include "query/search/results.h"

namespace recovery {

/// A hit by the contract of recovery-query(1); with its whole section text when asked.
[[nodiscard]] nlohmann::ordered_json hit_json(const Hit& hit, bool with_text);

/// A new object whose first member is the help, `crisis` or `support`, when there is any.
[[nodiscard]] nlohmann::ordered_json object_with_help(const std::optional<Crisis>& help);

/// field -> value -> number of Documents, in the order of `facets`.
[[nodiscard]] nlohmann::ordered_json facets_json(const std::vector<Facet>& facets);

}  // namespace recovery
