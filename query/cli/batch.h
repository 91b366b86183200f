// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/cli/question_file.h"
#include "query/search/searcher.h"

namespace recovery {

/// How long questions took, in microseconds, each from its text to its results.
struct Timing {
    std::size_t questions = 0;
    std::size_t found = 0;
    std::uint64_t p50_us = 0;
    std::uint64_t p95_us = 0;
    std::uint64_t p99_us = 0;
    std::uint64_t max_us = 0;
    std::uint64_t total_us = 0;
};

/// The value below which `percent` of the sorted `times` lie (nearest rank); 0 when there
/// are none.
[[nodiscard]] std::uint64_t percentile(const std::vector<std::uint64_t>& times,
                                       unsigned percent);

/// What a batch prints.
enum class BatchOutput {
    lines,        ///< id, number of results and id of the first, tab-separated
    json,         ///< an answer in JSON a line
    timing,       ///< the Timing as text
    timing_json,  ///< the Timing as JSON
};

/// Asks every question in one process and prints to standard output. Returns how it went.
Timing run_batch(Searcher& searcher,
                 const std::vector<BatchQuestion>& questions,
                 const SearchOptions& options,
                 BatchOutput output);

}  // namespace recovery
