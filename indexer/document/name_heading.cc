// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/name_heading.h"

#include <algorithm>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_credential_word(std::string_view word) {
    const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
    const bool has_period = word.find('.') != std::string_view::npos;
    return word.size() <= 12 && is_capital(word.front()) &&
           (capitals >= 2 || has_period || word.size() == 1);
}

bool is_credential(std::string_view text) {
    int words = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (!is_credential_word(text.substr(0, end)) || ++words > 3) {
            return false;
        }
        text = trim_ascii(text.substr(end));
    }
    return words > 0;
}

}  // namespace

NameHeading read_name_heading(std::string_view heading) {
    NameHeading result;
    bool is_first = true;
    while (!heading.empty()) {
        const std::size_t end = std::min(heading.find(','), heading.size());
        const std::string_view part = trim_ascii(heading.substr(0, end));
        heading.remove_prefix(std::min(end + 1, heading.size()));
        if (is_first) {
            result.name = part;
            is_first = false;
        } else if (is_credential(part)) {
            result.credentials.emplace_back(part);
        } else if (!part.empty()) {
            result.rest += result.rest.empty() ? "" : ", ";
            result.rest += part;
        }
    }
    return result;
}

}  // namespace recovery
