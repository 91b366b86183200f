// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/date.h"

#include <chrono>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

constexpr std::string_view day_shape = "dddd-dd-dd";

bool has_shape(std::string_view text, std::string_view shape) {
    if (text.size() < shape.size()) {
        return false;
    }
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool fits = shape[i] == 'd' ? is_ascii_digit(text[i]) : text[i] == shape[i];
        if (!fits) {
            return false;
        }
    }
    return true;
}

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) {
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

bool is_time(std::string_view rest) {
    if (ascii_lower(rest.front()) == 't') {
        rest.remove_prefix(1);
    } else if (is_ascii_space(rest.front())) {
        rest = trim_ascii(rest);
    } else {
        return false;
    }
    return has_shape(rest, "dd");
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
    text = trim_ascii(text);
    if (!has_shape(text, day_shape)) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(day_shape.size());
    if (!rest.empty() && !is_time(rest)) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day{
        std::chrono::year(static_cast<int>(number(text.substr(0, 4)))),
        std::chrono::month(number(text.substr(5, 2))),
        std::chrono::day(number(text.substr(8, 2)))};
    if (!day.ok() || day.year() < std::chrono::year(1)) {
        return std::nullopt;
    }
    return std::string(text.substr(0, day_shape.size()));
}

}  // namespace recovery
