// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// So much of a text is read: its first and its last half of this. People end a long
/// letter with what they came to say.
inline constexpr std::size_t max_crisis_bytes = std::size_t{16} << 10U;

/// Somebody to call, in the card's language. Any of `tel`, `sms` and `url` may be "".
struct CrisisCall {
    std::string label;
    std::string tel;
    std::string sms;
    std::string url;
};

/// Help to show before anything else. The first contact is the one that fits best.
struct Crisis {
    CrisisLevel level = CrisisLevel::support;
    CardLanguage language = CardLanguage::english;
    std::string family;  ///< the card's name in the rules: "not_breathing"
    std::string title;
    std::vector<std::string> steps;
    std::vector<CrisisCall> contacts;
};

/// Recognises danger in what people type. Needs no index, no file and no network.
///
/// Reads any bytes and never throws on them. Words are matched through one typing error,
/// letters written as digits, drawn-out letters, and missing or stray blanks. Nothing it
/// reads is kept. May be used by many threads at once.
///
/// Example: `recognise("my son wont wake up he took blue pills")` is the red card
/// "not_breathing", its first contact 911.
class CrisisRecogniser {
  public:
    /// Throws Error{usage} for rules that contradict themselves (a position out of
    /// range), as a damaged index may hold.
    explicit CrisisRecogniser(CrisisRules rules);
    ~CrisisRecogniser();
    CrisisRecogniser(CrisisRecogniser&&) noexcept;
    CrisisRecogniser& operator=(CrisisRecogniser&&) noexcept;

    [[nodiscard]] std::optional<Crisis> recognise(std::string_view text) const;

  private:
    struct State;
    std::unique_ptr<const State> state_;
};

/// The stronger of two findings: the higher level, then the first.
[[nodiscard]] std::optional<Crisis> stronger(std::optional<Crisis> first,
                                             std::optional<Crisis> second);

/// What the rules compiled into the program find. Made at the first call.
[[nodiscard]] std::optional<Crisis> recognise_crisis(std::string_view text);

}  // namespace recovery
