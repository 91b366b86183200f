// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_vocabulary.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/normalise.h"
#include "indexer/base/tokenise.h"
#include "indexer/lexicon/word_forms.h"

namespace recovery {

namespace {

constexpr std::size_t min_fuzzy_bytes = 3;
// A drug's short street name is too near to too many other words.
constexpr std::size_t min_fuzzy_drug_bytes = 6;
constexpr std::size_t max_number = std::numeric_limits<std::uint16_t>::max();

std::uint16_t checked_number(std::size_t number) {
    if (number > max_number) {
        throw Error{ErrorCode::usage,
                    fmt::format("more than {} words or classes", max_number)};
    }
    return static_cast<std::uint16_t>(number);
}

}  // namespace

std::uint16_t CrisisVocabulary::word(std::string_view text) {
    const auto [known, fresh] =
        word_numbers_.try_emplace(std::string(text), checked_number(words_.size()));
    if (fresh) {
        words_.push_back({std::string(text), false});
    }
    return known->second;
}

CrisisPhrase CrisisVocabulary::phrase(std::string_view text, bool fuzzy) {
    CrisisPhrase phrase;
    const std::string normalised = normalise(text).text;
    for (const Token& token : tokenise(normalised)) {
        const std::uint16_t number = word(token.in(normalised));
        CrisisWord& known = words_[number];
        known.fuzzy = known.fuzzy || (fuzzy && known.text.size() >= min_fuzzy_bytes);
        phrase.push_back(number);
    }
    if (phrase.empty()) {
        throw Error{ErrorCode::usage, fmt::format("\"{}\" holds no word", text)};
    }
    return phrase;
}

std::uint16_t CrisisVocabulary::push_class(std::string name, CrisisClass added) {
    std::vector<CrisisPhrase>& phrases = added.phrases;
    std::sort(phrases.begin(), phrases.end());
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
    const std::uint16_t number = checked_number(classes_.size());
    if (!class_numbers_.try_emplace(std::move(name), number).second) {
        throw Error{ErrorCode::usage, "this class is there twice"};
    }
    classes_.push_back(std::move(added));
    return number;
}

std::uint16_t CrisisVocabulary::add_class(std::string_view name,
                                          const std::vector<std::string>& entries) {
    std::vector<CrisisPhrase> phrases;
    for (std::string_view entry : entries) {
        const bool exact = entry.starts_with('=');
        entry.remove_prefix(exact ? 1 : 0);
        if (entry.starts_with('<')) {
            const std::vector<CrisisPhrase> other =
                classes_[element_class(entry)].phrases;
            phrases.insert(phrases.end(), other.begin(), other.end());
            continue;
        }
        for (const std::string& form : expand_word_forms(entry)) {
            phrases.push_back(phrase(form, !exact));
        }
    }
    return push_class(fmt::format("<{}>", name), {std::move(phrases), false});
}

std::uint16_t CrisisVocabulary::add_drugs(std::string_view name,
                                          const std::vector<std::string>& entries) {
    std::vector<CrisisPhrase> phrases;
    for (const std::string& entry : entries) {
        for (const std::string& form : expand_word_forms(entry)) {
            const bool fuzzy = form.size() >= min_fuzzy_drug_bytes &&
                               form.find(' ') == std::string::npos;
            phrases.push_back(phrase(form, fuzzy));
        }
    }
    return push_class(fmt::format("<{}>", name), {std::move(phrases), true});
}

std::uint16_t CrisisVocabulary::element_class(std::string_view element) {
    if (const auto known = class_numbers_.find(std::string(element));
        known != class_numbers_.end()) {
        return known->second;
    }
    if (element.starts_with('<') && element.find('|') == std::string_view::npos) {
        throw Error{ErrorCode::usage, fmt::format("there is no class {}", element)};
    }
    std::vector<CrisisPhrase> phrases;
    for (std::string_view rest = element; !rest.empty();) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        const std::string_view part = rest.substr(0, end);
        if (part.starts_with('<')) {
            const std::vector<CrisisPhrase> other = classes_[element_class(part)].phrases;
            phrases.insert(phrases.end(), other.begin(), other.end());
        } else {
            for (const std::string& form : expand_word_forms(part)) {
                phrases.push_back(phrase(form, true));
            }
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return push_class(std::string(element), {std::move(phrases), false});
}

}  // namespace recovery
