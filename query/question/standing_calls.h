// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/question/crisis.h"

namespace recovery {

/// Whom anybody may call at any time, whatever they asked: emergency services, the crisis
/// lifeline, the treatment helpline, as far as the rules compiled into the program know
/// them. Needs no index; made at the first call.
[[nodiscard]] const std::vector<CrisisCall>& standing_calls(CardLanguage language);

}  // namespace recovery
