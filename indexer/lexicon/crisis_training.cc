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

constexpr std::size_t epochs = 10;
constexpr float step = 0.25F;
constexpr float shrink = 5e-4F;
// Of ten times, how often an example is seen with a typing error, and without blanks.
constexpr std::uint32_t with_typo = 3;
constexpr std::uint32_t without_blanks = 2;
constexpr std::uint32_t min_examples = 2;
constexpr std::size_t language_column = crisis_outputs - 1;

using Row = std::array<float, crisis_outputs>;

// A feature that has a row, and its value in a text.
struct Input {
    std::uint32_t row = 0;
    float value = 0;
};
using Inputs = std::vector<Input>;

// The standard leaves distributions to the library; this is the same everywhere.
class Dice {
  public:
    std::size_t below(std::size_t bound) { return engine_() % bound; }

    template <typename T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) {
            std::swap(list[i - 1], list[below(i)]);
        }
    }

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
        std::erase_if(text, [](char c) { return !is_crisis_word_byte(c); });
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
            dice_.shuffle(order);
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
            for (const CrisisWindow& window : text.windows) {
                for (const auto* const kind :
                     {&window.runs, &window.words, &window.pairs}) {
                    found.insert(kind->begin(), kind->end());
                }
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

    void add_input(std::uint32_t feature, float value, Inputs& inputs) const {
        const std::uint32_t row = feature % crisis_buckets;
        if (marks_[row] == feature >> 16U) {
            inputs.push_back({row, value});
        }
    }

    [[nodiscard]] Inputs inputs(const CrisisWindow& window) const {
        Inputs inputs;
        for (const auto* const kind : {&window.runs, &window.words, &window.pairs}) {
            for (const std::uint32_t feature : *kind) {
                add_input(feature, CrisisWindow::value(*kind), inputs);
            }
        }
        return inputs;
    }

    [[nodiscard]] Row values(const Inputs& inputs) const {
        Row row = bias_;
        for (const Input& input : inputs) {
            for (std::size_t i = 0; i < crisis_outputs; ++i) {
                row[i] += input.value * weights_[input.row][i];
            }
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

    [[nodiscard]] const CrisisWindow& loudest(const CrisisFeatureText& text) const {
        std::size_t loudest = 0;
        float highest = -1;
        for (std::size_t i = 0; text.windows.size() > 1 && i < text.windows.size(); ++i) {
            Row odds = values(inputs(text.windows[i]));
            to_odds(odds);
            if (danger(odds) > highest) {
                highest = danger(odds);
                loudest = i;
            }
        }
        return text.windows[loudest];
    }

    void learn_from(std::size_t example) {
        CrisisFeatureText text = features_.read(seen_as(texts_[example], dice_));
        Inputs seen = inputs(loudest(text));
        dice_.shuffle(text.drugs);
        for (std::size_t i = 0; i < std::min<std::size_t>(text.drugs.size(), 2); ++i) {
            add_input(CrisisFeatures::drug_feature(text.drugs[i]),
                      CrisisFeatures::drug_value,
                      seen);
        }
        step_towards(example, seen);
    }

    void step_towards(std::size_t example, const Inputs& inputs) {
        Row slope = values(inputs);
        to_odds(slope);
        slope[labels_[example]] -= 1;
        slope[language_column] -= spanish_[example] ? 1.0F : 0.0F;
        for (const Input& input : inputs) {
            for (std::size_t i = 0; i < crisis_outputs; ++i) {
                float& weight = weights_[input.row][i];
                move(weight,
                     squares_[input.row][i],
                     slope[i] * input.value + shrink * weight);
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
