// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "query/question/question.h"

namespace recovery {

/// Whether a normalised text holds the words of `phrase` one after the other, unstemmed.
[[nodiscard]] bool holds_phrase(std::string_view normalised, const Phrase& phrase);

/// Lets only sections through that really hold every phrase: the index knows stems, so
/// that "addicted person" would otherwise find "addiction persons".
///
/// Reading a section costs microseconds; after `max_checked` sections the stems are
/// believed, so that a phrase of common words cannot hold up a search. Not thread-safe.
class PhraseCheck : public Xapian::MatchDecider {
  public:
    static constexpr std::size_t max_checked = 1000;

    explicit PhraseCheck(const std::vector<Phrase>& phrases) : phrases_(phrases) {}
    bool operator()(const Xapian::Document& document) const override;

  private:
    const std::vector<Phrase>& phrases_;
    mutable std::size_t checked_ = 0;
};

}  // namespace recovery
