// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/question/question.h"
#include "query/search/compile_query.h"
#include "query/search/rerank.h"
#include "query/search/results.h"

namespace recovery {

/// What the first stage found: Documents, best first, each by its best sections, and how
/// many there are in all (see Results).
struct FirstStage {
    std::vector<RankedDocument> documents;
    std::size_t total = 0;
    bool total_is_exact = true;
    std::vector<Facet> facets;
};

/// Sections of one article that are looked at.
inline constexpr std::size_t max_sections_of_document = 4;

/// Looks up the best `wanted` Documents of a question by BM25. Articles among them come
/// with their further sections. Counting `facets` scores every match. Calls may throw
/// whatever Xapian throws.
[[nodiscard]] FirstStage run_first_stage(const Xapian::Database& database,
                                         const Xapian::Query& query,
                                         const Question& question,
                                         std::size_t wanted,
                                         const std::vector<std::string>& facets);

}  // namespace recovery
