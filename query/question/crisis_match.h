// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"
#include "query/question/crisis_words.h"

namespace recovery {

/// Where each phrase of the rules' classes begins: by its first word.
class CrisisPhrases {
  public:
    CrisisPhrases(const std::vector<CrisisClass>& classes, std::size_t words);

    struct Entry {
        const CrisisPhrase* phrase;
        std::uint16_t word_class;
        bool ignorable;
    };

    [[nodiscard]] const std::vector<Entry>& starting_with(std::uint16_t word) const {
        return by_word_[word];
    }
    [[nodiscard]] std::size_t classes() const noexcept { return classes_; }

  private:
    std::vector<std::vector<Entry>> by_word_;
    std::size_t classes_;
};

/// A text as patterns see it: where each class stands in it. Refers to nothing of the
/// text itself.
class CrisisText {
  public:
    CrisisText(std::vector<CrisisToken> tokens, const CrisisPhrases& phrases);

    /// Words hidden from a pattern.
    using Mask = std::vector<bool>;
    [[nodiscard]] Mask no_mask() const { return Mask(tokens_.size(), false); }

    /// Whether the pattern stands anywhere, all its words free of `hidden`.
    [[nodiscard]] bool holds(const CrisisPattern& pattern, const Mask& hidden) const;

    /// Adds to `mask` the words of the pattern's matches that are free of `hidden`; tells
    /// whether there were any.
    bool cover(const CrisisPattern& pattern, const Mask& hidden, Mask& mask) const;

  private:
    struct Stretch {
        std::uint16_t word_class;
        std::uint16_t begin;
        std::uint16_t end;
    };
    class Search;

    void find_phrases(const CrisisPhrases& phrases, bool ignorable);
    void add_phrase(const CrisisPhrases::Entry& entry,
                    std::size_t begin,
                    std::size_t end);
    void count_words();
    void sort_by_class(std::size_t classes);
    [[nodiscard]] bool may_hold(const CrisisPattern& pattern) const;
    [[nodiscard]] bool fits_ends(const CrisisPattern& pattern,
                                 std::size_t begin,
                                 std::size_t end) const;

    std::vector<CrisisToken> tokens_;
    std::vector<Stretch> stretches_;           // by class, then by beginning
    std::vector<std::uint16_t> class_begins_;  // into stretches_
    std::vector<bool> ignorable_;
    std::vector<std::uint16_t> distance_;  // words and sentence ends before each token
    std::vector<std::uint16_t> counted_;   // words before each token
};

}  // namespace recovery
