// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/request.h"

#include <algorithm>

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

std::optional<std::string_view> first(const NamedValues& values, std::string_view name) {
    const auto it = std::find_if(values.begin(), values.end(), [&](const auto& pair) {
        return pair.first == name;
    });
    return it == values.end() ? std::nullopt
                              : std::optional<std::string_view>(it->second);
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

enum class Plus { kept, is_blank };

std::optional<std::string> decoded(std::string_view text, Plus plus) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '+' && plus == Plus::is_blank) {
            c = ' ';
        } else if (c == '%') {
            const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            c = static_cast<char>(high * 16 + low);
            at += 2;
        }
        if (c == '\0') {
            return std::nullopt;
        }
        out += c;
    }
    return repair_utf8(out);
}

bool add_parameters(std::string_view query, NamedValues& parameters) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = decoded(pair.substr(0, equals), Plus::is_blank);
        const auto value =
            decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_blank);
        if (!name || !value) {
            return false;
        }
        if (!pair.empty()) {
            parameters.emplace_back(*name, *value);
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return true;
}

}  // namespace

std::optional<std::string_view> Request::parameter(std::string_view name) const {
    return first(parameters, name);
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    return first(headers, name);
}

std::optional<Request> make_request(std::string_view method, std::string_view target) {
    if (!target.starts_with('/')) {
        return std::nullopt;
    }
    const std::size_t fragment = target.find('#');
    target = target.substr(0, fragment);
    const std::size_t question_mark = std::min(target.find('?'), target.size());
    const auto path = decoded(target.substr(0, question_mark), Plus::kept);
    Request request;
    if (!path ||
        !add_parameters(target.substr(std::min(question_mark + 1, target.size())),
                        request.parameters)) {
        return std::nullopt;
    }
    request.method = method;
    request.path = *path;
    return request;
}

}  // namespace recovery
