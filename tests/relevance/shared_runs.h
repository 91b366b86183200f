// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

using Words = std::vector<std::string>;

/// The words of a text in the form the index knows them.
[[nodiscard]] Words words_of(std::string_view text);

/// Two texts that say too much alike.
struct Overlap {
    std::size_t first = 0;  ///< positions in the list of texts, first < second
    std::size_t second = 0;
    double share = 0;  ///< 0 to 1: of the distinct runs of the text that has fewer
};

/// The pairs of texts that share more than `most` of their runs of `length` words, in
/// order. A text with fewer words has no runs and shares nothing.
[[nodiscard]] std::vector<Overlap> overlaps(const std::vector<Words>& texts,
                                            std::size_t length,
                                            double most);

/// What `first` has in common with `second`, in its order: its runs of `length` words
/// that are in both, those that meet or overlap joined into one.
[[nodiscard]] std::vector<std::string> shared_runs(const Words& first,
                                                   const Words& second,
                                                   std::size_t length);

}  // namespace recovery
