// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/base/kind.h"
#include "indexer/schema/analysis.h"
#include "query/question/question.h"
#include "query/search/filter_expression.h"

namespace recovery {

/// Limits an answer to Documents of these types, tags and authors. Several values of one
/// field mean any of them, several fields all of them, and of `conditions` each must
/// hold. Tags and authors match whatever their case and accents.
struct Filters {
    std::vector<Kind> kinds = {};
    std::vector<std::string> tags = {};
    std::vector<std::string> authors = {};
    std::vector<FilterExpression> conditions = {};
    /// An empty question without any filter finds all Documents, in place of none.
    bool empty_finds_all = false;

    [[nodiscard]] bool empty() const noexcept {
        return kinds.empty() && tags.empty() && authors.empty() && conditions.empty();
    }
};

/// A question as Xapian takes it.
struct CompiledQuery {
    Xapian::Query query;
    /// Stems worth highlighting: the words of the topic, or all when there are only stop
    /// words.
    std::vector<std::string> topic_stems;
};

/// Builds the query of a question: an OR of the topic's stems in text stream and title
/// field. Stop words, damped, add to the score of what the topic finds and find nothing
/// by themselves, unless there is nothing else. Phrases and title words are required,
/// exclusions and filters applied.
///
/// It uses AND, OR, AND_MAYBE, PHRASE, AND_NOT, FILTER, SCALE_WEIGHT, ELITE_SET and
/// VALUE_RANGE, and never OP_MAX or OP_XOR (they can crash Xapian 1.4) nor Xapian's
/// QueryParser.
///
/// An empty question with filters matches all that passes them; without filters the query
/// is empty, unless `empty_finds_all`. A phrase is found by its stems here; the searcher
/// verifies it in the text.
[[nodiscard]] CompiledQuery compile_query(const Question& question,
                                          const Filters& filters,
                                          Stemmer& stemmer);

}  // namespace recovery
