// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/question_file.h"

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr std::size_t escape_length = 6;  // \uXXXX

// The code unit of an escape \uXXXX at byte `at`; 0 when there is none.
unsigned code_unit(const std::string& json, std::size_t at) {
    if (at + escape_length > json.size() || json[at] != '\\' || json[at + 1] != 'u') {
        return 0;
    }
    return static_cast<unsigned>(
        std::strtoul(json.substr(at + 2, 4).c_str(), nullptr, 16));
}

bool is_high(unsigned unit) {
    return unit >= 0xD800U && unit <= 0xDBFFU;
}

bool is_low(unsigned unit) {
    return unit >= 0xDC00U && unit <= 0xDFFFU;
}

std::string without_half_surrogates(std::string json) {
    std::size_t at = 0;
    while ((at = json.find('\\', at)) != std::string::npos) {
        const unsigned unit = code_unit(json, at);
        if (is_high(unit) && is_low(code_unit(json, at + escape_length))) {
            at += 2 * escape_length;
        } else if (is_high(unit) || is_low(unit)) {
            json.replace(at, escape_length, "\\uFFFD");
            at += escape_length;
        } else {
            at += 2;
        }
    }
    return json;
}

BatchQuestion parse_line(const std::string& line, const std::string& where) {
    const auto json =
        nlohmann::json::parse(without_half_surrogates(repair_utf8(line)), nullptr, false);
    if (!json.is_object()) {
        throw Error{ErrorCode::usage, fmt::format("{}: not a JSON object", where)};
    }
    for (const char* field : {"_id", "text"}) {
        if (!json.contains(field) || !json[field].is_string()) {
            throw Error{ErrorCode::usage,
                        fmt::format("{}: no string named {}", where, field)};
        }
    }
    return {json["_id"].get<std::string>(), json["text"].get<std::string>()};
}

}  // namespace

std::vector<BatchQuestion> read_questions(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw Error{ErrorCode::io, fmt::format("cannot read {}", file.string())};
    }
    std::vector<BatchQuestion> questions;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            questions.push_back(
                parse_line(line, fmt::format("{}:{}", file.string(), number)));
        }
    }
    if (in.bad()) {
        throw Error{ErrorCode::io, fmt::format("cannot read {}", file.string())};
    }
    return questions;
}

}  // namespace recovery
