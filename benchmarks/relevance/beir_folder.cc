// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/relevance/beir_folder.h"

#include <fstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

fs::path existing(const fs::path& file) {
    if (!fs::is_regular_file(file)) {
        throw Error{ErrorCode::usage,
                    fmt::format("there is no file {}", file.string()),
                    "a collection holds corpus.jsonl, queries.jsonl and qrels/test.tsv"};
    }
    return file;
}

fs::path find_qrels(const fs::path& dir, const std::string& name) {
    if (!name.empty()) {
        return existing(dir / name);
    }
    std::vector<fs::path> tables;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(dir, error)) {
        if (entry.path().extension() == ".tsv") {
            tables.push_back(entry.path());
        }
    }
    return tables.size() == 1 ? tables.front() : existing(dir / "test.tsv");
}

std::string string_field(const nlohmann::json& object, const char* field) {
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? found->get<std::string>()
                                                       : std::string();
}

BeirDocument parse_document(const std::string& line, const std::string& where) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) {
        throw Error{ErrorCode::usage, where + ": not a JSON object"};
    }
    BeirDocument document{string_field(json, "_id"),
                          string_field(json, "title"),
                          string_field(json, "text")};
    if (document.id.empty() || !json.contains("text") || !json["text"].is_string()) {
        throw Error{ErrorCode::usage, where + ": wants the strings _id and text"};
    }
    return document;
}

}  // namespace

std::string beir_folder_name(const fs::path& folder) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(folder, error);
    return whole.has_filename() ? whole.filename().string()
                                : whole.parent_path().filename().string();
}

BeirFolder open_beir_folder(const fs::path& folder, const std::string& qrels_name) {
    return {beir_folder_name(folder),
            existing(folder / "corpus.jsonl"),
            existing(folder / "queries.jsonl"),
            find_qrels(folder / "qrels", qrels_name)};
}

std::size_t each_document(const fs::path& corpus,
                          const std::function<void(const BeirDocument&)>& take) {
    std::ifstream in(corpus, std::ios::binary);
    std::string line;
    std::size_t documents = 0;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            take(parse_document(line, fmt::format("{}:{}", corpus.string(), number)));
            ++documents;
        }
    }
    if (!in.eof()) {
        throw Error{ErrorCode::io, fmt::format("cannot read {}", corpus.string())};
    }
    return documents;
}

}  // namespace recovery
