// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/search/explanation.h"

namespace recovery {

/// An explanation as JSON, a newline at the end:
/// `{"query","lookedUp","sections","estimatedTotalHits","totalIsExact","words":[{"text",
/// "stem","isTopic","sections","idf"}],"hits":[{"rank","id","title","section","score",
/// "bm25","firstStageRank","shares":[{"name","value","weight","points"}]}],"notes"}` and,
/// when one was asked about,
/// `"document":{"id","outcome","places":[{"word","inTitle","inText"}],"similar","hit"}`.
[[nodiscard]] std::string explanation_json(const Explanation& explanation,
                                           const std::string& query,
                                           int indent = -1);

}  // namespace recovery
