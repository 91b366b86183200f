// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/batch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/escape.h"
#include "query/question/crisis.h"
#include "query/question/parse_question.h"
#include "query/render/json.h"

namespace recovery {

namespace {

void print_answer(const BatchQuestion& question,
                  const Results& results,
                  const std::optional<Crisis>& help,
                  std::uint64_t time_us,
                  BatchOutput output) {
    if (output == BatchOutput::json) {
        AnswerContext context;
        context.query = question.text;
        context.time_us = time_us;
        context.help = help;
        fmt::print("{}", answer_json(results, context));
    } else if (output == BatchOutput::lines) {
        fmt::print(
            "{}\t{}\t{}\n",
            escape_terminal(question.id, true),
            results.total,
            results.hits.empty() ? "-" : escape_terminal(results.hits.front().id, true));
    }
}

void print_timing(const Timing& timing, BatchOutput output) {
    if (output == BatchOutput::timing_json) {
        const nlohmann::ordered_json json{{"questions", timing.questions},
                                          {"found", timing.found},
                                          {"p50_us", timing.p50_us},
                                          {"p95_us", timing.p95_us},
                                          {"p99_us", timing.p99_us},
                                          {"max_us", timing.max_us},
                                          {"total_us", timing.total_us}};
        fmt::print("{}\n", json.dump());
    } else if (output == BatchOutput::timing) {
        fmt::print("{} questions in {:.2f} s, {} without a result\n",
                   timing.questions,
                   static_cast<double>(timing.total_us) / 1e6,
                   timing.questions - timing.found);
        fmt::print("p50 {} us, p95 {} us, p99 {} us, max {} us\n",
                   timing.p50_us,
                   timing.p95_us,
                   timing.p99_us,
                   timing.max_us);
    }
}

}  // namespace

std::uint64_t percentile(const std::vector<std::uint64_t>& times, unsigned percent) {
    if (times.empty()) {
        return 0;
    }
    const std::size_t rank = (times.size() * percent + 99) / 100;
    return times[std::clamp<std::size_t>(rank, 1, times.size()) - 1];
}

Timing run_batch(Searcher& searcher,
                 const std::vector<BatchQuestion>& questions,
                 const SearchOptions& options,
                 BatchOutput output) {
    using Clock = std::chrono::steady_clock;
    Timing timing;
    std::vector<std::uint64_t> times;
    for (const BatchQuestion& question : questions) {
        const Clock::time_point start = Clock::now();
        const std::optional<Crisis> help = searcher.recognise_crisis(question.text);
        const Results results = searcher.search(parse_question(question.text), options);
        const auto took =
            std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
        times.push_back(static_cast<std::uint64_t>(took.count()));
        timing.total_us += times.back();
        timing.found += results.hits.empty() ? 0 : 1;
        print_answer(question, results, help, times.back(), output);
    }
    std::sort(times.begin(), times.end());
    timing.questions = times.size();
    timing.p50_us = percentile(times, 50);
    timing.p95_us = percentile(times, 95);
    timing.p99_us = percentile(times, 99);
    timing.max_us = times.empty() ? 0 : times.back();
    print_timing(timing, output);
    return timing;
}

}  // namespace recovery
