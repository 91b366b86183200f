// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recovery {

/// An index directory holds generations and the name of the one that answers:
///
///     build/index/
///       live         text file "auto gen-7"; a Xapian stub, so Xapian's own tools open
///       it too gen-7/       a Xapian database gen-6/       the one before, kept for
///       going back gen-8.part/  one being built; nobody reads it lock         held by
///       the writer
///
/// The `live` file is replaced by rename: a reader sees the old or the new name, never
/// neither.
[[nodiscard]] std::filesystem::path live_file(const std::filesystem::path& index_dir);
[[nodiscard]] std::filesystem::path generation_dir(const std::filesystem::path& index_dir,
                                                   std::uint64_t generation);

/// The generation that answers; nullopt when there is no index (no directory or no `live`
/// file). A `live` file of any other content throws Error{index_corrupt}.
[[nodiscard]] std::optional<std::uint64_t> live_generation(
    const std::filesystem::path& index_dir);

/// Complete generations of the directory, oldest first; entries with other names are not
/// looked at.
[[nodiscard]] std::vector<std::uint64_t> list_generations(
    const std::filesystem::path& index_dir);

/// Where the index is when nobody says otherwise: /var/lib/recovery-search/index.
[[nodiscard]] std::filesystem::path default_index_dir();

/// The index directory to use: `option` (the value of --index) unless empty, else
/// $RECOVERY_INDEX unless empty, else the default.
[[nodiscard]] std::filesystem::path resolve_index_dir(const std::string& option);

}  // namespace recovery
