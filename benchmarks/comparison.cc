// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/comparison.h"

#include <limits>

#include "benchmarks/measures.h"
#include "benchmarks/significance.h"

namespace recovery {

namespace {

Ranking ranking_of(const EngineRun& run, const std::string& query) {
    Ranking ranking;
    if (const auto found = run.find(query); found != run.end()) {
        for (const ScoredDocument& document : found->second) {
            ranking.push_back(document.id);
        }
    }
    return ranking;
}

// The values of one engine: a list for each measure, a value for each query.
struct Values {
    std::vector<std::vector<double>> by_measure{measures().size()};
    std::size_t without_result = 0;

    void add(const Ranking& ranking, const Grades& grades, const MeasuringOptions& how) {
        without_result += ranking.empty() ? 1 : 0;
        const Ranking measured = how.condensed ? condensed(ranking, grades) : ranking;
        for (std::size_t m = 0; m < measures().size(); ++m) {
            by_measure[m].push_back(
                measures()[m].value(measured, grades, how.least_relevant));
        }
    }

    [[nodiscard]] Means means() const {
        Means means{{}, without_result};
        for (const std::vector<double>& values : by_measure) {
            double sum = 0;
            for (const double value : values) {
                sum += value;
            }
            means.values.push_back(sum / static_cast<double>(values.size()));
        }
        return means;
    }
};

std::vector<double> differences(const std::vector<double>& from,
                                const std::vector<double>& to) {
    std::vector<double> result;
    for (std::size_t i = 0; i < from.size(); ++i) {
        result.push_back(to[i] - from[i]);
    }
    return result;
}

void add_share(Means& sum, const Means& part, double share) {
    sum.values.resize(part.values.size());
    for (std::size_t m = 0; m < part.values.size(); ++m) {
        sum.values[m] += part.values[m] * share;
    }
    sum.without_result += part.without_result;
}

HalfComparison mean_half(const std::vector<const HalfComparison*>& parts) {
    HalfComparison mean;
    mean.half = parts.front()->half;
    const double share = 1.0 / static_cast<double>(parts.size());
    for (const HalfComparison* part : parts) {
        mean.queries += part->queries;
        add_share(mean.baseline, part->baseline, share);
        add_share(mean.engine, part->engine, share);
    }
    return mean;
}

}  // namespace

std::vector<HalfComparison> compare_runs(const Qrels& qrels,
                                         const EngineRun& baseline,
                                         const EngineRun& engine,
                                         const MeasuringOptions& options) {
    std::vector<HalfComparison> halves;
    for (const Half half : {Half::dev, Half::test}) {
        HalfComparison result;
        result.half = half;
        Values before;
        Values after;
        for (const auto& [query, grades] : qrels) {
            if (options.split.half_of(query) == half &&
                has_relevant(grades, options.least_relevant)) {
                ++result.queries;
                before.add(ranking_of(baseline, query), grades, options);
                after.add(ranking_of(engine, query), grades, options);
            }
        }
        if (result.queries == 0) {
            continue;
        }
        result.baseline = before.means();
        result.engine = after.means();
        for (std::size_t m = 0; m < measures().size(); ++m) {
            result.p.push_back(
                randomisation_p(differences(before.by_measure[m], after.by_measure[m])));
        }
        halves.push_back(std::move(result));
    }
    return halves;
}

CollectionComparison mean_of(const std::vector<CollectionComparison>& collections) {
    CollectionComparison mean;
    mean.name = "mean";
    mean.baseline_name = "baseline";
    for (const Half half : {Half::dev, Half::test}) {
        std::vector<const HalfComparison*> parts;
        for (const CollectionComparison& collection : collections) {
            for (const HalfComparison& part : collection.halves) {
                if (part.half == half) {
                    parts.push_back(&part);
                }
            }
        }
        if (!parts.empty()) {
            mean.halves.push_back(mean_half(parts));
        }
    }
    for (const CollectionComparison& collection : collections) {
        mean.documents += collection.documents;
    }
    return mean;
}

double percent_more(double engine, double baseline) {
    constexpr double hundred = 100;
    return baseline == 0 ? std::numeric_limits<double>::quiet_NaN()
                         : hundred * (engine - baseline) / baseline;
}

}  // namespace recovery
