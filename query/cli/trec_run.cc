// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/trec_run.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/utf8.h"
#include "query/cli/replacing_file.h"
#include "query/question/parse_question.h"

namespace recovery {

namespace {

constexpr std::string_view run_tag = "recovery";

bool parts_fields(char32_t c) {
    return is_space(c) || c < 0x20U || c == 0x7FU;
}

bool is_one_field(std::string_view id) {
    for (std::size_t at = 0; at < id.size();) {
        const CodePoint c = read_code_point(id, at);
        if (parts_fields(c.value)) {
            return false;
        }
        at += c.bytes;
    }
    return !id.empty();
}

std::string as_field(std::string_view id) {
    std::string field;
    for (std::size_t at = 0; at < id.size();) {
        const CodePoint c = read_code_point(id, at);
        for (const char byte : id.substr(at, c.bytes)) {
            field += parts_fields(c.value)
                         ? fmt::format("%{:02X}", static_cast<unsigned char>(byte))
                         : std::string(1, byte);
        }
        at += c.bytes;
    }
    return field;
}

void check_ids(const std::vector<BatchQuestion>& questions) {
    std::unordered_set<std::string_view> seen;
    for (const BatchQuestion& question : questions) {
        if (!is_one_field(question.id)) {
            throw Error{
                ErrorCode::usage,
                fmt::format("the query id \"{}\" cannot stand in a run", question.id),
                "give it an id without white space"};
        }
        if (!seen.insert(question.id).second) {
            throw Error{ErrorCode::usage,
                        fmt::format("the query id \"{}\" stands twice", question.id)};
        }
    }
}

}  // namespace

std::string trec_run_lines(std::string_view query_id, const std::vector<Hit>& hits) {
    std::string lines;
    float above = std::numeric_limits<float>::infinity();
    std::size_t rank = 0;
    for (const Hit& hit : hits) {
        constexpr double largest = std::numeric_limits<float>::max();
        auto score = static_cast<float>(std::clamp(hit.score, -largest, largest));
        if (!(score < above)) {
            score = std::nextafter(above, -std::numeric_limits<float>::infinity());
        }
        above = score;
        lines += fmt::format("{} Q0 {} {} {:.9g} {}\n",
                             query_id,
                             as_field(hit.id),
                             ++rank,
                             score,
                             run_tag);
    }
    return lines;
}

std::size_t write_trec_run(Searcher& searcher,
                           const std::vector<BatchQuestion>& questions,
                           const SearchOptions& options,
                           const std::filesystem::path& out,
                           const std::atomic<bool>& stop) {
    check_ids(questions);
    SearchOptions search = options;
    search.excerpt_bytes = 0;
    ReplacingFile file(out);
    std::size_t found = 0;
    for (const BatchQuestion& question : questions) {
        if (stop.load(std::memory_order_relaxed)) {
            throw Error{ErrorCode::interrupted, "stopped before the end of the run"};
        }
        const Results results = searcher.search(parse_question(question.text), search);
        found += results.hits.empty() ? 0 : 1;
        file.write(trec_run_lines(question.id, results.hits));
    }
    file.finish();
    return found;
}

}  // namespace recovery
