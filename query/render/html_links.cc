// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_links.h"

#include <algorithm>

#include "indexer/base/ascii.h"
#include "indexer/base/escape.h"

namespace recovery {

namespace {

bool is_plain(char c) {
    return c > ' ' && c != '\\' && c != '\x7F';
}

bool leads_to_a_page(std::string_view url) {
    if (!std::all_of(url.begin(), url.end(), [](char c) {
            return is_plain(c) || static_cast<unsigned char>(c) >= 0x80;
        })) {
        return false;
    }
    const std::string scheme =
        ascii_lower(url.substr(0, std::string_view("https://").size()));
    return scheme.starts_with("http://") || scheme == "https://" ||
           (url.starts_with('/') && !url.starts_with("//"));
}

// Local numbers have no country, and a tel: address with a country works from anywhere.
std::optional<std::string> dialled(std::string_view number) {
    constexpr std::size_t us_digits = 11;
    std::string digits;
    for (const char c : number) {
        if (is_ascii_digit(c)) {
            digits += c;
        } else if (std::string_view("-(). +").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    if (digits.empty()) {
        return std::nullopt;
    }
    const bool with_country =
        number.starts_with('+') || (digits.size() == us_digits && digits[0] == '1');
    return (with_country ? "+" : "") + digits;
}

void add(std::string& href, std::string_view name, std::string_view value) {
    href += href.find('?') == std::string::npos ? '?' : '&';
    href += name;
    href += '=';
    href += escape_url_path(value);
}

}  // namespace

std::optional<std::string> page_href(std::string_view url, std::string_view anchor) {
    if (!leads_to_a_page(url)) {
        return std::nullopt;
    }
    std::string href(url);
    if (!anchor.empty()) {
        href += '#';
        href += escape_url_path(anchor);
    }
    return href;
}

std::optional<std::string> tel_href(std::string_view number) {
    const auto digits = dialled(number);
    return digits ? std::optional("tel:" + *digits) : std::nullopt;
}

std::optional<std::string> sms_href(std::string_view number) {
    const auto digits = dialled(number);
    return digits ? std::optional("sms:" + *digits) : std::nullopt;
}

std::string search_href(const SearchRequest& request) {
    std::string href = "/search";
    add(href, "q", request.query);
    if (request.kind) {
        add(href, "type", kind_name(*request.kind));
    }
    for (const std::string& tag : request.tags) {
        add(href, "tag", tag);
    }
    if (request.page > 1) {
        add(href, "page", std::to_string(request.page));
    }
    if (!request.lang.empty()) {
        add(href, "lang", request.lang);
    }
    return href;
}

}  // namespace recovery
