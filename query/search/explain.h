// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "query/question/question.h"
#include "query/search/compile_query.h"
#include "query/search/explanation.h"
#include "query/search/find_documents.h"

namespace recovery {

/// What is to be explained: the hits from `offset` on, and what became of one Document.
struct ExplainOptions {
    Filters filters;
    std::size_t offset = 0;
    std::size_t limit = 10;
    std::optional<std::string> document_id;
    std::size_t last_rank = 1000;  ///< the Document is looked for up to here
};

/// Tells how the answer to a question came about, by doing what a search does. Calls may
/// throw whatever Xapian throws, and Error{index_corrupt}.
[[nodiscard]] Explanation explain(const SearchContext& context,
                                  const Question& question,
                                  const ExplainOptions& options);

}  // namespace recovery
