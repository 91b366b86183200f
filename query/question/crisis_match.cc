// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/crisis_match.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace recovery {

namespace {

// A pattern that has not been found after so many steps is taken as not there. Only texts
// made to be slow get that far.
constexpr std::size_t max_steps = 20'000;

}  // namespace

CrisisPhrases::CrisisPhrases(const std::vector<CrisisClass>& classes, std::size_t words)
    : by_word_(words), classes_(classes.size()) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        for (const CrisisPhrase& phrase : classes[i].phrases) {
            by_word_[phrase.front()].push_back(
                {&phrase, static_cast<std::uint16_t>(i), classes[i].ignorable});
        }
    }
}

CrisisText::CrisisText(std::vector<CrisisToken> tokens, const CrisisPhrases& phrases)
    : tokens_(std::move(tokens)), ignorable_(tokens_.size(), false) {
    stretches_.reserve(tokens_.size() * 4);
    // Names of drugs first: the other phrases may be interrupted by them.
    find_phrases(phrases, true);
    for (const Stretch& stretch : stretches_) {
        std::fill(
            ignorable_.begin() + stretch.begin, ignorable_.begin() + stretch.end, true);
    }
    find_phrases(phrases, false);
    count_words();
    sort_by_class(phrases.classes());
}

void CrisisText::find_phrases(const CrisisPhrases& phrases, bool ignorable) {
    const auto add_from = [&](std::uint16_t word, std::size_t begin, std::size_t end) {
        for (const CrisisPhrases::Entry& entry : phrases.starting_with(word)) {
            if (entry.ignorable == ignorable) {
                add_phrase(entry, begin, end);
            }
        }
    };
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        for (std::size_t r = 0; r < tokens_[i].reading_count; ++r) {
            add_from(tokens_[i].readings[r], i, i + 1);
        }
        if (tokens_[i].joined != CrisisToken::no_word) {
            add_from(tokens_[i].joined, i, i + 2);
        }
    }
}

void CrisisText::add_phrase(const CrisisPhrases::Entry& entry,
                            std::size_t begin,
                            std::size_t end) {
    for (std::size_t k = 1; k < entry.phrase->size(); ++k) {
        const std::uint16_t word = (*entry.phrase)[k];
        while (end < tokens_.size() && ignorable_[end] && !tokens_[end].reads_as(word)) {
            ++end;
        }
        if (end < tokens_.size() && tokens_[end].reads_as(word)) {
            ++end;
        } else if (end + 1 < tokens_.size() && tokens_[end].joined == word) {
            end += 2;
        } else {
            return;
        }
    }
    stretches_.push_back({entry.word_class,
                          static_cast<std::uint16_t>(begin),
                          static_cast<std::uint16_t>(end)});
}

void CrisisText::count_words() {
    distance_.reserve(tokens_.size() + 1);
    counted_.reserve(tokens_.size() + 1);
    std::uint16_t distance = 0;
    std::uint16_t words = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        distance =
            static_cast<std::uint16_t>(distance + (tokens_[i].sentence_start ? 1 : 0));
        distance_.push_back(distance);
        counted_.push_back(words);
        const std::uint16_t counts = ignorable_[i] ? 0 : 1;
        distance = static_cast<std::uint16_t>(distance + counts);
        words = static_cast<std::uint16_t>(words + counts);
    }
    distance_.push_back(distance);
    counted_.push_back(words);
}

void CrisisText::sort_by_class(std::size_t classes) {
    std::sort(
        stretches_.begin(), stretches_.end(), [](const Stretch& a, const Stretch& b) {
            return std::tie(a.word_class, a.begin, a.end) <
                   std::tie(b.word_class, b.begin, b.end);
        });
    class_begins_.assign(classes + 1, 0);
    for (const Stretch& stretch : stretches_) {
        ++class_begins_[stretch.word_class + 1U];
    }
    for (std::size_t i = 1; i < class_begins_.size(); ++i) {
        class_begins_[i] += class_begins_[i - 1];
    }
}

bool CrisisText::may_hold(const CrisisPattern& pattern) const {
    return std::all_of(
        pattern.elements.begin(), pattern.elements.end(), [&](const auto& element) {
            return class_begins_[element.word_class] <
                   class_begins_[element.word_class + 1U];
        });
}

bool CrisisText::fits_ends(const CrisisPattern& pattern,
                           std::size_t begin,
                           std::size_t end) const {
    return (!pattern.at_start || counted_[begin] == 0) &&
           (!pattern.at_end || counted_[end] == counted_.back());
}

/// One pattern being looked for: depth first, element by element.
class CrisisText::Search {
  public:
    Search(const CrisisText& text, const CrisisPattern& pattern, const Mask& hidden)
        : text_(text), pattern_(pattern), hidden_(hidden) {}

    /// Looks for a match whose first element is the stretch `first`.
    bool from(const Stretch& first) {
        if (is_hidden(first)) {
            return false;
        }
        chosen_.assign(1, &first);
        return pattern_.ordered ? ordered() : unordered();
    }

    [[nodiscard]] const std::vector<const Stretch*>& chosen() const { return chosen_; }

  private:
    [[nodiscard]] bool is_hidden(const Stretch& stretch) const {
        return std::find(hidden_.begin() + stretch.begin,
                         hidden_.begin() + stretch.end,
                         true) != hidden_.begin() + stretch.end;
    }

    // Word distance from the end of one stretch to the beginning of a later one.
    [[nodiscard]] std::size_t gap(const Stretch& a, const Stretch& b) const {
        const std::size_t from = text_.distance_[a.end];
        const std::size_t to = text_.distance_[b.begin];
        return to > from ? to - from : 0;
    }

    [[nodiscard]] auto stretches_of(std::uint16_t word_class) const {
        const auto begin = text_.stretches_.begin();
        return std::pair{begin + text_.class_begins_[word_class],
                         begin + text_.class_begins_[word_class + 1U]};
    }

    bool ordered() {
        if (chosen_.size() == pattern_.elements.size()) {
            return text_.fits_ends(pattern_, chosen_.front()->begin, chosen_.back()->end);
        }
        const CrisisPattern::Element& element = pattern_.elements[chosen_.size()];
        const Stretch& last = *chosen_.back();
        const auto [begin, end] = stretches_of(element.word_class);
        auto next = std::lower_bound(
            begin, end, last.end, [](const Stretch& stretch, std::uint16_t at) {
                return stretch.begin < at;
            });
        for (; next != end && gap(last, *next) <= element.gap; ++next) {
            if (++steps_ > max_steps) {
                return false;
            }
            if (!is_hidden(*next)) {
                chosen_.push_back(&*next);
                if (ordered()) {
                    return true;
                }
                chosen_.pop_back();
            }
        }
        return false;
    }

    [[nodiscard]] bool overlaps_chosen(const Stretch& stretch) const {
        return std::any_of(chosen_.begin(), chosen_.end(), [&](const Stretch* other) {
            return stretch.begin < other->end && other->begin < stretch.end;
        });
    }

    bool unordered() {
        if (chosen_.size() == pattern_.elements.size()) {
            return true;
        }
        const Stretch& first = *chosen_.front();
        const auto [begin, end] =
            stretches_of(pattern_.elements[chosen_.size()].word_class);
        const std::size_t window = pattern_.window;
        auto next = std::partition_point(begin, end, [&](const Stretch& stretch) {
            return stretch.end <= first.begin && gap(stretch, first) > window;
        });
        for (; next != end && gap(first, *next) <= window; ++next) {
            if (++steps_ > max_steps) {
                return false;
            }
            if (!is_hidden(*next) && !overlaps_chosen(*next)) {
                chosen_.push_back(&*next);
                if (unordered()) {
                    return true;
                }
                chosen_.pop_back();
            }
        }
        return false;
    }

    const CrisisText& text_;
    const CrisisPattern& pattern_;
    const Mask& hidden_;
    std::vector<const Stretch*> chosen_;
    std::size_t steps_ = 0;
};

bool CrisisText::holds(const CrisisPattern& pattern, const Mask& hidden) const {
    if (!may_hold(pattern)) {
        return false;
    }
    Search search(*this, pattern, hidden);
    const std::uint16_t first = pattern.elements.front().word_class;
    for (std::size_t i = class_begins_[first]; i < class_begins_[first + 1U]; ++i) {
        if (search.from(stretches_[i])) {
            return true;
        }
    }
    return false;
}

bool CrisisText::cover(const CrisisPattern& pattern,
                       const Mask& hidden,
                       Mask& mask) const {
    if (!may_hold(pattern)) {
        return false;
    }
    bool found = false;
    Search search(*this, pattern, hidden);
    const std::uint16_t first = pattern.elements.front().word_class;
    for (std::size_t i = class_begins_[first]; i < class_begins_[first + 1U]; ++i) {
        if (search.from(stretches_[i])) {
            found = true;
            for (const Stretch* stretch : search.chosen()) {
                std::fill(
                    mask.begin() + stretch->begin, mask.begin() + stretch->end, true);
            }
        }
    }
    return found;
}

}  // namespace recovery
