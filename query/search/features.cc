// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/features.h"

#include <algorithm>
#include <iterator>

#include "query/search/ranking.h"

namespace recovery {

namespace {

std::vector<QuestionTerm> topic_of(const std::vector<QuestionTerm>& terms) {
    std::vector<QuestionTerm> topic;
    std::copy_if(
        terms.begin(),
        terms.end(),
        std::back_inserter(topic),
        [](const QuestionTerm& term) { return term.is_topic; });
    return topic;
}

}  // namespace

FeatureExtractor::FeatureExtractor(const Question& question,
                                   const Xapian::Database& database,
                                   Stemmer& stemmer,
                                   WordStatistics& statistics)
    : database_(database),
      terms_(question_terms(question, stemmer, statistics)),
      topic_(topic_of(terms_)),
      pairs_(topic_),
      title_(terms_, topic_, stemmer, statistics),
      places_(topic_.size()) {
    for (const QuestionTerm& term : topic_) {
        topic_idf_ += term.word.idf;
    }
}

Features FeatureExtractor::of(Xapian::docid id, const RankingText& text, double share) {
    title_.look_at(text);
    read_places(id, text.body_position);
    Features features;
    features.share = share;
    features.title_cosine = title_.soft_cosine();
    features.title_pairs = title_.closeness(pairs_);
    features.text_pairs = pairs_.closeness(places_);
    features.earliness = earliness(text.body_position);
    features.trigram_dice = title_.trigram_dice();
    return features;
}

void FeatureExtractor::read_places(Xapian::docid id, Xapian::termpos body) {
    for (std::size_t i = 0; i < topic_.size(); ++i) {
        Positions& places = places_[i];
        places.clear();
        auto it = database_.positionlist_begin(id, topic_[i].stem);
        const auto end = database_.positionlist_end(id, topic_[i].stem);
        if (it != end) {
            it.skip_to(body);
        }
        for (; it != end && places.size() < ranking::max_positions; ++it) {
            places.push_back(*it);
        }
    }
}

double FeatureExtractor::earliness(Xapian::termpos body) const {
    double sum = 0;
    for (std::size_t i = 0; i < topic_.size(); ++i) {
        if (!places_[i].empty()) {
            const double words_before = places_[i].front() - body;
            sum += topic_[i].word.idf / (1 + words_before / ranking::early_words);
        }
    }
    return topic_idf_ > 0 ? sum / topic_idf_ : 0;
}

}  // namespace recovery
