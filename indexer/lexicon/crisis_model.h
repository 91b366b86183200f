// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/lexicon/crisis_features.h"
#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// How probable the model holds each outcome for one window of a text; they add up to 1.
struct CrisisOdds {
    std::array<float, crisis_outputs> outcome{};
    float spanish = 0;
    float red = 0;    ///< sum over red outcomes
    float amber = 0;  ///< sum over amber outcomes
};

/// Multinomial logistic regression over the features of a window and the classes of drugs
/// given.
[[nodiscard]] CrisisOdds crisis_odds(const CrisisModel& model,
                                     const std::vector<std::uint32_t>& window,
                                     const std::vector<std::uint16_t>& drugs);

/// What the model finds in a text.
struct CrisisJudgement {
    CrisisOutcome outcome;
    CardLanguage language = CardLanguage::english;
    float danger = 0;  ///< highest probability of red and amber in any window
};

/// The gravest outcome over all windows, each taken without drugs, with each one class
/// and with each two classes that the text names: naming one more can only add.
/// "Nothing" when the rules have no model. Refers to the rules only while it runs.
[[nodiscard]] CrisisJudgement judge_crisis(const CrisisRules& rules,
                                           const CrisisFeatureText& text);

}  // namespace recovery
