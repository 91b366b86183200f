// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace recovery::ranking {

// The weights of the first stage. They were tuned on public collections of questions
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

/// A further section is shown when it scores at least this share of the best one.
inline constexpr double further_section_share = 0.5;
inline constexpr std::size_t max_further_sections = 3;

/// Documents are counted exactly up to here.
inline constexpr std::size_t exact_total = 1000;

}  // namespace recovery::ranking
