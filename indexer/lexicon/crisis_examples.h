// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// A text that people may type, and what it calls for.
struct CrisisExample {
    CrisisOutcome outcome;
    CardLanguage language = CardLanguage::english;
    std::string text;
};

/// Reads examples: one a line, four columns parted by tabs: level (red, amber, support,
/// none), card (a card of the rules; any word when the level is none), language (en, es),
/// text ("\n" stands for a line break). Empty lines and those that begin with "#" are
/// skipped. Throws Error{usage} "file:line: what is wrong".
[[nodiscard]] std::vector<CrisisExample> read_crisis_examples(std::string_view tsv,
                                                              std::string_view file,
                                                              const CrisisRules& rules);

}  // namespace recovery
