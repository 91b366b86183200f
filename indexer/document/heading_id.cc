// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/heading_id.h"

#include <algorithm>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

/// Reads "#id .class key=value"; false when there is anything else.
bool read_attributes(std::string_view list, std::string& id) {
    if (list.starts_with(':')) {
        list.remove_prefix(1);
    }
    list = trim_ascii(list);
    if (list.empty()) {
        return false;
    }
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        const std::string_view word = list.substr(0, end);
        list = trim_ascii(list.substr(end));
        const bool is_id = word.starts_with('#') && word.size() > 1;
        const bool is_class = word.starts_with('.') && word.size() > 1;
        const bool is_pair = word.find('=') != std::string_view::npos;
        if (!is_id && !is_class && !is_pair) {
            return false;
        }
        if (is_id && id.empty()) {
            id = word.substr(1);
        }
    }
    return true;
}

}  // namespace

HeadingText read_heading_text(std::string_view heading) {
    heading = trim_ascii(heading);
    HeadingText result{std::string(heading), {}};
    const std::size_t open = heading.rfind('{');
    if (!heading.ends_with('}') || open == std::string_view::npos) {
        return result;
    }
    const std::string_view list = heading.substr(open + 1, heading.size() - open - 2);
    std::string id;
    if (list.find('}') == std::string_view::npos && read_attributes(list, id)) {
        result.text = trim_ascii(heading.substr(0, open));
        result.id = std::move(id);
    }
    return result;
}

}  // namespace recovery
