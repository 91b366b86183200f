// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/standing_calls.h"

#include <array>
#include <string_view>

#include "indexer/lexicon/built_in.h"
#include "indexer/lexicon/crisis_codec.h"

namespace recovery {

namespace {

using Calls = std::array<std::vector<CrisisCall>, card_languages>;

Calls read_calls() {
    constexpr std::array<std::string_view, 3> ids{"emergency", "lifeline", "samhsa"};
    const CrisisRules rules = decode_crisis_rules(built_in_crisis_rules());
    Calls calls;
    for (const std::string_view id : ids) {
        for (const CrisisContact& contact : rules.contacts) {
            for (std::size_t i = 0; contact.id == id && i < card_languages; ++i) {
                calls.at(i).push_back(
                    {contact.label.at(i), contact.tel, contact.sms, contact.url});
            }
        }
    }
    return calls;
}

}  // namespace

const std::vector<CrisisCall>& standing_calls(CardLanguage language) {
    static const Calls calls = read_calls();
    return calls.at(static_cast<std::size_t>(language));
}

}  // namespace recovery
