// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/question_file.h"

#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"
#include "indexer/base/surrogates.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

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
