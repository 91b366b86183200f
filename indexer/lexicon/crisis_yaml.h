// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// Reads the rules as staff write them (`corpus/lexicon/crisis.yaml`, whose head explains
/// the form) and checks them: every class, contact and card that is named exists, every
/// contact says its source and the day it was checked, every card has its texts in both
/// languages, every pattern can be read.
///
/// `file` names the file in messages. Throws Error{usage}, its message beginning
/// "file:line: ".
[[nodiscard]] CrisisRules load_crisis_rules(std::string_view yaml, std::string_view file);

}  // namespace recovery
