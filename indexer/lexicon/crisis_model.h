// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/lexicon/crisis_features.h"
#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// What the model finds in a text.
struct CrisisJudgement {
    CrisisOutcome outcome;
    CardLanguage language = CardLanguage::english;
    float danger = 0;  ///< highest probability of red and amber in any window
};

/// The gravest outcome over all windows by multinomial logistic regression, each taken
/// without drugs, with each one class and with each two classes that the text names:
/// naming one more can only add. "Nothing" when the rules have no model. Refers to the
/// rules only while it runs.
[[nodiscard]] CrisisJudgement judge_crisis(const CrisisRules& rules,
                                           const CrisisFeatureText& text);

}  // namespace recovery
