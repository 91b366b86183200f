// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/schema/analysis.h"
#include "query/question/question.h"
#include "query/search/compile_query.h"
#include "query/search/first_stage.h"
#include "query/search/word_statistics.h"

namespace recovery {

/// What a search works with. All outlive the search; `statistics` has begun with
/// `database`.
struct SearchContext {
    const Xapian::Database& database;
    Stemmer& stemmer;
    WordStatistics& statistics;
};

/// What was found, and for which question: where nothing holds a phrase of it, its words
/// were searched one by one, and a note says so.
struct FoundDocuments {
    Question question;
    CompiledQuery compiled;
    FirstStage ranked;
};

/// Both stages: the best `wanted` Documents or more, in the order in which they are
/// shown. An empty question (filters alone) keeps the order of the first stage. Calls may
/// throw whatever Xapian throws, and Error{index_corrupt}.
[[nodiscard]] FoundDocuments find_documents(const SearchContext& context,
                                            const Question& question,
                                            const Filters& filters,
                                            std::size_t wanted,
                                            const std::vector<std::string>& facets);

}  // namespace recovery
