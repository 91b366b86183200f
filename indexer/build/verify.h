// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/schema/index_metadata.h"

namespace recovery {

/// What a look at the whole live index found.
struct Verification {
    std::uint64_t generation = 0;
    std::string built_at;
    DocumentCounts documents;
    std::size_t sections = 0;
    std::size_t files = 0;
    std::vector<std::string> faults;  ///< for people; empty when all is well
};

/// Checks the live generation: Xapian's own check of its tables; that every Document has
/// all its sections and a file that is remembered; that the numbers in the metadata are
/// true; that every remembered file has its Documents, every bio its place; that the
/// crisis rules can be read. At most 100 faults are listed, and one that counts the rest.
///
/// Throws Error{index_missing}, Error{schema_mismatch}, or Error{index_corrupt} when it
/// cannot even be opened.
[[nodiscard]] Verification verify_index(const std::filesystem::path& index_dir);

/// Makes the generation before the live one answer again, and returns its number. Throws
/// Error{index_missing} when there is none, Error{index_corrupt} when it cannot be
/// opened, Error{locked}, Error{io}; nothing has changed then.
[[nodiscard]] std::uint64_t roll_back(const std::filesystem::path& index_dir,
                                      double wait_seconds);

}  // namespace recovery
