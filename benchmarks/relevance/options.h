// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/comparison.h"
#include "benchmarks/relevance/beir_folder.h"

namespace recovery {

/// A collection to measure, and how.
struct CollectionOptions {
    BeirFolder folder;
    MeasuringOptions measuring;
    /// A run of another engine to compare with; the naive engine when empty.
    std::filesystem::path baseline_run;
};

/// What was asked of relevance.
struct RelevanceOptions {
    std::vector<CollectionOptions> collections;
    std::filesystem::path runs_dir;  ///< where to write the runs; "" for nowhere
    bool json = false;
};

/// Either options to act on, or a text to print (help).
struct RelevanceInvocation {
    std::optional<RelevanceOptions> options;
    std::string text;
};

/// Reads the command line. Wrong usage, a setting for a folder that is not given, and a
/// folder that lacks one of its files throw Error{usage}.
[[nodiscard]] RelevanceInvocation parse_relevance_options(int argc,
                                                          const char* const* argv);

}  // namespace recovery
