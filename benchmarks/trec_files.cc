// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/trec_files.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "indexer/base/error.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

using Fields = std::vector<std::string>;

template <typename Number>
std::optional<Number> parse_number(const std::string& text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

// Calls `take` with the fields of each line that is not empty, and its number.
void each_line(const fs::path& file,
               const std::function<void(const Fields&, std::size_t)>& take) {
    std::ifstream in(file, std::ios::binary);
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        std::istringstream words(line);
        Fields fields;
        for (std::string word; words >> word;) {
            fields.push_back(word);
        }
        if (!fields.empty()) {
            take(fields, number);
        }
    }
    // A directory opens and then cannot be read.
    if (!in.eof()) {
        throw Error{ErrorCode::io, fmt::format("cannot read {}", file.string())};
    }
}

[[noreturn]] void reject(const fs::path& file, std::size_t line, const std::string& why) {
    throw Error{ErrorCode::usage, fmt::format("{}:{}: {}", file.string(), line, why)};
}

}  // namespace

Qrels read_qrels(const fs::path& file) {
    Qrels qrels;
    each_line(file, [&](const Fields& fields, std::size_t line) {
        if (fields.size() != 3 && fields.size() != 4) {
            reject(file, line, "wants query-id corpus-id score, or query-id 0 id grade");
        }
        const std::optional<int> grade = parse_number<int>(fields.back());
        if (!grade) {
            if (line == 1) {
                return;
            }
            reject(file, line, "the grade is no whole number: " + fields.back());
        }
        const std::string& document = fields[fields.size() - 2];
        const auto [known, added] = qrels[fields[0]].emplace(document, *grade);
        if (!added && known->second != *grade) {
            reject(file, line, fmt::format("{} has another grade further up", document));
        }
    });
    return qrels;
}

EngineRun read_run(const fs::path& file) {
    std::map<std::string, std::unordered_map<std::string, double>> scores;
    each_line(file, [&](const Fields& fields, std::size_t line) {
        if (fields.size() < 5) {
            reject(file, line, "wants query-id Q0 document-id rank score tag");
        }
        const std::optional<double> score = parse_number<double>(fields[4]);
        if (!score || !std::isfinite(*score)) {
            reject(file, line, "the score is no number: " + fields[4]);
        }
        if (!scores[fields[0]].emplace(fields[2], *score).second) {
            reject(file, line, fmt::format("{} stands further up already", fields[2]));
        }
    });
    EngineRun run;
    for (const auto& [query, documents] : scores) {
        std::vector<ScoredDocument>& ranked = run[query];
        for (const auto& [id, score] : documents) {
            ranked.push_back({id, score});
        }
        std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
            return a.score != b.score ? a.score > b.score : a.id > b.id;
        });
    }
    return run;
}

void write_run(const fs::path& file, const EngineRun& run, const std::string& tag) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::ofstream out(file, std::ios::binary);
    for (const auto& [query, documents] : run) {
        std::size_t rank = 0;
        float above = infinity;
        for (const ScoredDocument& document : documents) {
            const auto score = static_cast<float>(document.score);
            above = std::min(score, std::nextafter(above, -infinity));
            out << fmt::format(
                "{} Q0 {} {} {:.9g} {}\n", query, document.id, ++rank, above, tag);
        }
    }
    if (!out.flush()) {
        throw Error{ErrorCode::io, fmt::format("cannot write {}", file.string())};
    }
}

}  // namespace recovery
