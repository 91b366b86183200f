// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <vector>

#include <xapian.h>

#include "query/search/question_terms.h"

namespace recovery {

/// Where a word stands in a text, ascending.
using Positions = std::span<const Xapian::termpos>;

/// The pairs of neighbouring topic words of a question.
///
/// Proximity of neighbours tells what single words do not: "ketamine withdrawal" and
/// "withdrawal of money". (Tao and Zhai, An Exploration of Proximity Measures in
/// Information Retrieval, SIGIR 2007, find the least distance of a pair to be the best of
/// such measures.)
class WordPairs {
  public:
    explicit WordPairs(const std::vector<QuestionTerm>& topic);

    /// How close the pairs stand together in a text, 0 to 1: each pair counts by the sum
    /// of its words' idf, wholly when side by side, less within some words
    /// (`ranking::nearness`), in reverse order one word further. `places` holds the
    /// positions of each topic word, in their order.
    [[nodiscard]] double closeness(std::span<const Positions> places) const;

  private:
    std::vector<double> weights_;  // of the pair of word i and i + 1
    double total_ = 0;
};

}  // namespace recovery
