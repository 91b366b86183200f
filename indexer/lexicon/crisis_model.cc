// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_model.h"

#include <algorithm>
#include <cmath>

namespace recovery {

namespace {

// Misses cost more than false alarms: so probable must a danger be, and so large its red
// share, to be shown.
constexpr float min_danger = 0.5F;
constexpr float min_red_share = 0.4F;

using Sums = std::array<std::int32_t, crisis_outputs>;

void add_row(const CrisisModel& model, std::uint32_t feature, Sums& sums) {
    const std::size_t bucket = feature % crisis_buckets;
    if (model.marks[bucket] != feature >> 16U) {
        return;
    }
    const std::int8_t* const row = model.weights.data() + bucket * crisis_outputs;
    for (std::size_t i = 0; i < crisis_outputs; ++i) {
        sums[i] += row[i];
    }
}

Sums window_sums(const CrisisModel& model, const std::vector<std::uint32_t>& window) {
    Sums sums{};
    for (const std::uint32_t feature : window) {
        add_row(model, feature, sums);
    }
    return sums;
}

CrisisOdds odds(const CrisisModel& model, const Sums& sums, std::size_t features) {
    const float scale =
        model.scale / std::sqrt(static_cast<float>(std::max<std::size_t>(features, 1)));
    const auto value = [&](std::size_t i) {
        return model.bias[i] + scale * static_cast<float>(sums[i]);
    };
    CrisisOdds odds;
    float highest = value(0);
    for (std::size_t i = 1; i < model.outcomes.size(); ++i) {
        highest = std::max(highest, value(i));
    }
    float total = 0;
    for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
        odds.outcome[i] = std::exp(value(i) - highest);
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
    odds.spanish = 1 / (1 + std::exp(-value(crisis_outputs - 1)));
    return odds;
}

}  // namespace

CrisisOdds crisis_odds(const CrisisModel& model,
                       const std::vector<std::uint32_t>& window,
                       const std::vector<std::uint16_t>& drugs) {
    Sums sums = window_sums(model, window);
    for (const std::uint16_t drug : drugs) {
        add_row(model, CrisisFeatures::drug_feature(drug), sums);
    }
    return odds(model, sums, window.size());
}

namespace {

std::size_t likeliest(const CrisisModel& model,
                      const CrisisOdds& odds,
                      CrisisLevel level) {
    std::size_t best = 0;
    float highest = -1;
    for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
        const CrisisOutcome& outcome = model.outcomes[i];
        if (!outcome.nothing && outcome.level == level && odds.outcome[i] > highest) {
            highest = odds.outcome[i];
            best = i;
        }
    }
    return best;
}

// Looks at one window after the other and keeps the gravest finding.
class Judge {
  public:
    explicit Judge(const CrisisModel& model) : model_(model) {}

    void look_at(const CrisisOdds& odds) {
        const float danger = odds.red + odds.amber;
        if (danger >= min_danger) {
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
            judgement_.outcome = model_.outcomes[likeliest(model_, odds, level)];
            judgement_.language =
                odds.spanish > 0.5F ? CardLanguage::spanish : CardLanguage::english;
            probability_ = probability;
        }
    }

    const CrisisModel& model_;
    CrisisJudgement judgement_;
    float probability_ = 0;
};

}  // namespace

CrisisJudgement judge_crisis(const CrisisModel& model, const CrisisFeatureText& text) {
    if (model.empty()) {
        return {};
    }
    Judge judge(model);
    for (const std::vector<std::uint32_t>& window : text.windows) {
        const Sums plain = window_sums(model, window);
        judge.look_at(odds(model, plain, window.size()));
        for (std::size_t i = 0; i < text.drugs.size(); ++i) {
            Sums one = plain;
            add_row(model, CrisisFeatures::drug_feature(text.drugs[i]), one);
            judge.look_at(odds(model, one, window.size()));
            for (std::size_t k = i + 1; k < text.drugs.size(); ++k) {
                Sums two = one;
                add_row(model, CrisisFeatures::drug_feature(text.drugs[k]), two);
                judge.look_at(odds(model, two, window.size()));
            }
        }
    }
    return judge.judgement();
}

}  // namespace recovery
