// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/corpus_walk.h"
#include "indexer/schema/file_record.h"

namespace recovery {

/// What a run looks at.
///
/// PATHs that lie inside known roots are parts of the corpus: nothing outside them is
/// touched. Any other PATH makes the PATHs given the whole corpus.
struct Scope {
    std::vector<std::string> roots;  ///< of the whole corpus; absolute, links resolved
    std::vector<CorpusPath> walks;
    /// Root-relative, of a partial run; "" stands for a whole root. Empty: everything.
    std::vector<std::string> parts;

    /// Whether a recorded file may be found gone by this run.
    [[nodiscard]] bool covers(std::string_view path) const;
};

/// `known_roots` and `records` are those of the index there is, or empty. A PATH that
/// does not exist is a part too when files under it are recorded: they were deleted. Any
/// other PATH that does not exist throws Error{usage} when it is walked.
[[nodiscard]] Scope scope_of(const std::vector<std::filesystem::path>& paths,
                             const std::vector<std::string>& known_roots,
                             const FileRecords& records);

/// The scope of `changed`, which need not exist any more, alone; nothing when that cannot
/// be told: a path lies outside the known root, or there are several roots, whose files
/// may have the same paths.
[[nodiscard]] std::optional<Scope> scope_of_changes(
    const std::vector<std::filesystem::path>& changed,
    const std::vector<std::string>& known_roots);

/// Everything under these roots.
[[nodiscard]] Scope whole_scope(const std::vector<std::string>& roots);

}  // namespace recovery
