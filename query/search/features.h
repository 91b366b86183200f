// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/schema/analysis.h"
#include "query/question/question.h"
#include "query/search/question_terms.h"
#include "query/search/ranking.h"
#include "query/search/title_match.h"
#include "query/search/word_pairs.h"
#include "query/search/word_statistics.h"

namespace recovery {

/// How a section fits a question, each from 0 to 1. The score of a section is their sum,
/// weighted (`ranking.h`).
struct Features {
    double share = 0;         ///< of the best first-stage weight
    double title_cosine = 0;  ///< words common to question and title
    double title_pairs = 0;   ///< neighbours in the question that are close in the title
    double text_pairs = 0;    ///< the same in the section's own text
    double earliness = 0;     ///< how early the text comes to the question's topic
    double trigram_dice = 0;  ///< likeness of question and title, letter by letter
    double agreement = 0;     ///< likeness of the title to those of the best
    double companion = 0;     ///< how the article's further sections fit
};

/// One of the features: what people call it, what it says, and its weight.
struct FeatureInfo {
    std::string_view name;
    std::string_view meaning;
    double Features::*value;
    double weight;
};

/// All features; a score is their weighted sum.
inline constexpr std::array<FeatureInfo, 8> feature_table{{
    {"words found",
     "words of the question found, rare ones more, beside the best (BM25)",
     &Features::share,
     1.0},
    {"title words",
     "words that question and title have in common",
     &Features::title_cosine,
     ranking::title_cosine},
    {"title pairs",
     "neighbours in the question close together in the title",
     &Features::title_pairs,
     ranking::title_pairs},
    {"text pairs",
     "neighbours in the question close together in the text",
     &Features::text_pairs,
     ranking::text_pairs},
    {"early",
     "how early the text comes to the topic",
     &Features::earliness,
     ranking::earliness},
    {"letters",
     "likeness of question and title, letter by letter",
     &Features::trigram_dice,
     ranking::trigram_dice},
    {"agreement",
     "likeness of the title to those of the best results",
     &Features::agreement,
     ranking::agreement},
    {"companions",
     "how the article's further sections fit",
     &Features::companion,
     ranking::companion},
}};

/// The weighted sum.
[[nodiscard]] double score_of(const Features& features) noexcept;

/// A section the first stage found.
struct Candidate {
    Xapian::docid docid = 0;
    double weight = 0;              ///< first stage
    std::string ranking_text = {};  ///< the value of that name, encoded
    Features features = {};
    StemSet title = {};
    double score = 0;
};

/// Computes the features of sections for one question, but `agreement` and `companion`,
/// which look at other sections' scores.
///
/// - share: of `best_weight`.
/// - title_cosine, title_pairs, trigram_dice: see TitleMatch.
/// - text_pairs: `WordPairs` over the section's text.
/// - earliness: over the topic's words, weighted by idf, the mean of 1 / (1 + p / 20) for
///   a word that first stands p words into the text; 0 for one that is not there.
///
/// Positions and frequencies come from the index. Database, stemmer and statistics must
/// outlive it; not thread-safe. Calls may throw whatever Xapian throws, and
/// Error{index_corrupt}.
class FeatureExtractor {
  public:
    FeatureExtractor(const Question& question,
                     const Xapian::Database& database,
                     Stemmer& stemmer,
                     WordStatistics& statistics);
    FeatureExtractor(const FeatureExtractor&) = delete;
    FeatureExtractor& operator=(const FeatureExtractor&) = delete;

    /// Fills `features` and `title` of the candidates, in whatever order they are.
    void compute(std::span<Candidate*> candidates, double best_weight);

  private:
    [[nodiscard]] double earliness(std::span<const Positions> places,
                                   Xapian::termpos body) const;

    const Xapian::Database& database_;
    std::vector<QuestionTerm> terms_;
    std::vector<QuestionTerm> topic_;
    double topic_idf_ = 0;
    WordPairs pairs_;
    TitleMatch title_;
};

}  // namespace recovery
