// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/lexicon/crisis_examples.h"
#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// Learns a model from examples: multinomial logistic regression by stochastic gradient
/// descent with one step size a weight (J. Duchi, E. Hazan, Y. Singer, "Adaptive
/// Subgradient Methods", JMLR 12, 2011).
///
/// Each example is seen as it is, with a typing error and without blanks in turn. Of a
/// long text only the window that speaks loudest of danger is learned from (S. Andrews et
/// al., "Support Vector Machines for Multiple-Instance Learning", NIPS 2002). The same
/// examples give the same model. Throws Error{usage} when they call for more outcomes
/// than a model has columns. Empty when there are no examples.
[[nodiscard]] CrisisModel learn_crisis_model(const CrisisRules& rules,
                                             const std::vector<CrisisExample>& examples);

}  // namespace recovery
