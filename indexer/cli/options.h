// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recovery {

/// What was asked of recovery-index.
struct IndexerOptions {
    std::filesystem::path index_dir;
    std::vector<std::filesystem::path> paths;
    std::optional<std::string> base_url;
    std::filesystem::path lexicon_dir;
    bool rebuild = false;
    bool force = false;
    bool dry_run = false;
    bool watch = false;
    double wait_seconds = 0;
    bool verify = false;
    bool rollback = false;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool fields = false;
};

/// Either options to act on, or a text to print and an exit status (help, version).
struct IndexerInvocation {
    std::optional<IndexerOptions> options;
    std::string text;
};

/// Reads the command line. Wrong usage throws Error{usage}. The only code of this program
/// that knows the option parser.
[[nodiscard]] IndexerInvocation parse_indexer_options(int argc, const char* const* argv);

}  // namespace recovery
