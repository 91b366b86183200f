// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/word_statistics.h"

#include <cmath>

namespace recovery {

namespace {

constexpr std::size_t max_known_words = 100'000;

}  // namespace

void WordStatistics::begin(const Xapian::Database& database) {
    const Xapian::rev revision = database.get_revision();
    const std::string uuid = database.get_uuid();
    if (revision != revision_ || uuid != uuid_ || words_.size() > max_known_words) {
        words_.clear();
        stems_.clear();
        revision_ = revision;
        uuid_ = uuid;
    }
    database_ = database;
}

WordStatistics::Word WordStatistics::look_up(std::string_view word, Stemmer& stemmer) {
    if (const auto known = words_.find(word); known != words_.end()) {
        return known->second;
    }
    const std::string& stem = stemmer.stem(word);
    auto known = stems_.find(stem);
    if (known == stems_.end()) {
        const Word fresh{static_cast<std::uint32_t>(stems_.size()), idf(stem)};
        known = stems_.emplace(stem, fresh).first;
    }
    words_.emplace(word, known->second);
    return known->second;
}

double WordStatistics::idf(const std::string& stem) const {
    const double sections = database_.get_doccount();
    const double with_stem = database_.get_termfreq(stem);
    return std::log(1 + (sections - with_stem + 0.5) / (with_stem + 0.5));
}

}  // namespace recovery
