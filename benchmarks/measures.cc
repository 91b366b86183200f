// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>

namespace recovery {

namespace {

bool is_relevant(const Grades& grades, const std::string& id, int least) {
    const auto found = grades.find(id);
    return found != grades.end() && found->second >= least;
}

std::size_t count_relevant(const Grades& grades, int least) {
    return static_cast<std::size_t>(
        std::count_if(grades.begin(), grades.end(), [&](const auto& judged_document) {
            return judged_document.second >= least;
        }));
}

std::size_t relevant_found(const Ranking& ranking,
                           const Grades& grades,
                           int least,
                           std::size_t cutoff) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < std::min(cutoff, ranking.size()); ++i) {
        found += is_relevant(grades, ranking[i], least) ? 1 : 0;
    }
    return found;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

double discounted(int grade, std::size_t place) {
    return std::max(grade, 0) / std::log2(static_cast<double>(place) + 2);
}

}  // namespace

bool has_relevant(const Grades& grades, int least) {
    return count_relevant(grades, least) > 0;
}

double ndcg(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
    double gain = 0;
    for (std::size_t i = 0; i < std::min(cutoff, ranking.size()); ++i) {
        const auto found = grades.find(ranking[i]);
        gain += found == grades.end() ? 0 : discounted(found->second, i);
    }
    std::vector<int> best;
    best.reserve(grades.size());
    for (const auto& [id, grade] : grades) {
        best.push_back(grade);
    }
    std::sort(best.begin(), best.end(), std::greater<>());
    double ideal = 0;
    for (std::size_t i = 0; i < std::min(cutoff, best.size()); ++i) {
        ideal += discounted(best[i], i);
    }
    return ideal > 0 ? gain / ideal : 0;
}

double average_precision(const Ranking& ranking, const Grades& grades, int least) {
    double sum = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        if (is_relevant(grades, ranking[i], least)) {
            sum += share(++found, i + 1);
        }
    }
    return found == 0 ? 0 : sum / static_cast<double>(count_relevant(grades, least));
}

double reciprocal_rank(const Ranking& ranking,
                       const Grades& grades,
                       int least,
                       std::size_t cutoff) {
    for (std::size_t i = 0; i < std::min(cutoff, ranking.size()); ++i) {
        if (is_relevant(grades, ranking[i], least)) {
            return share(1, i + 1);
        }
    }
    return 0;
}

double precision(const Ranking& ranking,
                 const Grades& grades,
                 int least,
                 std::size_t cutoff) {
    return share(relevant_found(ranking, grades, least, cutoff), cutoff);
}

double recall(const Ranking& ranking,
              const Grades& grades,
              int least,
              std::size_t cutoff) {
    return share(relevant_found(ranking, grades, least, cutoff),
                 count_relevant(grades, least));
}

double success(const Ranking& ranking,
               const Grades& grades,
               int least,
               std::size_t cutoff) {
    return relevant_found(ranking, grades, least, cutoff) > 0 ? 1 : 0;
}

double judged(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
    std::size_t known = 0;
    for (std::size_t i = 0; i < std::min(cutoff, ranking.size()); ++i) {
        known += grades.contains(ranking[i]) ? 1 : 0;
    }
    return share(known, cutoff);
}

Ranking condensed(const Ranking& ranking, const Grades& grades) {
    Ranking kept;
    std::copy_if(ranking.begin(),
                 ranking.end(),
                 std::back_inserter(kept),
                 [&](const std::string& id) { return grades.contains(id); });
    return kept;
}

std::span<const Measure> measures() noexcept {
    static constexpr std::array<Measure, 7> all{{
        {"nDCG@10", [](const auto& r, const auto& g, int) { return ndcg(r, g, 10); }},
        {"MRR@10",
         [](const auto& r, const auto& g, int n) {
             return reciprocal_rank(r, g, n, 10);
         }},
        {"MAP",
         [](const auto& r, const auto& g, int n) { return average_precision(r, g, n); }},
        {"P@5",
         [](const auto& r, const auto& g, int n) { return precision(r, g, n, 5); }},
        {"R@100",
         [](const auto& r, const auto& g, int n) { return recall(r, g, n, 100); }},
        {"S@1", [](const auto& r, const auto& g, int n) { return success(r, g, n, 1); }},
        {"J@10", [](const auto& r, const auto& g, int) { return judged(r, g, 10); }},
    }};
    return all;
}

}  // namespace recovery
