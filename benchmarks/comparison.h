// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/query_split.h"
#include "benchmarks/trec_files.h"

namespace recovery {

/// How runs of one collection are measured.
struct MeasuringOptions {
    int least_relevant = 1;  ///< smallest grade that counts as relevant
    bool condensed = false;  ///< drop unjudged documents first
    QuerySplit split;
};

/// An engine's means over the queries of a half, in the order of `measures()`.
struct Means {
    std::vector<double> values;
    std::size_t without_result = 0;  ///< queries with an empty or no ranking
};

/// Two engines on one half of the queries; vectors in the order of `measures()`.
struct HalfComparison {
    Half half = Half::dev;
    std::size_t queries = 0;
    Means baseline;
    Means engine;
    std::vector<double> p;  ///< of the difference: `randomisation_p`
};

/// Two engines on one collection, or (`name` "mean") the mean of several collections,
/// each counting the same.
struct CollectionComparison {
    std::string name;
    std::string baseline_name;
    std::size_t documents = 0;
    std::vector<HalfComparison>
        halves;  ///< dev, test; a half without queries is left out
};

/// Measures two runs against the judgements, by half. Counted are the queries with at
/// least one relevant document; one that is missing from a run counts as 0.
[[nodiscard]] std::vector<HalfComparison> compare_runs(const Qrels& qrels,
                                                       const EngineRun& baseline,
                                                       const EngineRun& engine,
                                                       const MeasuringOptions& options);

/// The mean over collections; p is left empty. Queries, documents and queries without
/// result are sums.
[[nodiscard]] CollectionComparison mean_of(
    const std::vector<CollectionComparison>& collections);

/// By how many percent `engine` differs from `baseline`; NaN when that is 0.
[[nodiscard]] double percent_more(double engine, double baseline);

}  // namespace recovery
