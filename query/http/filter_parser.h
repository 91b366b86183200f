// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "query/search/filter_expression.h"

namespace recovery {

/// Bounds of one filter text; more is a problem, not a filter.
inline constexpr std::size_t max_filter_bytes = 8192;
inline constexpr std::size_t max_filter_conditions = 100;
inline constexpr std::size_t max_filter_depth = 16;

/// The fields that filters know, as messages name them.
inline constexpr std::string_view filter_fields = "type, tag, author, date";

/// A filter, or what is wrong with its text: a sentence that names the field and the
/// known values, never a value from the text.
struct ParsedFilter {
    std::optional<FilterExpression> filter;
    std::string problem;
    std::size_t conditions = 0;  ///< comparisons in it
};

/// Reads a filter in the grammar of Meilisearch, as far as there are such fields here.
/// Takes any bytes, never throws on them.
///
///     expression = conjunction *("OR" conjunction)
///     conjunction = term *("AND" term)
///     term      = *"NOT" ("(" expression ")" | condition)
///     condition = field ("=" | "!=") value
///               | field ["NOT"] "IN" "[" [value *("," value) [","]] "]"
///               | field (">" | ">=" | "<" | "<=") value | field value "TO" value
///               | field ["NOT"] "EXISTS"
///
/// Fields are `type` (article, faq, bio), `tag` (also `tags`, `category`), `author` (also
/// `authors`) and `date`; the last two lines are for `date` only. Fields and values are
/// bare words or stand in double or single quotes, where \ takes the next character as it
/// is. Key words may be in any case.
///
/// A date is compared as the midnight, UTC, that begins its day; values are seconds since
/// 1970 or "YYYY-MM-DD". `!=` and NOT also find Documents without the field.
///
/// Example: `type = faq AND tag IN [cost, "health insurance"] AND NOT author = x`.
[[nodiscard]] ParsedFilter parse_filter(std::string_view text);

}  // namespace recovery
