// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/page_request.h"

#include <algorithm>
#include <charconv>

#include "indexer/base/ascii.h"
#include "query/render/html.h"

namespace recovery {

namespace {

std::size_t read_page(std::string_view text) {
    std::size_t page = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), page);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? std::clamp(page, std::size_t{1}, max_page) : 1;
}

/// "0.8" in thousandths; 1000 without or with an odd one.
int quality(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) {
        return 1000;
    }
    std::string_view digits = trim_ascii(parameters.substr(at + 2));
    if (digits.empty() || digits[0] != '0') {
        return 1000;
    }
    digits.remove_prefix(1);
    int thousandths = 0;
    int place = 100;
    for (const char c : digits.substr(std::min<std::size_t>(1, digits.size()))) {
        if (!is_ascii_digit(c)) {
            break;
        }
        thousandths += (c - '0') * place;
        place /= 10;
    }
    return thousandths;
}

bool prefers_spanish(std::string_view accepted) {
    int spanish = 0;
    int others = 0;
    while (!accepted.empty()) {
        const std::size_t end = std::min(accepted.find(','), accepted.size());
        const std::string_view range = accepted.substr(0, end);
        accepted.remove_prefix(std::min(end + 1, accepted.size()));
        const std::size_t semicolon = std::min(range.find(';'), range.size());
        const std::string tag = ascii_lower(trim_ascii(range.substr(0, semicolon)));
        int& best = tag == "es" || tag.starts_with("es-") ? spanish : others;
        // What stands first wins a tie.
        const int here = quality(range.substr(semicolon));
        if (&best == &spanish ? here > others : here >= others) {
            best = std::max(best, here);
        }
    }
    return spanish > others;
}

}  // namespace

std::optional<CardLanguage> language_from_code(std::string_view code) {
    for (const CardLanguage language : {CardLanguage::english, CardLanguage::spanish}) {
        if (card_language_code(language) == code) {
            return language;
        }
    }
    return std::nullopt;
}

SearchRequest read_search_request(const Request& request) {
    SearchRequest search;
    search.query = trim_ascii(request.parameter("q").value_or(""));
    search.kind = kind_from_name(request.parameter("type").value_or(""));
    search.page = read_page(request.parameter("page").value_or(""));
    const std::string_view lang = request.parameter("lang").value_or("");
    search.lang = language_from_code(lang) ? lang : "";
    for (const auto& [name, value] : request.parameters) {
        const std::string_view tag = trim_ascii(value);
        const bool known =
            std::find(search.tags.begin(), search.tags.end(), tag) != search.tags.end();
        if (name == "tag" && !tag.empty() && !known &&
            search.tags.size() < max_request_tags) {
            search.tags.emplace_back(tag);
        }
    }
    return search;
}

CardLanguage page_language(const Request& request) {
    if (const auto asked = language_from_code(request.parameter("lang").value_or(""))) {
        return *asked;
    }
    return prefers_spanish(request.header("accept-language").value_or(""))
               ? CardLanguage::spanish
               : CardLanguage::english;
}

}  // namespace recovery
