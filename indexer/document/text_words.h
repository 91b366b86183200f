// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace recovery {

/// The words of a text as views into it: runs of letters and digits, with the apostrophes
/// inside them. "Treatment-resistant, isn’t it?" has four.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// How many words `words_of` would find.
[[nodiscard]] std::size_t count_words(std::string_view text);

/// A word or line in lower case and without punctuation, to compare by.
[[nodiscard]] std::string folded(std::string_view text);

/// Articles, prepositions, auxiliaries, pronouns and question words: a small closed class
/// that Title Case may leave in lower case and that no person's name contains. `word` is
/// folded.
[[nodiscard]] bool is_function_word(std::string_view word);

[[nodiscard]] bool starts_with_capital(std::string_view word);

/// Whether no letter of `word` is a capital and the first character is a letter.
[[nodiscard]] bool is_lower_word(std::string_view word);

/// The words a page writes in lower case somewhere ("common" words, as opposed to names),
/// and those that its running text uses in whatever case.
///
/// A plural counts for its singular and the other way round: a page that says "groups"
/// knows "group".
class PageWords {
  public:
    /// Adds the words of one block; `running` when it is a sentence, not a heading.
    void add(std::string_view text, bool running);

    [[nodiscard]] bool is_common(std::string_view word) const;
    [[nodiscard]] bool is_in_running_text(std::string_view word) const;

  private:
    std::unordered_set<std::string> lower_;
    std::unordered_set<std::string> running_;
};

}  // namespace recovery
