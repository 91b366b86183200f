// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/title_match.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "query/search/ranking.h"

namespace recovery {

namespace {

using Word = WordStatistics::Word;

void keep_distinct(StemSet& words) {
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
        return a.stem < b.stem;
    });
    const auto end =
        std::unique(words.begin(), words.end(), [](const Word& a, const Word& b) {
            return a.stem == b.stem;
        });
    words.erase(end, words.end());
}

double norm(const StemSet& words) {
    double sum = 0;
    for (const Word& word : words) {
        sum += word.idf * word.idf;
    }
    return std::sqrt(sum);
}

std::string joined(const std::vector<QuestionTerm>& terms) {
    std::string words;
    for (const QuestionTerm& term : terms) {
        words += words.empty() ? "" : " ";
        words += term.text;
    }
    return words;
}

}  // namespace

double cosine(const StemSet& a, const StemSet& b) {
    double sum = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (x->stem < y->stem) {
            ++x;
        } else if (y->stem < x->stem) {
            ++y;
        } else {
            sum += x->idf * x->idf;
            ++x;
            ++y;
        }
    }
    return sum > 0 ? sum / (norm(a) * norm(b)) : 0;
}

TitleMatch::TitleMatch(const std::vector<QuestionTerm>& terms,
                       const std::vector<QuestionTerm>& topic,
                       Stemmer& stemmer,
                       WordStatistics& statistics)
    : stemmer_(stemmer),
      statistics_(statistics),
      terms_(terms),
      question_trigrams_(joined(terms)),
      found_(terms.size()),
      places_(topic.size()),
      place_views_(topic.size()) {
    std::size_t topics = 0;
    double sum = 0;
    for (const QuestionTerm& term : terms) {
        topic_of_term_.push_back(term.is_topic ? topics++ : no_topic);
        sum += term.word.idf * term.word.idf;
    }
    norm_ = std::sqrt(sum);
}

void TitleMatch::look_at(const RankingText& text) {
    stems_.clear();
    std::fill(found_.begin(), found_.end(), 0.0);
    for (auto& places : places_) {
        places.clear();
    }
    position_ = 0;
    add_words(text.title);
    add_words(text.heading);
    keep_distinct(stems_);
    compute_cosine();
    trigram_dice_ = question_trigrams_.dice(text.title, text.heading);
    if (!text.heading.empty()) {
        trigram_dice_ = std::max(trigram_dice_, question_trigrams_.dice(text.heading));
    }
}

double TitleMatch::closeness(const WordPairs& pairs) {
    std::copy(places_.begin(), places_.end(), place_views_.begin());
    return pairs.closeness(place_views_);
}

void TitleMatch::add_words(std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const std::string_view text = words.substr(0, end);
        const Word word = statistics_.look_up(text, stemmer_);
        stems_.push_back(word);
        ++position_;
        const Likeness& likeness = likeness_of(text, word.stem);
        if (likeness.kind == Likeness::Kind::equal) {
            found_[likeness.term] = word.idf * word.idf;
            if (topic_of_term_[likeness.term] != no_topic) {
                places_[topic_of_term_[likeness.term]].push_back(position_);
            }
        } else if (likeness.kind == Likeness::Kind::alike) {
            double& found = found_[likeness.term];
            const double own = terms_[likeness.term].word.idf;
            found = std::max(found, double{likeness.likeness} * own * word.idf);
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

void TitleMatch::compute_cosine() {
    double sum = 0;
    for (const double found : found_) {
        sum += found;
    }
    soft_cosine_ = sum > 0 ? std::min(1.0, sum / (norm_ * norm(stems_))) : 0;
}

const TitleMatch::Likeness& TitleMatch::likeness_of(std::string_view word,
                                                    std::uint32_t stem) {
    if (stem >= likeness_.size()) {
        likeness_.resize(std::max<std::size_t>(stem + 1, statistics_.stem_count()));
    }
    Likeness& known = likeness_[stem];
    if (known.kind == Likeness::Kind::unknown) {
        known = compare(word, stem);
    }
    return known;
}

TitleMatch::Likeness TitleMatch::compare(std::string_view word, std::uint32_t stem) {
    Likeness best{Likeness::Kind::none};
    const bool is_long = word.size() >= ranking::alike_min_bytes;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const QuestionTerm& term = terms_[i];
        if (term.word.stem == stem) {
            return {Likeness::Kind::equal, static_cast<std::uint32_t>(i), 1};
        }
        if (!is_long || term.text.size() < ranking::alike_min_bytes ||
            term.text.front() != word.front()) {
            continue;
        }
        const auto likeness = static_cast<float>(word_dice(word, term.text));
        if (likeness >= ranking::alike_min_dice && likeness > best.likeness) {
            best = {Likeness::Kind::alike, static_cast<std::uint32_t>(i), likeness};
        }
    }
    return best;
}

}  // namespace recovery
