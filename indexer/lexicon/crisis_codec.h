// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// The rules as bytes, for programs that do not read YAML: compiled in, and kept in an
/// index. Numbers take as many bytes as they need (LEB128), texts are preceded by their
/// length.
[[nodiscard]] std::string encode_crisis_rules(const CrisisRules& rules);

/// The rules that `encode_crisis_rules` wrote. Throws Error{index_corrupt} for bytes that
/// end early, go on behind the end, or whose rules do not pass `check_crisis_rules`.
[[nodiscard]] CrisisRules decode_crisis_rules(std::string_view bytes);

/// Throws Error{index_corrupt} when a position in `rules` points to nothing, a pattern or
/// phrase is empty, or a card has no contact.
void check_crisis_rules(const CrisisRules& rules);

}  // namespace recovery
