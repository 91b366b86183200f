// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/json_body.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "indexer/base/surrogates.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> lists{
    "facets", "attributesToRetrieve", "attributesToHighlight", "attributesToCrop"};
constexpr std::array<std::string_view, 5> numbers{
    "limit", "offset", "page", "hitsPerPage", "cropLength"};

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Before anything recursive sees the text. Brackets in strings do not count.
bool is_deeper_than(std::string_view text, std::size_t bound) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            i += c == '\\' ? 1 : 0;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > bound) {
                return true;
            }
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

JsonOrProblem parse(std::string_view text, const HttpProblem& malformed) {
    if (is_deeper_than(text, max_json_depth)) {
        return HttpProblem{
            problem_kind::malformed_payload,
            fmt::format("The JSON is nested more than {} levels deep", max_json_depth)};
    }
    json value = json::parse(without_half_surrogates(repair_utf8(text)), nullptr, false);
    if (value.is_discarded()) {
        return malformed;
    }
    return value;
}

json split(std::string_view text) {
    json parts = json::array();
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (comma > 0) {
            parts.push_back(text.substr(0, comma));
        }
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

// Text that is no number stays text, and is refused where a number is wanted.
json number(std::string_view text) {
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? json(value) : json(text);
}

JsonOrProblem filter(std::string_view text) {
    if (!text.starts_with('[')) {
        return json(text);
    }
    return parse(text,
                 {problem_kind::invalid_filter,
                  "filter begins with [ and is no JSON array of strings"});
}

JsonOrProblem value(std::string_view name, std::string_view text) {
    if (contains(lists, name)) {
        return split(text);
    }
    if (contains(numbers, name)) {
        return number(text);
    }
    if (name == "showRankingScore" && (text == "true" || text == "false")) {
        return json(text == "true");
    }
    return name == "filter" ? filter(text) : JsonOrProblem(json(text));
}

}  // namespace

JsonOrProblem parse_json_body(std::string_view body) {
    if (body.size() > max_body_bytes) {
        return HttpProblem{
            problem_kind::payload_too_large,
            fmt::format("The body is larger than {} bytes", max_body_bytes)};
    }
    const HttpProblem malformed{problem_kind::malformed_payload,
                                "The body is no JSON object"};
    JsonOrProblem parsed = parse(body, malformed);
    if (const json* const object = std::get_if<json>(&parsed);
        object != nullptr && !object->is_object()) {
        return malformed;
    }
    return parsed;
}

JsonOrProblem parameters_as_json(const Request& request) {
    json object = json::object();
    for (const auto& [name, text] : request.parameters) {
        if (object.contains(name)) {
            continue;
        }
        JsonOrProblem read = value(name, text);
        if (std::holds_alternative<HttpProblem>(read)) {
            return read;
        }
        object[name] = std::move(std::get<json>(read));
    }
    return object;
}

}  // namespace recovery
