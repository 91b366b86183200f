// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "benchmarks/measures.h"

namespace recovery {

/// The judgements of a test collection: query id to grades.
using Qrels = std::map<std::string, Grades>;

/// A document that an engine returned, and its score.
struct ScoredDocument {
    std::string id;
    double score = 0;
};

/// What an engine returned: query id to documents, best first.
using EngineRun = std::map<std::string, std::vector<ScoredDocument>>;

/// Reads judgements, one a line: BEIR's "query-id corpus-id score" or TREC's "query-id 0
/// document-id grade", parted by blanks or tabs. A first line whose last field is no
/// number is the header.
///
/// Throws Error{io} for an unreadable file and Error{usage}, naming file and line, for
/// another number of fields, a grade that is no whole number, or a document judged twice
/// with different grades.
[[nodiscard]] Qrels read_qrels(const std::filesystem::path& file);

/// Reads a run: "query-id Q0 document-id rank score tag" a line. As in trec_eval the rank
/// is ignored: documents are ordered by score, equal scores by id, both descending.
///
/// Throws like `read_qrels`; a document listed twice for one query is an error too.
[[nodiscard]] EngineRun read_run(const std::filesystem::path& file);

/// Writes a run so that `read_run` and trec_eval see the order it has: a score that is
/// not below the one before it is lowered by the least that a float can show. Throws
/// Error{io}.
void write_run(const std::filesystem::path& file,
               const EngineRun& run,
               const std::string& tag);

}  // namespace recovery
