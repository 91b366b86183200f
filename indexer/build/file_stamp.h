// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "indexer/schema/file_record.h"

namespace recovery {

/// The stamp of a file, links followed; nothing when the system does not tell.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& file);

/// Now, in the clock of stamps.
[[nodiscard]] std::int64_t stamp_now_ns();

/// Whether a stamp taken at `now_ns` tells later changes apart: clocks of file systems
/// tick slowly, so that a file written again within the same tick keeps its stamp, and a
/// stamp of the future says nothing.
[[nodiscard]] bool is_settled(const FileStamp& stamp, std::int64_t now_ns) noexcept;

}  // namespace recovery
