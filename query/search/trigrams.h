// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace recovery {

/// The distinct runs of three bytes of a text, padded with two blanks in front and one
/// behind, so that beginnings of words count more than their ends.
///
/// A set is filled again and again without allocating.
class Trigrams {
  public:
    /// Words joined by one blank; no words leave the set empty.
    void assign(std::string_view words);
    /// The same of two texts, the second behind the first.
    void assign(std::string_view first, std::string_view second);

    [[nodiscard]] bool empty() const noexcept { return grams_.empty(); }

    /// Dice's coefficient: twice the common trigrams over the number of both; 0 when one
    /// set is empty. 1 means equal texts, or nearly.
    [[nodiscard]] double dice(const Trigrams& other) const noexcept;

  private:
    void add(std::string_view text);
    void finish();

    std::uint32_t last_ = 0;
    std::vector<std::uint32_t> grams_;  // sorted
};

}  // namespace recovery
