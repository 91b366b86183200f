// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// A word of a text as the rules may read it: the words it may stand for, the likeliest
/// first, and the word it makes with the one behind it ("over dose").
struct CrisisToken {
    static constexpr std::uint16_t no_word = 0xFFFF;
    static constexpr std::size_t max_readings = 6;

    std::array<std::uint16_t, max_readings> readings{};
    std::uint8_t reading_count = 0;
    bool sentence_start = false;  ///< a sentence ends before it
    std::uint16_t joined = no_word;

    [[nodiscard]] bool reads_as(std::uint16_t word) const noexcept {
        for (std::size_t i = 0; i < reading_count; ++i) {
            if (readings[i] == word) {
                return true;
            }
        }
        return false;
    }
};

/// Reads texts as words of a set of rules, which it refers to.
///
/// A known word is read as itself. An unknown one is read as the known words one
/// insertion, deletion, substitution or transposition away, after digits for letters and
/// drawn-out letters are undone. One that is made of known words is parted where that is
/// likeliest.
///
/// Near words are found by their deletions (W. Garbe, "1000x Faster Spelling Correction",
/// 2012) and verified letter by letter; words are parted by dynamic programming (after P.
/// Norvig, "Natural Language Corpus Data", in Beautiful Data, 2009).
class CrisisWords {
  public:
    explicit CrisisWords(const std::vector<CrisisWord>& words);

    /// The words of a normalised text, in order. At most 65,535 are read.
    [[nodiscard]] std::vector<CrisisToken> read(std::string_view normalised) const;

  private:
    [[nodiscard]] std::uint16_t find(std::string_view word) const;
    void read_word(std::string_view word, std::vector<CrisisToken>& tokens) const;
    [[nodiscard]] bool read_exactly(std::string_view word, CrisisToken& token) const;
    [[nodiscard]] bool read_near(std::string_view word, CrisisToken& token) const;
    [[nodiscard]] bool read_parts(std::string_view run,
                                  std::vector<CrisisToken>& tokens) const;

    const std::vector<CrisisWord>& words_;
    std::unordered_map<std::string_view, std::uint16_t> numbers_;
    std::unordered_multimap<std::uint64_t, std::uint16_t> deletions_;
    std::size_t longest_ = 0;
};

}  // namespace recovery
