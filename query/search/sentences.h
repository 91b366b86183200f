// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/base/normalise.h"

namespace recovery {

/// The sentences of a section's text, as byte ranges in order, white space at their ends
/// left out.
///
/// A sentence ends at a newline, or at ". ! ? …" (with closing quotes and brackets)
/// before white space and something that is not lower case. Initials ("J. Smith") and
/// common titles ("Dr. Lee") do not end one. Every byte that is not white space belongs
/// to exactly one sentence.
[[nodiscard]] std::vector<Span> split_sentences(std::string_view text);

}  // namespace recovery
