// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/comparison_output.h"

#include <cmath>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "benchmarks/measures.h"

namespace recovery {

namespace {

constexpr std::string_view engine_name = "recovery";

std::string row(std::string_view half,
                std::string_view system,
                std::string_view queries,
                const std::vector<std::string>& cells,
                std::string_view none) {
    std::string line = fmt::format("{:<5} {:<12} {:>7}", half, system, queries);
    for (const std::string& cell : cells) {
        line += fmt::format("  {:>8}", cell);
    }
    line += fmt::format("  {:>5}", none);
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

std::string heading() {
    std::vector<std::string> names;
    for (const Measure& measure : measures()) {
        names.emplace_back(measure.name);
    }
    return row("half", "system", "queries", names, "none");
}

std::vector<std::string> decimals(const std::vector<double>& values) {
    std::vector<std::string> cells;
    for (const double value : values) {
        cells.push_back(fmt::format("{:.4f}", value));
    }
    return cells;
}

// A p value is never 0: there are only so many rounds.
std::vector<std::string> p_values(const std::vector<double>& values) {
    constexpr double smallest_shown = 0.0001;
    std::vector<std::string> cells;
    for (const double p : values) {
        cells.push_back(p < smallest_shown ? "<0.0001" : fmt::format("{:.4f}", p));
    }
    return cells;
}

std::vector<std::string> percentages(const HalfComparison& half) {
    std::vector<std::string> cells;
    for (std::size_t m = 0; m < half.engine.values.size(); ++m) {
        const double more = percent_more(half.engine.values[m], half.baseline.values[m]);
        cells.push_back(std::isnan(more) ? "-" : fmt::format("{:+.1f} %", more));
    }
    return cells;
}

std::string collection_text(const CollectionComparison& collection) {
    std::string text = fmt::format(
        "{}: {} documents\n{}", collection.name, collection.documents, heading());
    for (const HalfComparison& half : collection.halves) {
        const std::string queries = std::to_string(half.queries);
        text += row(half_name(half.half),
                    collection.baseline_name,
                    queries,
                    decimals(half.baseline.values),
                    std::to_string(half.baseline.without_result));
        text += row("",
                    engine_name,
                    queries,
                    decimals(half.engine.values),
                    std::to_string(half.engine.without_result));
        text += row("", "difference", "", percentages(half), "");
        if (!half.p.empty()) {
            text += row("", "p", "", p_values(half.p), "");
        }
    }
    return text;
}

using Json = nlohmann::ordered_json;

Json by_measure(const std::vector<double>& values) {
    Json json = Json::object();
    for (std::size_t m = 0; m < values.size(); ++m) {
        const std::string name(measures()[m].name);
        json[name] = std::isnan(values[m]) ? Json() : Json(values[m]);
    }
    return json;
}

Json means_json(std::string_view name, const Means& means) {
    Json json{{"name", name}};
    json.update(by_measure(means.values));
    json["without_result"] = means.without_result;
    return json;
}

Json collection_json(const CollectionComparison& collection) {
    Json halves = Json::object();
    for (const HalfComparison& half : collection.halves) {
        std::vector<double> more;
        for (std::size_t m = 0; m < half.engine.values.size(); ++m) {
            more.push_back(percent_more(half.engine.values[m], half.baseline.values[m]));
        }
        Json json{{"queries", half.queries},
                  {"baseline", means_json(collection.baseline_name, half.baseline)},
                  {"engine", means_json(engine_name, half.engine)},
                  {"difference_percent", by_measure(more)}};
        if (!half.p.empty()) {
            json["p"] = by_measure(half.p);
        }
        halves[std::string(half_name(half.half))] = std::move(json);
    }
    return {{"name", collection.name},
            {"documents", collection.documents},
            {"halves", std::move(halves)}};
}

}  // namespace

std::string comparison_text(const std::vector<CollectionComparison>& collections) {
    std::string text;
    for (const CollectionComparison& collection : collections) {
        text += collection_text(collection) + '\n';
    }
    if (collections.size() > 1) {
        text += collection_text(mean_of(collections)) + '\n';
    }
    text.resize(text.empty() ? 0 : text.size() - 1);
    return text;
}

std::string comparison_json(const std::vector<CollectionComparison>& collections) {
    Json list = Json::array();
    for (const CollectionComparison& collection : collections) {
        list.push_back(collection_json(collection));
    }
    Json json{{"collections", std::move(list)}};
    if (collections.size() > 1) {
        json["mean"] = collection_json(mean_of(collections));
    }
    return json.dump(2) + '\n';
}

}  // namespace recovery
