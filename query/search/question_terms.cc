// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/question_terms.h"

#include <algorithm>

namespace recovery {

std::vector<QuestionTerm> question_terms(const Question& question,
                                         Stemmer& stemmer,
                                         WordStatistics& statistics) {
    const bool any_topic =
        std::any_of(question.words.begin(), question.words.end(), [](const auto& word) {
            return !is_stop_word(word.text);
        });
    std::vector<QuestionTerm> terms;
    for (const QuestionWord& word : question.words) {
        const WordStatistics::Word known = statistics.look_up(word.text, stemmer);
        const bool repeated =
            std::any_of(terms.begin(), terms.end(), [&](const QuestionTerm& term) {
                return term.word.stem == known.stem;
            });
        if (!repeated) {
            terms.push_back({word.text,
                             stemmer.stem(word.text),
                             known,
                             !any_topic || !is_stop_word(word.text)});
        }
    }
    return terms;
}

}  // namespace recovery
