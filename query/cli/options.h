// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "query/search/searcher.h"

namespace recovery {

/// What was asked of recovery-query.
struct QueryToolOptions {
    std::filesystem::path index_dir;
    std::string question;
    bool question_given = false;
    SearchOptions search;
    bool json = false;
    bool explain = false;
    std::string explained_id;  ///< the Document --doc asks about; "" none
    std::size_t show = 0;      ///< number of the hit to show whole, from 1; 0: none
    std::string queries_file;
    bool timing = false;
    std::string trec_run_file;  ///< "-": standard output; "": none is asked for
};

/// Either options to act on, or a text to print (help, version).
struct QueryToolInvocation {
    std::optional<QueryToolOptions> options;
    std::string text;
};

/// Reads the command line. Wrong usage throws Error{usage}. The only code of this program
/// that knows the option parser. Reads the question from standard input when it is "-".
[[nodiscard]] QueryToolInvocation parse_query_options(int argc, const char* const* argv);

}  // namespace recovery
