// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recovery {

/// What assessors said about the documents of one query: id to grade. Larger is better, 0
/// and below is not relevant. Documents that are not in it were not judged and count as
/// not relevant.
using Grades = std::unordered_map<std::string, int>;

/// The ids that an engine returned for one query, best first, each once.
using Ranking = std::vector<std::string>;

// The measures are those of trec_eval 9 and lie between 0 and 1. Ranks count from 1; a
// document is relevant when its grade is at least `least`; R is how many relevant ones
// there are for the query, found or not. With R = 0 all are 0; an average must leave such
// a query out (`has_relevant`).

[[nodiscard]] bool has_relevant(const Grades& grades, int least);

/// Normalised discounted cumulated gain: DCG = sum over ranks i <= cutoff of
/// g(i) / log2(i + 1), divided by the DCG of the best possible order of all judged
/// documents. The gain g is the grade itself, below 0 taken as 0 (trec_eval's ndcg_cut,
/// not 2^grade - 1). Takes no `least`. Järvelin and Kekäläinen, Cumulated Gain-Based
/// Evaluation of IR Techniques, ACM TOIS 20(4), 2002, section 2.
[[nodiscard]] double ndcg(const Ranking& ranking,
                          const Grades& grades,
                          std::size_t cutoff);

/// Average precision: 1/R times the sum of the precision at the rank of each relevant
/// document found; its mean is MAP. Buckley and Voorhees, Retrieval System Evaluation, in
/// TREC: Experiment and Evaluation in Information Retrieval, 2005, section 3.2.
[[nodiscard]] double average_precision(const Ranking& ranking,
                                       const Grades& grades,
                                       int least);

/// 1 / rank of the first relevant document, 0 when it ranks below `cutoff`; its mean is
/// MRR. Voorhees, The TREC-8 Question Answering Track Report, 1999.
[[nodiscard]] double reciprocal_rank(const Ranking& ranking,
                                     const Grades& grades,
                                     int least,
                                     std::size_t cutoff);

/// Relevant documents in the first `cutoff`, divided by `cutoff` even when fewer were
/// found. Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008,
/// section 8.4.
[[nodiscard]] double precision(const Ranking& ranking,
                               const Grades& grades,
                               int least,
                               std::size_t cutoff);

/// Relevant documents in the first `cutoff`, divided by R. Same source, section 8.3.
[[nodiscard]] double recall(const Ranking& ranking,
                            const Grades& grades,
                            int least,
                            std::size_t cutoff);

/// 1 when one of the first `cutoff` is relevant, else 0 (trec_eval's success).
[[nodiscard]] double success(const Ranking& ranking,
                             const Grades& grades,
                             int least,
                             std::size_t cutoff);

/// Share of the first `cutoff` places that hold a judged document: how far the other
/// figures can be believed.
[[nodiscard]] double judged(const Ranking& ranking,
                            const Grades& grades,
                            std::size_t cutoff);

/// The ranking without its unjudged documents: fairer to an engine unlike those whose
/// results were judged. Sakai, Alternatives to Bpref, SIGIR 2007.
[[nodiscard]] Ranking condensed(const Ranking& ranking, const Grades& grades);

/// A column of the table of results.
struct Measure {
    std::string_view name;
    double (*value)(const Ranking& ranking, const Grades& grades, int least);
};

/// nDCG@10, MRR@10, MAP, P@5, R@100, S@1 and J@10 (judged), in this order.
[[nodiscard]] std::span<const Measure> measures() noexcept;

}  // namespace recovery
