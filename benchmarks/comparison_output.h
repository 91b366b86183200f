// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "benchmarks/comparison.h"

namespace recovery {

/// The table for people: for each collection and half a row for the baseline, one for the
/// engine, the difference in percent and its p value; the mean last when there are
/// several collections. An undefined percentage is "-".
///
///     stackfaq: 719 documents
///     half  system       queries   nDCG@10    MRR@10  ...   none
///     dev   naive            670    0.6823    0.7838  ...      0
///           recovery         670    0.7906    0.8251  ...      0
///           difference             +15.9 %    +5.3 %  ...
///           p                      <0.0001    0.0002  ...
[[nodiscard]] std::string comparison_text(
    const std::vector<CollectionComparison>& collections);

/// The same as one JSON object with a newline at the end, unrounded:
/// {"collections": [{"name", "documents", "halves": {"dev": {"queries", "baseline":
/// {"name", "nDCG@10", ..., "without_result"}, "engine": {...}, "difference_percent":
/// {...}, "p": {...}}, "test": ...}}], "mean": ...}. An undefined percentage is null;
/// "mean" is there with several collections, without "p".
[[nodiscard]] std::string comparison_json(
    const std::vector<CollectionComparison>& collections);

}  // namespace recovery
