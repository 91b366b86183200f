// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/search_fields.h"

#include <algorithm>

namespace recovery {

namespace {

std::optional<std::size_t> number_of(std::string_view name) {
    const auto* const it = std::find(hit_fields.begin(), hit_fields.end(), name);
    return it == hit_fields.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(it - hit_fields.begin()));
}

}  // namespace

void HitFields::add(std::string_view name) {
    if (const auto number = number_of(name.substr(0, name.find(':')))) {
        named_.set(*number);
    }
}

bool HitFields::names(std::string_view name) const {
    const auto number = number_of(name);
    return number && named_.test(*number);
}

}  // namespace recovery
