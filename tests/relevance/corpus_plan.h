// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recovery {

/// A page that the corpus must hold, as `corpus_plan.txt` lists it.
struct PlannedPage {
    std::string path;                ///< from corpus/, with extension
    std::string title;               ///< of an article, else ""
    std::vector<std::string> parts;  ///< h2 headings of an article, or questions
};

/// The pages of a plan, in its order. A file that cannot be read, or that begins with an
/// indented line, throws std::runtime_error.
[[nodiscard]] std::vector<PlannedPage> read_plan(const std::filesystem::path& file);

}  // namespace recovery
