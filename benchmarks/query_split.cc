// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/query_split.h"

#include <fmt/format.h>

#include "benchmarks/md5.h"
#include "indexer/base/error.h"

namespace recovery {

std::string_view half_name(Half half) noexcept {
    return half == Half::dev ? "dev" : "test";
}

QuerySplit::QuerySplit(const std::string& pattern) : by_pattern_(true) {
    try {
        pattern_ = std::regex(pattern);
    } catch (const std::regex_error& error) {
        throw Error{
            ErrorCode::usage,
            fmt::format("not a regular expression: {} ({})", pattern, error.what())};
    }
}

Half QuerySplit::half_of(const std::string& query_id) const {
    std::string key = query_id;
    std::smatch match;
    if (by_pattern_ && std::regex_search(query_id, match, pattern_)) {
        key = match.size() > 1 ? match[1].str() : match[0].str();
    }
    constexpr std::string_view even = "02468ace";
    return even.find(md5_hex(key).back()) != std::string_view::npos ? Half::dev
                                                                    : Half::test;
}

}  // namespace recovery
