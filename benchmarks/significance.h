// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace recovery {

/// Random relabellings of one test, and the seed that makes them the same every time.
inline constexpr std::size_t randomisation_rounds = 20000;
inline constexpr std::uint64_t randomisation_seed = 7;

/// Two-sided p value of the paired randomisation test: how often a mean difference at
/// least this large comes about when each query's two results are swapped at random.
///
/// `differences` holds, for each query, the second engine's value less the first's. p is
/// (c + 1) / (rounds + 1), c being the rounds at least as extreme as what was seen; 1
/// when nothing differs. Smucker, Allan and Carterette, A Comparison of Statistical
/// Significance Tests for Information Retrieval Evaluation, CIKM 2007; the + 1 after
/// Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 4.2.
[[nodiscard]] double randomisation_p(const std::vector<double>& differences);

}  // namespace recovery
