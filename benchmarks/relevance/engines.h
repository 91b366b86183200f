// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "benchmarks/relevance/beir_folder.h"
#include "benchmarks/trec_files.h"
#include "query/cli/question_file.h"

namespace recovery {

/// Results taken for each question: enough for recall at 100 and for MAP as trec_eval's
/// users mostly report it on such collections.
inline constexpr std::size_t run_depth = 100;

/// What somebody gets from Xapian in an afternoon: TermGenerator with the English stemmer
/// over title and text in one stream, QueryParser with OR between the words and no flags,
/// BM25 with Xapian's parameters. Throws Error{internal} for what Xapian throws.
[[nodiscard]] EngineRun run_naive(const BeirFolder& folder,
                                  const std::vector<BatchQuestion>& questions);

/// Recovery Search as installed: its indexer on corpus.jsonl, then Searcher with default
/// options. Problems of the indexer go to standard error. Throws Error{usage} when it
/// finds no document in the corpus, and what `reindex` and Searcher throw.
[[nodiscard]] EngineRun run_recovery(const BeirFolder& folder,
                                     const std::vector<BatchQuestion>& questions);

}  // namespace recovery
