// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// A text as the crisis model sees it.
///
/// Each window holds features as CrisisModel has them: hashes of the runs of 3 to 5
/// letters, blanks left out, so that missing blanks change little, and of single words
/// and neighbours. A short text is one window; a long one is several that overlap, and
/// each of its sentences, so that what is said in one is not drowned by the others. Names
/// of drugs are in no window: they are `drugs`, the classes that occur, in order.
struct CrisisFeatureText {
    std::vector<std::vector<std::uint32_t>> windows;  ///< never empty
    std::vector<std::uint16_t> drugs;
};

/// Makes features; the only place that knows how. Used alike to learn and to judge.
///
/// Feature hashing: K. Weinberger et al., "Feature Hashing for Large Scale Multitask
/// Learning", ICML 2009.
class CrisisFeatures {
  public:
    explicit CrisisFeatures(const CrisisRules& rules);

    /// Features of a normalised text.
    [[nodiscard]] CrisisFeatureText read(std::string_view normalised) const;

    /// The feature that says that a drug of this class is named.
    [[nodiscard]] static std::uint32_t drug_feature(std::uint16_t drug_class) noexcept;

  private:
    struct PlainText {
        std::vector<std::string> words;
        std::vector<std::size_t> sentences;  // each begins with this word
    };

    // The words that are no drug's; the classes of drugs go to `drugs`.
    [[nodiscard]] PlainText without_drugs(std::string_view normalised,
                                          std::vector<std::uint16_t>& drugs) const;

    std::unordered_map<std::string, std::uint16_t> names_;  // words joined by blanks
    std::size_t longest_name_ = 0;                          // in words
};

}  // namespace recovery
