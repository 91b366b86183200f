// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <regex>
#include <string>
#include <string_view>

namespace recovery {

/// Settings are chosen on the development half of the queries and believed only when the
/// test half agrees.
enum class Half : std::uint8_t { dev, test };

/// "dev" or "test".
[[nodiscard]] std::string_view half_name(Half half) noexcept;

/// Deals queries into halves by the MD5 of a key: last hexadecimal digit even is dev, odd
/// test. The same query falls into the same half on every machine and in any order.
class QuerySplit {
  public:
    /// The key is the whole query id.
    QuerySplit() = default;

    /// The key is the first group of `pattern` (or its whole match) in the query id, the
    /// whole id where it does not match: queries that share it stay together. Throws
    /// Error{usage} for a broken pattern (ECMAScript).
    ///
    /// Example: with "^(T\d+)Q" the queries "T7Q1" and "T7Q2" have the key "T7".
    explicit QuerySplit(const std::string& pattern);

    [[nodiscard]] Half half_of(const std::string& query_id) const;

  private:
    bool by_pattern_ = false;
    std::regex pattern_;
};

}  // namespace recovery
