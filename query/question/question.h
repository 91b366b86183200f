// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace recovery {

/// A word of a question, normalised, and how often it was typed.
struct QuestionWord {
    std::string text;
    unsigned count = 1;

    bool operator==(const QuestionWord&) const = default;
};

/// Words in quotes, normalised, in order. Found only where they stand like this,
/// unstemmed.
struct Phrase {
    std::vector<std::string> words;

    bool operator==(const Phrase&) const = default;
};

/// What somebody asked, understood as far as that goes without an index.
///
/// `words` holds every distinct word that counts for ranking, in the order of the
/// question, those of phrases and of `title_words` among them. `phrases` and
/// `title_words` are required besides, `excluded*` forbidden. `compounds` are the
/// hyphenated words of the question closed up
/// ("co-occurring" is "cooccurring"). `notes` tell the visitor, in plain words, what was
/// left out.
struct Question {
    std::vector<QuestionWord> words;
    std::vector<std::string> compounds;
    std::vector<Phrase> phrases;
    std::vector<std::string> title_words;
    std::vector<std::string> excluded_words;
    std::vector<Phrase> excluded_phrases;
    std::vector<std::string> notes;

    /// Whether there is nothing to rank by.
    [[nodiscard]] bool empty() const noexcept { return words.empty(); }
};

}  // namespace recovery
