// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <xapian.h>

#include "indexer/schema/analysis.h"

namespace recovery {

/// What one revision of an index knows of words: their stem, as a number, and how much
/// the stem tells. Remembered, because titles repeat their words and a look-up in the
/// index costs more than all arithmetic on it. Not thread-safe.
///
/// idf(t) = ln(1 + (N - n + 0.5) / (n + 0.5)) over the sections of the index, n of N
/// holding t (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009,
/// section 3.1, kept above 0).
class WordStatistics {
  public:
    struct Word {
        std::uint32_t stem = 0;  ///< equal for words of one stem; good until `begin`
        double idf = 0;
    };

    /// To be called at the beginning of each search. Forgets everything when the index
    /// has another revision than before, or too much is known.
    void begin(const Xapian::Database& database);

    /// A normalised word. May throw whatever Xapian throws.
    [[nodiscard]] Word look_up(std::string_view word, Stemmer& stemmer);

    /// Numbers of stems are below this.
    [[nodiscard]] std::size_t stem_count() const noexcept { return stems_.size(); }

    /// The idf of a stem that is not remembered.
    [[nodiscard]] double idf(const std::string& stem) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <typename Value>
    using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    Xapian::Database database_;
    Xapian::rev revision_ = 0;
    std::string uuid_;
    Map<Word> words_;
    Map<Word> stems_;
};

}  // namespace recovery
