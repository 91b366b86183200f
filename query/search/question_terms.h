// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/schema/analysis.h"
#include "query/question/question.h"
#include "query/search/word_statistics.h"

namespace recovery {

/// A word of the question with what the index knows of it.
struct QuestionTerm {
    std::string text;  ///< normalised
    std::string stem;
    WordStatistics::Word word;
    bool is_topic = true;  ///< no stop word, or there are only stop words
};

/// The words of a question in its order, one for each stem. May throw whatever Xapian
/// throws.
[[nodiscard]] std::vector<QuestionTerm> question_terms(const Question& question,
                                                       Stemmer& stemmer,
                                                       WordStatistics& statistics);

}  // namespace recovery
