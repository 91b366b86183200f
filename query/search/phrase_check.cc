// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_check.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/normalise.h"
#include "indexer/base/tokenise.h"
#include "indexer/schema/stored_section.h"

namespace recovery {

bool holds_phrase(std::string_view normalised, const Phrase& phrase) {
    const std::vector<Token> tokens = tokenise(normalised);
    const auto same = [&](const Token& token, const std::string& word) {
        return token.in(normalised) == word;
    };
    return std::search(tokens.begin(),
                       tokens.end(),
                       phrase.words.begin(),
                       phrase.words.end(),
                       same) != tokens.end();
}

bool PhraseCheck::operator()(const Xapian::Document& document) const {
    if (++checked_ > max_checked) {
        return true;
    }
    const StoredSection section = decode_section(document.get_data());
    std::string credentials;
    for (const std::string& credential : section.credentials) {
        credentials += credential + ", ";
    }
    std::array texts{normalise(section.title).text,
                     normalise(section.heading).text,
                     normalise(section.text).text,
                     normalise(credentials).text,
                     normalise(section.role).text,
                     normalise(section.location).text,
                     normalise(section.description).text};
    return std::all_of(phrases_.begin(), phrases_.end(), [&](const Phrase& phrase) {
        return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
            return holds_phrase(text, phrase);
        });
    });
}

}  // namespace recovery
