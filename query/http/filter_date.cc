// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/filter_date.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "indexer/base/date.h"

namespace recovery {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::int64_t seconds_a_day = 86400;
constexpr std::size_t max_digits = 15;
// Sort before and behind every day that parse_date knows.
constexpr std::string_view before_all = "0000-00-00";
constexpr std::string_view after_all = "9999-99-99";

std::int64_t floor_day(std::int64_t moment) {
    const std::int64_t day = moment / seconds_a_day;
    return moment % seconds_a_day < 0 ? day - 1 : day;
}

std::string day_text(std::int64_t day) {
    using namespace std::chrono_literals;
    static const std::int64_t first = sys_days{1y / 1 / 1}.time_since_epoch().count();
    static const std::int64_t last = sys_days{9999y / 12 / 31}.time_since_epoch().count();
    if (day < first) {
        return std::string(before_all);
    }
    if (day > last) {
        return std::string(after_all);
    }
    const std::chrono::year_month_day date{sys_days{days{day}}};
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size()
               ? std::optional(value)
               : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> filter_moment(std::string_view text) {
    std::int64_t seconds = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, seconds);
    if (error == std::errc() && stop == end &&
        text.size() <= max_digits + (seconds < 0 ? 1 : 0)) {
        return seconds;
    }
    const auto day = parse_date(text);
    if (!day || day->size() != text.size()) {
        return std::nullopt;
    }
    const std::string_view date = *day;
    const auto year = number(date.substr(0, 4));
    const auto month = number(date.substr(5, 2));
    const auto day_of_month = number(date.substr(8, 2));
    if (!year || !month || !day_of_month) {
        return std::nullopt;
    }
    const sys_days midnight{std::chrono::year{*year} / static_cast<int>(*month) /
                            *day_of_month};
    return midnight.time_since_epoch().count() * seconds_a_day;
}

FilterExpression date_range(std::optional<std::int64_t> first,
                            std::optional<std::int64_t> last) {
    FilterExpression range;
    range.operation = FilterExpression::Operation::date_range;
    // The first midnight at or behind `first`. Unknown dates are "" and sort before all.
    range.from = first ? day_text(floor_day(*first - 1) + 1) : "0001-01-01";
    range.to = last ? day_text(floor_day(*last)) : std::string(after_all);
    return range;
}

}  // namespace recovery
