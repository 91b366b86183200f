// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/schema/analysis.h"
#include "indexer/schema/ranking_text.h"
#include "query/search/question_terms.h"
#include "query/search/trigrams.h"
#include "query/search/word_pairs.h"
#include "query/search/word_statistics.h"

namespace recovery {

/// A set of distinct stems, sorted by number.
using StemSet = std::vector<WordStatistics::Word>;

/// The cosine of two sets of stems, each weighted by its idf; 0 when one is empty.
[[nodiscard]] double cosine(const StemSet& a, const StemSet& b);

/// Compares a question with one title after the other.
///
/// Allocates nothing for a title once its words are known. Stemmer and statistics must
/// outlive it; not thread-safe.
class TitleMatch {
  public:
    TitleMatch(const std::vector<QuestionTerm>& terms,
               const std::vector<QuestionTerm>& topic,
               Stemmer& stemmer,
               WordStatistics& statistics);

    /// Takes a title with its heading; the values below are of this one. May throw
    /// whatever Xapian throws.
    void look_at(const RankingText& text);

    /// The cosine of question and title, stop words included. Words that only look alike
    /// ("addiktion", or "suboxone" and "suboxon") count as far as their letters agree:
    /// the soft cosine of Sidorov et al., Soft Similarity and Soft Cosine Measure, 2014,
    /// with Dice's coefficient of trigrams as likeness.
    [[nodiscard]] double soft_cosine() const noexcept { return soft_cosine_; }

    /// Closeness of the question's pairs in the title (`WordPairs`).
    [[nodiscard]] double closeness(const WordPairs& pairs);

    /// Trigram likeness of the question and the heading, or title with heading, whichever
    /// is more.
    [[nodiscard]] double trigram_dice() const noexcept { return trigram_dice_; }

    [[nodiscard]] const StemSet& stems() const noexcept { return stems_; }

  private:
    /// What a stem of a title is to the question; the same in all titles.
    struct Likeness {
        enum class Kind : std::uint8_t { unknown, none, alike, equal };
        Kind kind = Kind::unknown;
        std::uint32_t term = 0;  ///< into terms_
        float likeness = 0;
    };
    static constexpr std::size_t no_topic = ~std::size_t{0};

    void add_words(std::string_view words);
    const Likeness& likeness_of(std::string_view word, std::uint32_t stem);
    Likeness compare(std::string_view word, std::uint32_t stem);
    void compute_cosine();

    Stemmer& stemmer_;
    WordStatistics& statistics_;
    const std::vector<QuestionTerm>& terms_;
    std::vector<std::size_t> topic_of_term_;
    Trigrams question_trigrams_;
    double norm_ = 0;
    std::vector<Likeness> likeness_;  // by number of stem

    StemSet stems_;
    std::vector<double> found_;  // of each term: how much of it the title holds
    std::vector<std::vector<Xapian::termpos>> places_;  // of each topic word
    std::vector<Positions> place_views_;
    Xapian::termpos position_ = 0;
    double soft_cosine_ = 0;
    double trigram_dice_ = 0;
};

}  // namespace recovery
