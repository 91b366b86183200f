// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace recovery {

/// A condition on a Document, as a tree. A plain value: whoever builds it from outside
/// bounds its depth and size (`filter_parser.h` does), because it is walked by recursion.
///
/// Example: type = faq AND NOT tag = cost is
/// all_of{equals(kind, "faq"), negation{equals(tag, "cost")}}.
struct FilterExpression {
    enum class Operation : std::uint8_t { all_of, any_of, negation, equals, date_range };
    enum class Field : std::uint8_t { kind, tag, author };

    Operation operation = Operation::all_of;
    std::vector<FilterExpression> parts =
        {};                     ///< all_of, any_of: any number; negation: one
    Field field = Field::kind;  ///< equals
    std::string value = {};  ///< equals: tags and authors whatever their case and accents
    /// date_range: "YYYY-MM-DD", both inclusive; an empty range when `from` > `to`.
    /// A Document without a date is in no range.
    std::string from = {};
    std::string to = {};
};

/// The documents that meet the condition, with weights that mean nothing. `all_of` of
/// nothing is everything, `any_of` of nothing is nothing. Uses AND, OR, AND_NOT and
/// VALUE_RANGE only.
[[nodiscard]] Xapian::Query filter_query(const FilterExpression& filter);

}  // namespace recovery
