// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// Larger lexicon files are refused.
inline constexpr std::size_t max_lexicon_bytes = std::size_t{4} << 20U;

/// Reads `crisis.yaml` of a lexicon folder and, when it is there, `crisis_examples.tsv`,
/// from which it learns the model; that takes some seconds. Throws Error{usage} that
/// names the file, and the line of what is wrong in it; Error{io} for a file that cannot
/// be read.
[[nodiscard]] CrisisRules load_lexicon_folder(const std::filesystem::path& folder);

/// 16 hex digits that change with any byte of those files (FNV-1a). Throws as above.
[[nodiscard]] std::string lexicon_fingerprint(const std::filesystem::path& folder);

}  // namespace recovery
