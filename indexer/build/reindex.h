// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/build/full_build.h"
#include "indexer/build/report.h"

namespace recovery {

/// What a run is asked to do.
struct ReindexOptions {
    std::filesystem::path index_dir;
    std::vector<std::filesystem::path> paths;
    /// What addresses of pages begin with; without it what the index has, else "/".
    std::optional<std::string> base_url = std::nullopt;
    /// Folder with the lexicon; when empty that of the run before, else `lexicon/` of the
    /// first root that has one.
    std::filesystem::path lexicon_dir = {};
    bool rebuild = false;     ///< read everything, whatever has changed
    bool force = false;       ///< remove more than half of the Documents
    bool dry_run = false;     ///< tell what would change, and change nothing
    double wait_seconds = 0;  ///< for another writer to finish
    /// Where under `paths` something may have changed, when that is known: nothing else
    /// is looked at. Files that are gone count too.
    std::vector<std::filesystem::path> changed = {};
};

/// Brings the index up to date with the files under `paths`: all changes become visible
/// at once or, when an Error comes out, none.
///
/// Files are compared with what the index remembers of them, first by stamp, then by
/// content; only what changed is read into the index, in the live generation. A full
/// build into a new generation replaces this when there is no index that this program can
/// read, when roots, base URL or lexicon are others than before, for changed records, and
/// when a quarter of the files have changed.
///
/// PATHs inside the roots of the index are parts of the corpus, and what lies outside
/// them stays; any other PATH makes the PATHs the whole corpus.
///
/// Files that cannot be read or understood become problems in the report and the run goes
/// on. Two Documents of one id are a problem; the first stays. The bio of one person is
/// one Document however many files hold it. Of one file of records at most 100 problems
/// are listed, and one that counts the rest.
///
/// `stop` set by another thread or a signal handler ends the run with Error{interrupted}.
/// A run that would leave no Document, or without `force` would lose more than half of
/// them, ends with Error{refused}. Other errors: usage (a PATH that is not there, a
/// lexicon with a mistake in it), locked, io.
[[nodiscard]] Report reindex(const ReindexOptions& options,
                             const Progress& progress,
                             const std::atomic<bool>& stop);

}  // namespace recovery
