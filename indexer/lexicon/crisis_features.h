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

/// Features of a stretch of text, by kind, as CrisisModel has them. All of a kind
/// together weigh the same however many they are: there are many more runs than words,
/// and would otherwise be heard alone.
struct CrisisWindow {
    std::vector<std::uint32_t> runs;   ///< of 3 to 6 letters, blanks left out
    std::vector<std::uint32_t> words;  ///< single words
    std::vector<std::uint32_t> pairs;  ///< words near each other, in their order

    bool operator==(const CrisisWindow&) const = default;

    /// The value of each feature of a kind: the kind's vector has the length 1.
    [[nodiscard]] static float value(const std::vector<std::uint32_t>& kind) noexcept;
};

/// A text as the crisis model sees it.
///
/// A short text is one window; a long one is several that overlap, and each of its
/// sentences, so that what is said in one is not drowned by the others. Names of drugs
/// are in no window: they are `drugs`, the classes that occur, in order.
struct CrisisFeatureText {
    std::vector<CrisisWindow> windows;  ///< never empty
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

    /// The feature that says that a drug of this class is named; its value is
    /// `drug_value` whatever else the text has.
    [[nodiscard]] static std::uint32_t drug_feature(std::uint16_t drug_class) noexcept;
    static constexpr float drug_value = 0.1F;

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
