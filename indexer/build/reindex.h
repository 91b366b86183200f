// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/build/report.h"

namespace recovery {

/// What a run is asked to do.
struct ReindexOptions {
    std::filesystem::path index_dir;
    std::vector<std::filesystem::path> paths;
    std::string base_url = "/";
    /// Folder with the lexicon; when empty, `lexicon/` of the first PATH that has one.
    std::filesystem::path lexicon_dir{};
};

/// Called after each file with how many of all have been read; `done == total` once at
/// the end.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Reads everything under `paths` and publishes it as the new index: all of it or, when
/// an Error comes out, nothing.
///
/// Files that cannot be read or understood become problems in the report and the run goes
/// on. Two Documents of one id are a problem; the first stays. Of one file of records at
/// most 100 problems are listed, and one that counts the rest. `stop` set by another
/// thread or a signal handler ends the run with Error{interrupted}, within a file of
/// records too. An index that holds
/// documents is never replaced by one without any: Error{refused}. Other errors: usage (a
/// PATH that is not there, a lexicon with a mistake in it), locked, io.
[[nodiscard]] Report reindex(const ReindexOptions& options,
                             const Progress& progress,
                             const std::atomic<bool>& stop);

}  // namespace recovery
