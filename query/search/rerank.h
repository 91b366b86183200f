// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "query/question/question.h"
#include "query/search/features.h"
#include "query/search/ranking.h"

namespace recovery {

/// A Document with its sections, best first; at first only the best of the first stage.
struct RankedDocument {
    std::string id;
    std::vector<Candidate> sections;
    std::uint32_t parts = 1;
    std::size_t first_stage_rank = 0;  ///< from 1
    double score = 0;

    [[nodiscard]] const Candidate& best() const { return sections.front(); }
};

/// Orders what the first stage found, by the whole of what is known.
///
/// `documents` come in first-stage order with one section each, and with further sections
/// behind it where a Document has some. The first `depth` are scored by features: a
/// Document by its best section and, with a small weight, by all of it. What comes behind
/// them keeps its order, with scores that go on below theirs. Equal scores are ordered by
/// id. Scores are above 0. Calls may throw whatever Xapian throws.
void rerank(std::vector<RankedDocument>& documents,
            FeatureExtractor& extractor,
            std::size_t depth = ranking::rerank_depth);

}  // namespace recovery
