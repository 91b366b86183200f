// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/text_places.h"

#include "query/search/ranking.h"

namespace recovery {

TextPlaces::TextPlaces(const Xapian::Database& database,
                       const std::vector<QuestionTerm>& topic,
                       std::span<const TextStart> sections)
    : words_(topic.size()), ranges_(topic.size() * sections.size()), views_(words_) {
    for (std::size_t i = 0; i < topic.size(); ++i) {
        read_word(database, topic[i], i, sections);
    }
}

void TextPlaces::read_word(const Xapian::Database& database,
                           const QuestionTerm& word,
                           std::size_t number,
                           std::span<const TextStart> sections) {
    auto posting = database.postlist_begin(word.stem);
    const auto end = database.postlist_end(word.stem);
    for (std::size_t i = 0; i < sections.size() && posting != end; ++i) {
        posting.skip_to(sections[i].docid);
        if (posting != end && *posting == sections[i].docid) {
            ranges_[i * words_ + number] = read_list(posting, sections[i].body);
        }
    }
}

TextPlaces::Range TextPlaces::read_list(Xapian::PostingIterator& posting,
                                        Xapian::termpos body) {
    const std::size_t begin = positions_.size();
    auto it = posting.positionlist_begin();
    const auto end = posting.positionlist_end();
    if (it != end) {
        it.skip_to(body);
    }
    for (; it != end && positions_.size() < begin + ranking::max_positions; ++it) {
        positions_.push_back(*it);
    }
    return {begin, positions_.size()};
}

std::span<const Positions> TextPlaces::of(std::size_t number) {
    for (std::size_t i = 0; i < words_; ++i) {
        const Range range = ranges_[number * words_ + i];
        views_[i] = Positions(positions_).subspan(range.begin, range.end - range.begin);
    }
    return views_;
}

}  // namespace recovery
