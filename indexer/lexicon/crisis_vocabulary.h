// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/lexicon/crisis_rules.h"

namespace recovery {

/// Numbers the words and classes of a set of rules while it is being read.
class CrisisVocabulary {
  public:
    /// Adds a class. Each entry is a word or phrase, its forms in brackets
    /// (`expand_word_forms`); "=" before it says that no misspelling counts. Throws
    /// Error{usage} for an entry without a word.
    std::uint16_t add_class(std::string_view name,
                            const std::vector<std::string>& entries);

    /// Adds names of drugs. They may stand anywhere in a pattern.
    std::uint16_t add_drugs(std::string_view name,
                            const std::vector<std::string>& entries);

    /// The class of "<name>", or of "word|word", made when it is new. Throws Error{usage}
    /// for an unknown name.
    std::uint16_t element_class(std::string_view element);

    [[nodiscard]] std::vector<CrisisWord> take_words() { return std::move(words_); }
    [[nodiscard]] std::vector<CrisisClass> take_classes() { return std::move(classes_); }

  private:
    std::uint16_t word(std::string_view text);
    CrisisPhrase phrase(std::string_view text, bool fuzzy);
    std::uint16_t push_class(std::string name, CrisisClass added);

    std::vector<CrisisWord> words_;
    std::vector<CrisisClass> classes_;
    std::unordered_map<std::string, std::uint16_t> word_numbers_;
    std::unordered_map<std::string, std::uint16_t> class_numbers_;
};

}  // namespace recovery
