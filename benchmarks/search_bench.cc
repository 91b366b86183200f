// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Recovery Search adds to Xapian's own work: the same questions through parsing and
// compiling, the bare first stage, and the whole search. The three are timed one after
// the other for each question, so that a busy machine slows all of them alike.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <xapian.h>

#include "indexer/base/error.h"
#include "indexer/base/run_main.h"
#include "indexer/schema/analysis.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/generations.h"
#include "query/cli/question_file.h"
#include "query/question/parse_question.h"
#include "query/search/compile_query.h"
#include "query/search/ranking.h"
#include "query/search/searcher.h"

namespace recovery {

namespace {

constexpr Xapian::doccount candidates = 50;
constexpr std::size_t stages = 3;
constexpr std::array<const char*, stages> stage_names{
    "parse + compile", "bare first stage", "whole search"};
enum Stage : std::size_t { understand, bare, whole };

using Times = std::array<std::vector<double>, stages>;  // microseconds

template <typename Work>
double microseconds(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() -
                                                     start)
        .count();
}

/// Runs the stages on one question after the other. Not thread-safe.
class Stages {
  public:
    explicit Stages(const std::filesystem::path& index_dir)
        : searcher_(index_dir), database_(open(index_dir)) {}

    [[nodiscard]] bool empty() const { return database_.get_doccount() == 0; }

    double time(Stage stage, const std::string& text) {
        if (stage == understand) {
            return microseconds([&] {
                (void)compile_query(parse_question(text), {}, stemmer_).query.empty();
            });
        }
        const Question question = parse_question(text);
        if (stage == whole) {
            return microseconds([&] { (void)searcher_.search(question, {}); });
        }
        const Xapian::Query query = compile_query(question, {}, stemmer_).query;
        return microseconds([&] {
            Xapian::Enquire enquire(database_);
            enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::bm25_k1,
                                                            ranking::bm25_k2,
                                                            ranking::bm25_k3,
                                                            ranking::bm25_b,
                                                            ranking::bm25_min_normlen));
            enquire.set_query(query);
            enquire.set_collapse_key(slot::document_id);
            (void)enquire.get_mset(0, candidates).size();
        });
    }

  private:
    static Xapian::Database open(const std::filesystem::path& index_dir) {
        return Xapian::Database(
            generation_dir(index_dir, live_generation(index_dir).value()).string());
    }

    Searcher searcher_;
    Xapian::Database database_;
    Stemmer stemmer_;
};

// The value below which `percent` of the values lie (nearest rank).
double percentile(std::vector<double> values, double percent) {
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(percent / 100 * static_cast<double>(values.size()));
    return values.at(static_cast<std::size_t>(std::max(rank, 1.0)) - 1);
}

// One question's median over the rounds, for each stage. The stages take turns in being
// first, which warms the caches for the others.
std::array<double, stages> medians(Stages& engine, const std::string& text, int rounds) {
    Times times;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < stages; ++i) {
            const auto stage =
                static_cast<Stage>((i + static_cast<std::size_t>(round)) % stages);
            times.at(stage).push_back(engine.time(stage, text));
        }
    }
    return {percentile(times[understand], 50),
            percentile(times[bare], 50),
            percentile(times[whole], 50)};
}

void print(const Times& times) {
    constexpr std::array<double, 2> percents{50, 99};
    fmt::print("{:<18} {:>10} {:>10}\n", "microseconds", "p50", "p99");
    for (std::size_t stage = 0; stage < stages; ++stage) {
        fmt::print("{:<18} {:>10.1f} {:>10.1f}\n",
                   stage_names.at(stage),
                   percentile(times.at(stage), percents[0]),
                   percentile(times.at(stage), percents[1]));
    }
    fmt::print("{:<18}", "whole : bare");
    for (const double percent : percents) {
        fmt::print(" {:>10.2f}",
                   percentile(times[whole], percent) / percentile(times[bare], percent));
    }
    fmt::print("\n");
}

struct BenchOptions {
    std::string index;
    std::string queries;
    int rounds = 5;
};

int run(const BenchOptions& options) {
    const std::vector<BatchQuestion> questions = read_questions(options.queries);
    if (questions.empty()) {
        throw Error{ErrorCode::usage, "there is no question in " + options.queries};
    }
    Stages engine(options.index);
    if (engine.empty()) {
        throw Error{ErrorCode::usage, "there is no document in " + options.index};
    }
    Times times;
    for (const BatchQuestion& question : questions) {
        const auto of_question = medians(engine, question.text, options.rounds);
        for (std::size_t stage = 0; stage < stages; ++stage) {
            times.at(stage).push_back(of_question.at(stage));
        }
    }
    fmt::print(
        "{} questions, each the median of {} rounds\n", questions.size(), options.rounds);
    print(times);
    return exit_found;
}

int main_status(int argc, const char* const* argv) {
    CLI::App app{"Times a search and its stages over a file of questions.",
                 "search_bench"};
    BenchOptions options;
    app.add_option("INDEX", options.index, "Index directory")
        ->envname("RECOVERY_BENCH_INDEX")
        ->required()
        ->type_name("");
    app.add_option("QUERIES", options.queries, "JSONL file of questions (_id, text)")
        ->envname("RECOVERY_BENCH_QUERIES")
        ->required()
        ->type_name("");
    app.add_option("--rounds", options.rounds, "How often each question is asked")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        fmt::print("{}", app.help());
        return exit_found;
    } catch (const CLI::ParseError& error) {
        throw Error{ErrorCode::usage, error.what(), "see search_bench --help"};
    }
    try {
        return run(options);
    } catch (const Xapian::Error& error) {
        throw Error{ErrorCode::index_corrupt, error.get_description()};
    }
}

}  // namespace

}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::run_main("search_bench",
                              [&] { return recovery::main_status(argc, argv); });
}
