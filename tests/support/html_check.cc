// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/html_check.h"

#include <algorithm>
#include <regex>
#include <set>

namespace recovery {

namespace {

const std::set<std::string> without_end{"br", "input", "link", "meta"};

// A character reference, or nothing that needs one.
bool is_text(const std::string& text) {
    static const std::regex fine("([^<>&]|&(amp|lt|gt|quot|#39);)*");
    return std::regex_match(text, fine);
}

// std::regex recurses for every character; tags are short, texts need not be.
std::string text_fault(std::string_view text) {
    constexpr std::size_t piece = 200;
    while (!text.empty()) {
        std::size_t length = std::min(piece, text.size());
        const std::size_t reference = text.substr(0, length).rfind('&');
        if (length < text.size() && reference != std::string_view::npos &&
            reference > 0 && length - reference < 8) {
            length = reference;
        }
        if (!is_text(std::string(text.substr(0, length)))) {
            return "not escaped: " + std::string(text.substr(0, length));
        }
        text.remove_prefix(length);
    }
    return {};
}

}  // namespace

std::string html_fault(std::string_view html) {
    static const std::regex tag(R"RX((/?)([a-z][a-z0-9]*)(( [a-z-]+="[^"<>]*")*))RX");
    static const std::regex id(R"RX( id="([^"]*)")RX");
    constexpr std::string_view doctype = "<!DOCTYPE html>";
    if (!html.starts_with(doctype)) {
        return "no doctype";
    }
    html.remove_prefix(doctype.size());
    std::vector<std::string> open;
    std::set<std::string> ids;
    while (true) {
        const std::size_t begin = std::min(html.find('<'), html.size());
        if (auto fault = text_fault(html.substr(0, begin)); !fault.empty()) {
            return fault;
        }
        if (begin == html.size()) {
            return open.empty() ? "" : "not closed: " + open.back();
        }
        const std::size_t end = html.find('>', begin);
        const std::string inside(html.substr(begin + 1, end - begin - 1));
        std::smatch match;
        if (end == std::string_view::npos || !std::regex_match(inside, match, tag)) {
            return "no tag: " + inside;
        }
        std::smatch id_match;
        if (std::regex_search(inside, id_match, id) && !ids.insert(id_match[1]).second) {
            return "twice: id " + id_match[1].str();
        }
        if (match[1].length() > 0) {
            if (open.empty() || open.back() != match[2]) {
                return "closed out of order: " + inside;
            }
            open.pop_back();
        } else if (!without_end.contains(match[2])) {
            open.push_back(match[2]);
        }
        html.remove_prefix(end + 1);
    }
}

std::vector<std::string> attribute_values(std::string_view html, std::string_view name) {
    const std::string start = " " + std::string(name) + "=\"";
    std::vector<std::string> values;
    for (std::size_t at = html.find(start); at != std::string_view::npos;
         at = html.find(start, at)) {
        at += start.size();
        values.emplace_back(html.substr(at, html.find('"', at) - at));
    }
    return values;
}

}  // namespace recovery
