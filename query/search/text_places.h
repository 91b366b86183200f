// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xapian.h>

#include "query/search/question_terms.h"
#include "query/search/word_pairs.h"

namespace recovery {

/// A section whose own text begins at position `body` of the stream.
struct TextStart {
    Xapian::docid docid = 0;
    Xapian::termpos body = 0;
};

/// Where the topic words of a question stand in the texts of some sections, at most
/// `ranking::max_positions` places each.
///
/// One walk along each word's postings, in ascending order of documents: several times
/// cheaper than asking for one list of positions after the other.
class TextPlaces {
  public:
    /// `sections` ascend by docid. May throw whatever Xapian throws.
    TextPlaces(const Xapian::Database& database,
               const std::vector<QuestionTerm>& topic,
               std::span<const TextStart> sections);

    /// Of section `number`, one list for each topic word; good until the next call.
    [[nodiscard]] std::span<const Positions> of(std::size_t number);

  private:
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void read_word(const Xapian::Database& database,
                   const QuestionTerm& word,
                   std::size_t number,
                   std::span<const TextStart> sections);
    Range read_list(Xapian::PostingIterator& posting, Xapian::termpos body);

    std::size_t words_;
    std::vector<Xapian::termpos> positions_;
    std::vector<Range> ranges_;  // words_ for each section
    std::vector<Positions> views_;
};

}  // namespace recovery
