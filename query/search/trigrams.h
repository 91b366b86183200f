// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace recovery {

/// Of a text no more than its first so many bytes are compared.
inline constexpr std::size_t max_trigram_bytes = 512;

/// A set of trigrams that is emptied at no cost.
class TrigramSet {
  public:
    void clear() noexcept;
    /// Whether it is new. At most `max_trigram_bytes` and a few may be added.
    bool insert(std::uint32_t trigram) noexcept;
    [[nodiscard]] bool contains(std::uint32_t trigram) const noexcept;

  private:
    struct Slot {
        std::uint32_t trigram = 0;
        std::uint32_t round = 0;  // the slot is free unless it is of this round
    };
    static constexpr std::size_t slots = 2048;
    [[nodiscard]] std::size_t find(std::uint32_t trigram) const noexcept;

    std::array<Slot, slots> table_{};
    std::uint32_t round_ = 1;
};

/// The trigrams of one text, to compare many others with: likeness letter by letter.
///
/// A trigram is a run of three bytes; texts are padded with two blanks in front and one
/// behind, so that beginnings of words count more than their ends. Not thread-safe.
class Trigrams {
  public:
    explicit Trigrams(std::string_view text);

    /// Dice's coefficient of this text's and the other's sets of trigrams: twice the
    /// number of common ones over that of both. 0 when one text is empty, 1 when they are
    /// equal. With `second` the other text is both parts, joined by a blank.
    [[nodiscard]] double dice(std::string_view first, std::string_view second = {});

  private:
    static void collect(std::string_view first,
                        std::string_view second,
                        std::vector<std::uint32_t>& trigrams);

    TrigramSet own_;
    std::size_t size_ = 0;
    TrigramSet other_;
    std::vector<std::uint32_t> trigrams_;
};

/// The same coefficient for two words, without any preparation.
[[nodiscard]] double word_dice(std::string_view a, std::string_view b);

}  // namespace recovery
