// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace recovery {

namespace {

// So probable must a danger be to be shown. A long text has many windows, each of which
// may be mistaken.
constexpr float min_danger = 0.5F;
constexpr float min_danger_in_many = 0.7F;
// So large must the red share of it be for the card to be red: misses cost more than
// false alarms.
constexpr float min_red_share = 0.4F;

// How probable each outcome is for one window of a text; they add up to 1.
struct CrisisOdds {
    std::array<float, crisis_outputs> outcome{};
    float spanish = 0;
    float red = 0;    // sum over red outcomes
    float amber = 0;  // sum over amber outcomes
};

using Sums = std::array<float, crisis_outputs>;

void add_feature(const CrisisModel& model,
                 std::uint32_t feature,
                 std::array<std::int32_t, crisis_outputs>& sums) {
    const std::size_t bucket = feature % crisis_buckets;
    if (model.marks[bucket] != feature >> 16U) {
        return;
    }
    const std::int8_t* const row = model.weights.data() + bucket * crisis_outputs;
    for (std::size_t i = 0; i < crisis_outputs; ++i) {
        sums[i] += row[i];
    }
}

void add_kind(const CrisisModel& model,
              const std::vector<std::uint32_t>& kind,
              float value,
              Sums& sums) {
    std::array<std::int32_t, crisis_outputs> whole{};
    for (const std::uint32_t feature : kind) {
        add_feature(model, feature, whole);
    }
    for (std::size_t i = 0; i < crisis_outputs; ++i) {
        sums[i] += model.scale * value * static_cast<float>(whole[i]);
    }
}

Sums window_sums(const CrisisModel& model, const CrisisWindow& window) {
    Sums sums = model.bias;
    for (const auto* const kind : {&window.runs, &window.words, &window.pairs}) {
        add_kind(model, *kind, CrisisWindow::value(*kind), sums);
    }
    return sums;
}

Sums with_drug(const CrisisModel& model, Sums sums, std::uint16_t drug) {
    add_kind(
        model, {CrisisFeatures::drug_feature(drug)}, CrisisFeatures::drug_value, sums);
    return sums;
}

CrisisOdds odds(const CrisisModel& model, const Sums& sums) {
    CrisisOdds odds;
    float highest = sums[0];
    for (std::size_t i = 1; i < model.outcomes.size(); ++i) {
        highest = std::max(highest, sums[i]);
    }
    float total = 0;
    for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
        odds.outcome[i] = std::exp(sums[i] - highest);
        total += odds.outcome[i];
    }
    for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
        odds.outcome[i] /= total;
        const CrisisOutcome& outcome = model.outcomes[i];
        if (!outcome.nothing) {
            odds.red += outcome.level == CrisisLevel::red ? odds.outcome[i] : 0;
            odds.amber += outcome.level == CrisisLevel::amber ? odds.outcome[i] : 0;
        }
    }
    odds.spanish = 1 / (1 + std::exp(-sums[crisis_outputs - 1]));
    return odds;
}

// The card to show: of those whose first contact is the likeliest one, the likeliest.
// Which number stands first matters more than which card it is.
std::uint16_t likeliest_card(const CrisisRules& rules,
                             const CrisisOdds& odds,
                             bool danger) {
    std::vector<float> by_contact(rules.contacts.size(), 0);
    std::vector<float> by_card(rules.cards.size(), 0);
    for (std::size_t i = 0; i < rules.model.outcomes.size(); ++i) {
        const CrisisOutcome& outcome = rules.model.outcomes[i];
        if (!outcome.nothing && (outcome.level != CrisisLevel::support) == danger) {
            by_card[outcome.card] += odds.outcome[i];
            by_contact[rules.cards[outcome.card].contacts[0].front()] += odds.outcome[i];
        }
    }
    const auto weight = [&](std::size_t card) {
        return std::pair{by_contact[rules.cards[card].contacts[0].front()],
                         by_card[card]};
    };
    std::size_t best = 0;
    for (std::size_t card = 1; card < rules.cards.size(); ++card) {
        best = by_card[card] > 0 && weight(card) > weight(best) ? card : best;
    }
    return static_cast<std::uint16_t>(best);
}

// Looks at one window after the other and keeps the gravest finding.
class Judge {
  public:
    Judge(const CrisisRules& rules, float least) : rules_(rules), min_danger_(least) {}

    void look_at(const CrisisOdds& odds) {
        const float danger = odds.red + odds.amber;
        judgement_.danger = std::max(judgement_.danger, danger);
        if (danger >= min_danger_) {
            const bool red = odds.red >= min_red_share * danger;
            keep(odds, red ? CrisisLevel::red : CrisisLevel::amber, danger);
        } else if (const float support = 1 - danger - odds.outcome[0];
                   support > odds.outcome[0]) {
            keep(odds, CrisisLevel::support, support);
        }
    }

    [[nodiscard]] const CrisisJudgement& judgement() const { return judgement_; }

  private:
    void keep(const CrisisOdds& odds, CrisisLevel level, float probability) {
        const CrisisOutcome& kept = judgement_.outcome;
        const bool graver = kept.nothing || level > kept.level;
        if (graver || (level == kept.level && probability > probability_)) {
            judgement_.outcome = {
                false, level, likeliest_card(rules_, odds, level > CrisisLevel::support)};
            judgement_.language =
                odds.spanish > 0.5F ? CardLanguage::spanish : CardLanguage::english;
            probability_ = probability;
        }
    }

    const CrisisRules& rules_;
    float min_danger_;
    CrisisJudgement judgement_;
    float probability_ = 0;
};

}  // namespace

CrisisJudgement judge_crisis(const CrisisRules& rules, const CrisisFeatureText& text) {
    const CrisisModel& model = rules.model;
    if (model.empty()) {
        return {};
    }
    Judge judge(rules, text.windows.size() > 1 ? min_danger_in_many : min_danger);
    for (const CrisisWindow& window : text.windows) {
        const Sums plain = window_sums(model, window);
        judge.look_at(odds(model, plain));
        for (std::size_t i = 0; i < text.drugs.size(); ++i) {
            const Sums one = with_drug(model, plain, text.drugs[i]);
            judge.look_at(odds(model, one));
            for (std::size_t k = i + 1; k < text.drugs.size(); ++k) {
                judge.look_at(odds(model, with_drug(model, one, text.drugs[k])));
            }
        }
    }
    return judge.judgement();
}

}  // namespace recovery
