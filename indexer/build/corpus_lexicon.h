// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recovery {

/// The crisis rules that an index of this corpus keeps, encoded: those of `lexicon_dir`
/// or, when that is empty, of `lexicon/` inside the first of `paths` that has one. ""
/// when there is none, or when it is the one compiled into the programs.
///
/// Throws Error{usage} for a folder without rules and for a mistake in them ("file:line:
/// what is wrong"), Error{io} for a file that cannot be read.
[[nodiscard]] std::string corpus_crisis_rules(
    const std::filesystem::path& lexicon_dir,
    const std::vector<std::filesystem::path>& paths);

}  // namespace recovery
