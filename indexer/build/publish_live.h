// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace recovery {

/// Makes a generation the one that answers, by rename: a reader finds the old or the new
/// name, also after a crash. The caller holds the IndexLock. Throws Error{io}.
void point_live_at(const std::filesystem::path& index_dir, std::uint64_t generation);

/// Throws Error{io}.
void rename_path(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes what was written under this path (a file, or the entries of a folder) outlive a
/// crash. Throws Error{io}.
void sync_path(const std::filesystem::path& path);

}  // namespace recovery
