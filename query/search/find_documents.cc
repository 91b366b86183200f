// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/find_documents.h"

#include <algorithm>
#include <utility>

#include "query/search/features.h"
#include "query/search/ranking.h"
#include "query/search/rerank.h"

namespace recovery {

namespace {

FoundDocuments find(const SearchContext& context,
                    Question question,
                    const Filters& filters,
                    std::size_t wanted,
                    const std::vector<std::string>& facets) {
    FoundDocuments found;
    found.question = std::move(question);
    found.compiled = compile_query(found.question, filters, context.stemmer);
    if (found.compiled.query.empty()) {
        return found;
    }
    // Whatever page is asked for, the same Documents are ranked again.
    found.ranked = run_first_stage(context.database,
                                   found.compiled.query,
                                   found.question,
                                   std::max(wanted, ranking::rerank_depth),
                                   facets);
    if (!found.question.empty()) {
        FeatureExtractor extractor(
            found.question, context.database, context.stemmer, context.statistics);
        rerank(found.ranked.documents, extractor);
    }
    return found;
}

}  // namespace

FoundDocuments find_documents(const SearchContext& context,
                              const Question& question,
                              const Filters& filters,
                              std::size_t wanted,
                              const std::vector<std::string>& facets) {
    FoundDocuments found = find(context, question, filters, wanted, facets);
    if (!found.ranked.documents.empty() || question.phrases.empty()) {
        return found;
    }
    Question relaxed = question;
    relaxed.phrases.clear();
    relaxed.notes.emplace_back(
        "Nothing has the quoted words exactly like this; they were searched one by one.");
    FoundDocuments loose = find(context, std::move(relaxed), filters, wanted, facets);
    return loose.ranked.documents.empty() ? std::move(found) : std::move(loose);
}

}  // namespace recovery
