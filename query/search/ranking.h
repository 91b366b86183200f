// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace recovery::ranking {

// Every weight of the ranking. They were tuned on public collections of questions
// (health, software FAQs, aeronautics) by half: chosen on one half of the questions,
// confirmed on the other.

/// Words of the topic in the title field, against 1 in the text stream.
inline constexpr double title = 1.0;
/// Stop words are kept, damped: they tell "is X addictive" from "how X is made".
inline constexpr double title_stop = 0.3;
inline constexpr double stream_stop = 0.1;

/// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009,
/// section 3.4), in Xapian's parameters.
inline constexpr double bm25_k1 = 1.0;
inline constexpr double bm25_k2 = 0.0;
inline constexpr double bm25_k3 = 1.0;
inline constexpr double bm25_b = 0.5;
inline constexpr double bm25_min_normlen = 0.5;

/// Above so many different words only the most telling so many are looked up.
inline constexpr std::size_t elite_words = 24;

/// So many of the first stage's best Documents are ranked again.
inline constexpr std::size_t rerank_depth = 50;

/// The weights of the features, against 1 for the share of the first stage's best.
inline constexpr double title_cosine = 0.8;
inline constexpr double title_pairs = 0.2;
inline constexpr double text_pairs = 0.3;
inline constexpr double earliness = 0.3;
inline constexpr double trigram_dice = 0.3;
inline constexpr double agreement = 0.3;
/// So many of the best titles are what the others are compared with.
inline constexpr std::size_t agreement_titles = 3;
/// So many words into a text a word counts half as early.
inline constexpr double early_words = 20;
/// Words of a title that look like one of the question: at least so long and so alike.
inline constexpr std::size_t alike_min_bytes = 5;
inline constexpr double alike_min_dice = 0.5;

/// The Document as a whole, beside its best section.
inline constexpr double companion = 0.2;

/// What a pair of words counts that is at most `gap` words apart.
struct Nearness {
    unsigned gap;
    double counts;
};
inline constexpr std::array<Nearness, 3> nearness{{{1, 1.0}, {8, 0.6}, {20, 0.25}}};
/// So many places of a word in a text are looked at.
inline constexpr std::size_t max_positions = 30;

/// A further section is shown when it scores at least this share of the best one.
inline constexpr double further_section_share = 0.5;
inline constexpr std::size_t max_further_sections = 3;

/// Documents are counted exactly up to here.
inline constexpr std::size_t exact_total = 1000;

}  // namespace recovery::ranking
