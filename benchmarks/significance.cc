// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/significance.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>

namespace recovery {

namespace {

constexpr unsigned bits_per_draw = 64;

// Sums in another order differ in their last bits: that is still "as large as".
constexpr double rounding = 1e-12;

double signed_sum(const std::vector<double>& values, std::mt19937_64& random) {
    double sum = 0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i % bits_per_draw == 0) {
            signs = random();
        }
        sum += (signs & 1U) != 0 ? values[i] : -values[i];
        signs >>= 1U;
    }
    return sum;
}

}  // namespace

double randomisation_p(const std::vector<double>& differences) {
    std::vector<double> unequal;
    std::copy_if(differences.begin(),
                 differences.end(),
                 std::back_inserter(unequal),
                 [](double difference) { return difference != 0; });
    if (unequal.empty()) {
        return 1;
    }
    const double seen =
        std::fabs(std::accumulate(unequal.begin(), unequal.end(), 0.0)) - rounding;
    std::mt19937_64 random(randomisation_seed);
    std::size_t as_extreme = 0;
    for (std::size_t round = 0; round < randomisation_rounds; ++round) {
        as_extreme += std::fabs(signed_sum(unequal, random)) >= seen ? 1 : 0;
    }
    return static_cast<double>(as_extreme + 1) /
           static_cast<double>(randomisation_rounds + 1);
}

}  // namespace recovery
