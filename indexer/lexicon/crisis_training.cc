// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_training.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_features.h"
#include "indexer/lexicon/crisis_spelling.h"

namespace recovery {

namespace {

constexpr std::size_t epochs = 16;
constexpr float step = 0.25F;
constexpr float shrink = 1e-3F;
// Of ten times, how often an example is seen with a typing error, and without blanks.
constexpr std::uint32_t with_typo = 3;
constexpr std::uint32_t without_blanks = 2;
constexpr std::uint32_t min_examples = 2;
constexpr std::size_t language_column = crisis_outputs - 1;

using Row = std::array<float, crisis_outputs>;

// The standard leaves distributions to the library; this is the same everywhere.
class Dice {
  public:
    std::size_t below(std::size_t bound) { return engine_() % bound; }

  private:
    std::minstd_rand engine_{20261125};
};

std::string with_one_typo(std::string text, Dice& dice) {
    if (text.size() < 4) {
        return text;
    }
    const std::size_t at = dice.below(text.size() - 1);
    const char letter = static_cast<char>('a' + static_cast<char>(dice.below(26)));
    switch (dice.below(4)) {
        case 0:
            return text.erase(at, 1);
        case 1:
            return text.insert(at, 1, letter);
        case 2:
            text[at] = letter;
            return text;
        default:
            std::swap(text[at], text[at + 1]);
            return text;
    }
}

std::string seen_as(const std::string& normalised, Dice& dice) {
    const std::size_t way = dice.below(10);
    if (way < with_typo) {
        return with_one_typo(normalised, dice);
    }
    std::string text = normalised;
    if (way < with_typo + without_blanks) {
        text.erase(
            std::remove_if(
                text.begin(), text.end(), [](char c) { return !is_crisis_word_byte(c); }),
            text.end());
    }
    return text;
}

class Learner {
  public:
    Learner(const CrisisRules& rules, const std::vector<CrisisExample>& examples)
        : features_(rules), weights_(crisis_buckets), squares_(crisis_buckets) {
        outcomes_.push_back({});
        for (const CrisisExample& example : examples) {
            labels_.push_back(number(example.outcome));
            texts_.push_back(normalise_crisis_text(example.text));
            spanish_.push_back(example.language == CardLanguage::spanish);
        }
    }

    CrisisModel learn() {
        assign_rows();
        std::vector<std::size_t> order(texts_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[dice_.below(i)]);
            }
            for (const std::size_t example : order) {
                learn_from(example);
            }
        }
        return quantised();
    }

  private:
    std::size_t number(const CrisisOutcome& outcome) {
        const auto known = std::find(outcomes_.begin(), outcomes_.end(), outcome);
        const auto at = static_cast<std::size_t>(known - outcomes_.begin());
        if (known == outcomes_.end()) {
            outcomes_.push_back(outcome);
            if (outcomes_.size() > language_column) {
                throw Error{
                    ErrorCode::usage,
                    fmt::format("the examples call for more than {} different things",
                                language_column - 1),
                    "use fewer cards and levels"};
            }
        }
        return at;
    }

    // Of the features that share a row, the one in most examples gets it.
    void assign_rows() {
        std::unordered_map<std::uint32_t, std::uint32_t> seen_in;
        for (const std::string& normalised : texts_) {
            CrisisFeatureText text = features_.read(normalised);
            std::set<std::uint32_t> found;
            for (const std::vector<std::uint32_t>& window : text.windows) {
                found.insert(window.begin(), window.end());
            }
            for (const std::uint16_t drug : text.drugs) {
                found.insert(CrisisFeatures::drug_feature(drug));
            }
            for (const std::uint32_t feature : found) {
                ++seen_in[feature];
            }
        }
        std::vector<std::uint32_t> most(crisis_buckets, min_examples - 1);
        marks_.assign(crisis_buckets, 0);
        for (const auto& [feature, count] : seen_in) {
            const std::size_t row = feature % crisis_buckets;
            const auto mark = static_cast<std::uint16_t>(feature >> 16U);
            if (count > most[row] || (count == most[row] && mark < marks_[row])) {
                most[row] = count;
                marks_[row] = mark;
            }
        }
    }

    // The rows of a window's features; those without a row are left out.
    [[nodiscard]] std::vector<std::uint32_t> rows(
        const std::vector<std::uint32_t>& window) const {
        std::vector<std::uint32_t> rows;
        for (const std::uint32_t feature : window) {
            if (marks_[feature % crisis_buckets] == feature >> 16U) {
                rows.push_back(feature % crisis_buckets);
            }
        }
        return rows;
    }

    [[nodiscard]] Row values(const std::vector<std::uint32_t>& window,
                             float feature_value) const {
        Row row{};
        for (const std::uint32_t feature : window) {
            for (std::size_t i = 0; i < crisis_outputs; ++i) {
                row[i] += weights_[feature][i];
            }
        }
        for (std::size_t i = 0; i < crisis_outputs; ++i) {
            row[i] = bias_[i] + feature_value * row[i];
        }
        return row;
    }

    // Values turned into probabilities, in place.
    void to_odds(Row& row) const {
        const auto end = row.begin() + static_cast<std::ptrdiff_t>(outcomes_.size());
        const float highest = *std::max_element(row.begin(), end);
        float total = 0;
        std::for_each(row.begin(), end, [&](float& value) {
            value = std::exp(value - highest);
            total += value;
        });
        std::for_each(row.begin(), end, [&](float& value) { value /= total; });
        row[language_column] = 1 / (1 + std::exp(-row[language_column]));
    }

    [[nodiscard]] float danger(const Row& odds) const {
        float sum = 0;
        for (std::size_t i = 1; i < outcomes_.size(); ++i) {
            sum += outcomes_[i].level == CrisisLevel::support ? 0 : odds[i];
        }
        return sum;
    }

    static float value_of(const std::vector<std::uint32_t>& window) {
        return 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(window.size(), 1)));
    }

    void learn_from(std::size_t example) {
        CrisisFeatureText text = features_.read(seen_as(texts_[example], dice_));
        std::size_t loudest = 0;
        if (text.windows.size() > 1) {
            float highest = -1;
            for (std::size_t i = 0; i < text.windows.size(); ++i) {
                Row odds = values(rows(text.windows[i]), value_of(text.windows[i]));
                to_odds(odds);
                if (danger(odds) > highest) {
                    highest = danger(odds);
                    loudest = i;
                }
            }
        }
        std::vector<std::uint32_t>& window = text.windows[loudest];
        const float value = value_of(window);
        std::shuffle(text.drugs.begin(), text.drugs.end(), std::minstd_rand(1));
        for (std::size_t i = 0; i < std::min<std::size_t>(text.drugs.size(), 2); ++i) {
            window.push_back(CrisisFeatures::drug_feature(text.drugs[i]));
        }
        step_towards(example, rows(window), value);
    }

    void step_towards(std::size_t example,
                      const std::vector<std::uint32_t>& window,
                      float value) {
        Row slope = values(window, value);
        to_odds(slope);
        slope[labels_[example]] -= 1;
        slope[language_column] -= spanish_[example] ? 1.0F : 0.0F;
        for (const std::uint32_t feature : window) {
            for (std::size_t i = 0; i < crisis_outputs; ++i) {
                float& weight = weights_[feature][i];
                move(weight, squares_[feature][i], slope[i] * value + shrink * weight);
            }
        }
        for (std::size_t i = 0; i < crisis_outputs; ++i) {
            move(bias_[i], bias_squares_[i], slope[i]);
        }
    }

    static void move(float& weight, float& squares, float slope) {
        squares += slope * slope;
        weight -= step * slope / (std::sqrt(squares) + 1e-4F);
    }

    [[nodiscard]] CrisisModel quantised() const {
        float largest = 0;
        for (const Row& row : weights_) {
            for (const float weight : row) {
                largest = std::max(largest, std::fabs(weight));
            }
        }
        CrisisModel model;
        model.outcomes = outcomes_;
        model.bias = bias_;
        model.marks = marks_;
        constexpr float steps = 127;
        model.scale = largest / steps;
        for (const Row& row : weights_) {
            for (const float weight : row) {
                model.weights.push_back(
                    static_cast<std::int8_t>(std::lround(weight / model.scale)));
            }
        }
        return model;
    }

    CrisisFeatures features_;
    Dice dice_;
    std::vector<CrisisOutcome> outcomes_;
    std::vector<std::size_t> labels_;
    std::vector<std::string> texts_;
    std::vector<std::uint16_t> marks_;
    std::vector<bool> spanish_;
    std::vector<Row> weights_;
    std::vector<Row> squares_;
    Row bias_{};
    Row bias_squares_{};
};

}  // namespace

CrisisModel learn_crisis_model(const CrisisRules& rules,
                               const std::vector<CrisisExample>& examples) {
    return examples.empty() ? CrisisModel{} : Learner(rules, examples).learn();
}

}  // namespace recovery
