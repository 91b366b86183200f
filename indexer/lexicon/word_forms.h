// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// Writes out a word or phrase with alternatives in brackets, parted by strokes; every
/// combination, in order. A bracket that is never closed is taken as it stands.
///
/// Example: "overdos(e/ed/ing)" is overdose, overdosed, overdosing; "pill(/s)" is pill,
/// pills.
[[nodiscard]] std::vector<std::string> expand_word_forms(std::string_view notation);

}  // namespace recovery
