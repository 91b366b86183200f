// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// Finds the class of an element: "<name>", or words parted by "|". Throws Error{usage}
/// for a name it does not know.
using ClassLookup = std::function<std::uint16_t(std::string_view element)>;

/// Reads a pattern as it is written in `crisis.yaml`; one for each choice of optional
/// elements. Throws Error{usage} that quotes the pattern and says what is wrong with it.
///
///     pattern    ["^"] element (gap? element)* ["$"]
///              | element (" & " element)+ ["@" words]
///     element    ("<" class ">" | word ("|" word)*) ["?"]
///     gap        ".." up to 2 words | "..." up to 5 | "~" words
///
/// "^" and "$" tie a pattern to the start and the end of the text. Elements joined by "&"
/// stand in any order within `words` words (default 10) of the first.
///
/// Example: "<not> .. <wake>" finds "wont ever really wake up".
[[nodiscard]] std::vector<CrisisPattern> parse_crisis_pattern(std::string_view text,
                                                              const ClassLookup& lookup);

}  // namespace recovery
