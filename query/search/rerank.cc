// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rerank.h"

#include <algorithm>
#include <span>

namespace recovery {

namespace {

// Sections of one Document: the better first, then in the order of the index.
void order_sections(std::vector<Candidate>& sections) {
    std::sort(
        sections.begin(), sections.end(), [](const Candidate& a, const Candidate& b) {
            return a.score != b.score ? a.score > b.score : a.docid < b.docid;
        });
}

// What an article's further sections add to the best: each half as much as the one before
// it, so that many weak ones do not outweigh a good one.
double companion_share(const std::vector<Candidate>& sections) {
    double sum = 0;
    double weight = 0.5;
    for (std::size_t i = 1; i < sections.size(); ++i) {
        sum += weight * sections[i].features.share;
        weight /= 2;
    }
    return sum;
}

void set_score(RankedDocument& document) {
    Candidate& best = document.sections.front();
    best.score = score_of(best.features);
    document.score = best.score;
}

void score(std::span<RankedDocument> documents, FeatureExtractor& extractor) {
    std::vector<Candidate*> sections;
    for (RankedDocument& document : documents) {
        for (Candidate& section : document.sections) {
            sections.push_back(&section);
        }
    }
    extractor.compute(sections, documents.front().best().weight);
    for (RankedDocument& document : documents) {
        for (Candidate& section : document.sections) {
            section.score = score_of(section.features);
        }
        order_sections(document.sections);
        document.sections.front().features.companion = companion_share(document.sections);
        set_score(document);
    }
}

// Pseudo-relevance feedback on titles: what the best results are about, by the titles of
// the first few, each counting by its score.
void add_agreement(std::span<RankedDocument> documents) {
    const std::size_t heads = std::min(ranking::agreement_titles, documents.size());
    double total = 0;
    for (std::size_t i = 0; i < heads; ++i) {
        total += documents[i].score;
    }
    std::vector<double> sums(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (std::size_t head = 0; head < heads; ++head) {
            sums[i] += documents[head].score *
                       cosine(documents[i].best().title, documents[head].best().title);
        }
    }
    for (std::size_t i = 0; i < documents.size() && total > 0; ++i) {
        documents[i].sections.front().features.agreement = sums[i] / total;
        set_score(documents[i]);
    }
}

void order(std::span<RankedDocument> documents) {
    std::sort(documents.begin(),
              documents.end(),
              [](const RankedDocument& a, const RankedDocument& b) {
                  return a.score != b.score ? a.score > b.score : a.id < b.id;
              });
}

}  // namespace

void rerank(std::vector<RankedDocument>& documents,
            FeatureExtractor& extractor,
            std::size_t depth) {
    if (documents.empty()) {
        return;
    }
    const std::size_t head = std::min(depth, documents.size());
    const double last_weight = documents[head - 1].best().weight;
    const std::span<RankedDocument> ranked(documents.data(), head);
    score(ranked, extractor);
    order(ranked);
    add_agreement(ranked);
    order(ranked);
    const double last_score = ranked.back().score;
    for (std::size_t i = head; i < documents.size(); ++i) {
        const double weight = documents[i].best().weight;
        documents[i].score = last_weight > 0 ? last_score * weight / last_weight : 0;
    }
}

}  // namespace recovery
