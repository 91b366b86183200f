// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/search/filter_expression.h"

namespace recovery {

/// A moment of a filter in seconds since 1970, UTC: from a whole number of at most 15
/// digits, or from "YYYY-MM-DD", which is the midnight that begins it.
[[nodiscard]] std::optional<std::int64_t> filter_moment(std::string_view text);

/// The Documents whose day begins within [first, last]; without `first` or `last` the
/// range is open there.
///
/// Example: date_range(1, 86400) is the day "1970-01-02" alone, because "1970-01-01"
/// began before 1.
[[nodiscard]] FilterExpression date_range(std::optional<std::int64_t> first,
                                          std::optional<std::int64_t> last);

}  // namespace recovery
