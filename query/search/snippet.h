// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/normalise.h"
#include "indexer/schema/analysis.h"
#include "query/search/results.h"

namespace recovery {

/// About two lines of a results page.
inline constexpr std::size_t default_excerpt_bytes = 240;

/// The stems that an excerpt looks for, each with how much it tells (its idf, say).
class HighlightTerms {
  public:
    void add(const std::string& stem, double weight);
    [[nodiscard]] bool empty() const noexcept { return terms_.empty(); }

    /// One sought stem: its number (dense, from 0) and its weight.
    struct Match {
        std::size_t number = 0;
        double weight = 0;
    };
    /// Whether a normalised word is one that is sought.
    [[nodiscard]] std::optional<Match> match(std::string_view word,
                                             Stemmer& stemmer) const;

  private:
    std::unordered_map<std::string, Match> terms_;
    // Stemming never changes the first byte of a word: most words are ruled out by it.
    std::array<bool, 256> first_bytes_{};
};

/// A sought word in a text: its bytes there, and which it is.
struct TextMatch {
    Span span;
    HighlightTerms::Match term;
};

/// The sought words of `text`, in order, as written: accents and possessives included.
[[nodiscard]] std::vector<TextMatch> find_matches(std::string_view text,
                                                  const HighlightTerms& terms,
                                                  Stemmer& stemmer);

/// The best excerpt of a section's text: whole sentences that together hold the most
/// telling of the matches, nearer to the beginning when equal, at most `max_bytes` long;
/// a longer sentence is cut at words around the matches, with "…". Without any match it
/// is the beginning of the text.
///
/// White space is collapsed. `ranges` are the matches inside it.
[[nodiscard]] Excerpt make_excerpt(std::string_view text,
                                   const std::vector<TextMatch>& matches,
                                   std::size_t max_bytes = default_excerpt_bytes);

}  // namespace recovery
