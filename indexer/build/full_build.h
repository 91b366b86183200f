// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include "indexer/build/change_set.h"
#include "indexer/build/corpus_walk.h"
#include "indexer/build/index_writer.h"
#include "indexer/build/report.h"

namespace recovery {

/// Called after each file with how many of all have been read; `done == total` once at
/// the end.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Reads every file of `walk` into `writer`, in order. `report` gets problems, skipped
/// files and totals, `records` what the index is to remember. Throws Error{interrupted}
/// when `stop` is set, Error{io} when the index cannot be written.
void build_all(const Walk& walk,
               const std::string& base_url,
               IndexWriter& writer,
               Report& report,
               IndexRecords& records,
               const Progress& progress,
               const std::atomic<bool>& stop);

}  // namespace recovery
