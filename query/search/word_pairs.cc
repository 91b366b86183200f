// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/word_pairs.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "query/search/ranking.h"

namespace recovery {

namespace {

// The least distance from a word of `first` to one of `second`; one more where the second
// comes before.
Xapian::termpos least_gap(Positions first, Positions second) {
    Xapian::termpos least = std::numeric_limits<Xapian::termpos>::max();
    auto after = second.begin();
    for (const Xapian::termpos at : first) {
        while (after != second.end() && *after <= at) {
            ++after;
        }
        if (after != second.end()) {
            least = std::min(least, *after - at);
        }
        if (after != second.begin()) {
            least = std::min(least, at - *std::prev(after) + 1);
        }
    }
    return least;
}

double nearness_of(Xapian::termpos gap) {
    for (const ranking::Nearness& near : ranking::nearness) {
        if (gap <= near.gap) {
            return near.counts;
        }
    }
    return 0;
}

}  // namespace

WordPairs::WordPairs(const std::vector<QuestionTerm>& topic) {
    for (std::size_t i = 1; i < topic.size(); ++i) {
        weights_.push_back(topic[i - 1].word.idf + topic[i].word.idf);
        total_ += weights_.back();
    }
}

double WordPairs::closeness(std::span<const Positions> places) const {
    double sum = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        if (!places[i].empty() && !places[i + 1].empty()) {
            sum += weights_[i] * nearness_of(least_gap(places[i], places[i + 1]));
        }
    }
    return total_ > 0 ? sum / total_ : 0;
}

}  // namespace recovery
