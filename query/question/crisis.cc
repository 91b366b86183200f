// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/crisis.h"

#include <algorithm>
#include <utility>

#include "indexer/base/error.h"
#include "indexer/base/utf8.h"
#include "indexer/lexicon/built_in.h"
#include "indexer/lexicon/crisis_codec.h"
#include "indexer/lexicon/crisis_features.h"
#include "indexer/lexicon/crisis_model.h"
#include "indexer/lexicon/crisis_spelling.h"
#include "query/question/crisis_match.h"
#include "query/question/crisis_words.h"

namespace recovery {

namespace {

/// The first and the last half of a long text.
std::string bounded(std::string_view text) {
    if (text.size() <= max_crisis_bytes) {
        return std::string(text);
    }
    constexpr std::size_t half = max_crisis_bytes / 2;
    std::string out(truncate_utf8(text, half));
    out += '\n';
    out += text.substr(text.size() - half);
    return out;
}

// A rule may be mistaken below this probability of danger: a harmless word, or a name,
// was read as a misspelled one.
constexpr float least_plausible = 0.05F;

/// A card to show.
struct Finding {
    CrisisLevel level = CrisisLevel::support;
    CardLanguage language = CardLanguage::english;
    std::uint16_t card = 0;
};

}  // namespace

struct CrisisRecogniser::State {
    explicit State(CrisisRules given)
        : rules(std::move(given)),
          any_always(std::any_of(
              rules.rules.begin(),
              rules.rules.end(),
              [](const CrisisRule& rule) { return !rule.only_if_plausible; })),
          words(rules.words),
          features(rules),
          phrases(rules.classes, rules.words.size()) {}

    [[nodiscard]] CrisisText::Mask hidden_words(const CrisisText& text) const {
        CrisisText::Mask hidden = text.no_mask();
        for (const CrisisPattern& idiom : rules.idioms) {
            text.cover(idiom, text.no_mask(), hidden);
        }
        const bool cued = std::any_of(
            rules.cues.begin(), rules.cues.end(), [&](const CrisisPattern& cue) {
                return text.holds(cue, hidden);
            });
        if (!cued) {
            const CrisisText::Mask seen = hidden;
            for (const CrisisPattern& trap : rules.traps) {
                text.cover(trap, seen, hidden);
            }
        }
        return hidden;
    }

    [[nodiscard]] static bool holds(const CrisisRule& rule,
                                    const CrisisText& text,
                                    const CrisisText::Mask& hidden) {
        CrisisText::Mask excepted;
        for (const CrisisPattern& pattern : rule.any) {
            if (!text.holds(pattern, hidden)) {
                continue;
            }
            if (rule.unless.empty()) {
                return true;
            }
            if (excepted.empty()) {
                excepted = hidden;
                for (const CrisisPattern& exception : rule.unless) {
                    text.cover(exception, hidden, excepted);
                }
            }
            if (text.holds(pattern, excepted)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] const CrisisRule* strongest(const CrisisText& text,
                                              bool plausible) const {
        const CrisisText::Mask hidden = hidden_words(text);
        const CrisisRule* best = nullptr;
        for (const CrisisRule& rule : rules.rules) {
            const bool better = best == nullptr || rule.level > best->level ||
                                (rule.level == best->level && rule.card < best->card);
            if (better && (plausible || !rule.only_if_plausible) &&
                holds(rule, text, hidden)) {
                best = &rule;
            }
        }
        return best;
    }

    [[nodiscard]] std::optional<Finding> find(std::string_view normalised) const {
        std::optional<Finding> found;
        const CrisisJudgement judged = judge_crisis(rules, features.read(normalised));
        const bool plausible = rules.model.empty() || judged.danger >= least_plausible;
        if (plausible || any_always) {
            const CrisisText text(words.read(normalised), phrases);
            if (const CrisisRule* const rule = strongest(text, plausible)) {
                found = Finding{rule->level, rule->language, rule->card};
            }
        }
        const CrisisOutcome& outcome = judged.outcome;
        // At one level the model, which weighs the whole text, knows the card better.
        if (!outcome.nothing && (!found || outcome.level >= found->level)) {
            found = Finding{outcome.level, judged.language, outcome.card};
        }
        return found;
    }

    [[nodiscard]] Crisis show(const Finding& finding) const {
        const CrisisCard& card = rules.cards[finding.card];
        const auto language = static_cast<std::size_t>(finding.language);
        Crisis crisis;
        crisis.level = finding.level;
        crisis.language = finding.language;
        crisis.family = card.family;
        crisis.title = finding.level == CrisisLevel::amber ? card.amber_title[language]
                                                           : card.title[language];
        crisis.steps = card.steps[language];
        for (const std::uint16_t number : card.contacts[language]) {
            const CrisisContact& contact = rules.contacts[number];
            crisis.contacts.push_back(
                {contact.label[language], contact.tel, contact.sms, contact.url});
        }
        return crisis;
    }

    CrisisRules rules;
    bool any_always = false;  // some rule holds whatever the model thinks
    CrisisWords words;
    CrisisFeatures features;
    CrisisPhrases phrases;
};

CrisisRecogniser::CrisisRecogniser(CrisisRules rules) {
    check_crisis_rules(rules);
    state_ = std::make_unique<const State>(std::move(rules));
}

CrisisRecogniser::~CrisisRecogniser() = default;
CrisisRecogniser::CrisisRecogniser(CrisisRecogniser&&) noexcept = default;
CrisisRecogniser& CrisisRecogniser::operator=(CrisisRecogniser&&) noexcept = default;

std::optional<Crisis> CrisisRecogniser::recognise(std::string_view text) const {
    const auto found = state_->find(normalise_crisis_text(bounded(text)));
    return found ? std::optional(state_->show(*found)) : std::nullopt;
}

std::optional<Crisis> stronger(std::optional<Crisis> first,
                               std::optional<Crisis> second) {
    const bool second_wins = second && (!first || second->level > first->level);
    return second_wins ? std::move(second) : std::move(first);
}

std::optional<Crisis> recognise_crisis(std::string_view text) {
    static const CrisisRecogniser built_in(decode_crisis_rules(built_in_crisis_rules()));
    return built_in.recognise(text);
}

}  // namespace recovery
