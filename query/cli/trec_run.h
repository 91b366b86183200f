// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/question_file.h"
#include "query/search/results.h"
#include "query/search/searcher.h"

namespace recovery {

/// The lines of one question in a run file as trec_eval and its kin read it, one a
/// Document: "QUERY Q0 DOCUMENT RANK SCORE recovery", ranks from 1.
///
/// Readers sort by score, some in single precision. So scores are printed as floats, nine
/// digits, and one that would not be below that of the line above is nudged down to the
/// next float that is: sorting gives the order of `hits` again.
///
/// Fields are parted by blanks. White space and controls in a Document's id, as the name
/// of a file may bring them, are percent-encoded; the caller sees to `query_id`.
///
/// Example: "q1 Q0 faqs/cost#is-it-free 1 12.5 recovery\n".
[[nodiscard]] std::string trec_run_lines(std::string_view query_id,
                                         const std::vector<Hit>& hits);

/// Asks every question and writes the run to `out`, or to standard output when that is
/// "-". Returns how many questions had a result.
///
/// The run is written to a file beside `out` that takes its place at the end; when an
/// Error comes out `out` is as it was before, and nothing is left beside it. A device or
/// pipe is written to directly.
///
/// Throws Error{usage} before anything is asked for a question's id that is empty, holds
/// white space or controls, or stands twice; Error{io} when `out` cannot be written;
/// Error{interrupted} soon after `stop` is set; and what the Searcher throws.
std::size_t write_trec_run(Searcher& searcher,
                           const std::vector<BatchQuestion>& questions,
                           const SearchOptions& options,
                           const std::filesystem::path& out,
                           const std::atomic<bool>& stop);

}  // namespace recovery
