// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/features.h"

#include <algorithm>
#include <iterator>

#include "indexer/schema/ranking_text.h"
#include "query/search/text_places.h"

namespace recovery {

namespace {

std::vector<QuestionTerm> topic_of(const std::vector<QuestionTerm>& terms) {
    std::vector<QuestionTerm> topic;
    std::copy_if(terms.begin(),
                 terms.end(),
                 std::back_inserter(topic),
                 [](const QuestionTerm& term) { return term.is_topic; });
    return topic;
}

}  // namespace

double score_of(const Features& features) noexcept {
    double sum = 0;
    for (const FeatureInfo& feature : feature_table) {
        sum += feature.weight * features.*feature.value;
    }
    return sum;
}

FeatureExtractor::FeatureExtractor(const Question& question,
                                   const Xapian::Database& database,
                                   Stemmer& stemmer,
                                   WordStatistics& statistics)
    : database_(database),
      terms_(question_terms(question, stemmer, statistics)),
      topic_(topic_of(terms_)),
      pairs_(topic_),
      title_(terms_, topic_, stemmer, statistics) {
    for (const QuestionTerm& term : topic_) {
        topic_idf_ += term.word.idf;
    }
}

void FeatureExtractor::compute(std::span<Candidate*> candidates, double best_weight) {
    std::sort(candidates.begin(),
              candidates.end(),
              [](const Candidate* a, const Candidate* b) { return a->docid < b->docid; });
    std::vector<TextStart> starts;
    starts.reserve(candidates.size());
    for (Candidate* const candidate : candidates) {
        const RankingText text = decode_ranking_text(candidate->ranking_text);
        starts.push_back({candidate->docid, text.body_position});
        title_.look_at(text);
        Features& features = candidate->features;
        features.share = best_weight > 0 ? candidate->weight / best_weight : 0;
        features.title_cosine = title_.soft_cosine();
        features.title_pairs = title_.closeness(pairs_);
        features.trigram_dice = title_.trigram_dice();
        candidate->title = title_.stems();
    }
    TextPlaces places(database_, topic_, starts);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::span<const Positions> found = places.of(i);
        candidates[i]->features.text_pairs = pairs_.closeness(found);
        candidates[i]->features.earliness = earliness(found, starts[i].body);
    }
}

double FeatureExtractor::earliness(std::span<const Positions> places,
                                   Xapian::termpos body) const {
    double sum = 0;
    for (std::size_t i = 0; i < topic_.size(); ++i) {
        if (!places[i].empty()) {
            const double words_before = places[i].front() - body;
            sum += topic_[i].word.idf / (1 + words_before / ranking::early_words);
        }
    }
    return topic_idf_ > 0 ? sum / topic_idf_ : 0;
}

}  // namespace recovery
