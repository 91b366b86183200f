// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

namespace recovery {

/// All that a search can see of the live generation, by section ("id part"): terms with
/// their counts and positions, values, stored text; under "" the totals. Two indexes with
/// equal dumps give equal answers. Throws what Xapian throws when it cannot be read.
[[nodiscard]] std::map<std::string, std::string> dump_index(
    const std::filesystem::path& index_dir);

/// How many faults Xapian's own check finds in the live generation.
[[nodiscard]] std::size_t count_index_faults(const std::filesystem::path& index_dir);

}  // namespace recovery
