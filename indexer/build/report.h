// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/build/change_set.h"
#include "indexer/build/verify.h"
#include "indexer/document/document.h"
#include "indexer/schema/index_metadata.h"

namespace recovery {

/// A file that was left alone by rule, and the rule: a draft, a README, a kind that is
/// not indexed.
struct SkippedFile {
    std::string path;
    std::string why;
};

/// How the files of a run compare with those the index was made from before.
struct FileCounts {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t moved = 0;
    std::size_t removed = 0;
    std::size_t unchanged = 0;
    std::size_t skipped = 0;
};

/// What a run of the indexer did. `documents` and `sections` are totals in the index
/// after it.
struct Report {
    DocumentCounts documents;
    std::size_t sections = 0;
    FileCounts files;
    ChangeSet changes;    ///< the files behind those numbers
    bool is_dry = false;  ///< nothing was changed; the rest tells what would have been
    std::vector<Problem> problems;
    std::vector<SkippedFile> skipped;
};

/// The report as DESIGN's contract: one JSON object, a newline at the end.
[[nodiscard]] std::string report_json(const Report& report);

/// The report for people: totals, changes, then one line a problem ("path:line:column:
/// why"), safe to print on a terminal. With `list_skipped` the skipped files and their
/// reasons too.
[[nodiscard]] std::string report_text(const Report& report, bool list_files);

/// A verification for people, and as JSON: `{"generation","builtAt","documents",
/// "sections","files","faults":[…]}`.
[[nodiscard]] std::string verification_text(const Verification& verification);
[[nodiscard]] std::string verification_json(const Verification& verification);

/// "3 changed, 1 removed": what became of files; those that stay as they were are left
/// out, "" when all did.
[[nodiscard]] std::string changes_text(const FileCounts& files);

/// The problems alone, in the same lines; "" when there are none.
[[nodiscard]] std::string problems_text(const Report& report);

}  // namespace recovery
