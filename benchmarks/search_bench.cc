// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Recovery Search adds to Xapian's own work: the same questions through each stage
// of a search, the bare look-up, and the whole search. They are timed one after the other
// for each question, so that a busy machine slows all of them alike.
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
#include "indexer/schema/stored_section.h"
#include "query/cli/question_file.h"
#include "query/question/parse_question.h"
#include "query/search/compile_query.h"
#include "query/search/features.h"
#include "query/search/first_stage.h"
#include "query/search/ranking.h"
#include "query/search/rerank.h"
#include "query/search/searcher.h"
#include "query/search/snippet.h"
#include "query/search/word_statistics.h"

namespace recovery {

namespace {

constexpr Xapian::doccount candidates = 50;
constexpr std::size_t stages = 6;
constexpr std::array<const char*, stages> stage_names{"parse + compile",
                                                      "first stage",
                                                      "re-rank",
                                                      "ten excerpts",
                                                      "whole search",
                                                      "bare get_mset"};
enum Stage : std::size_t { understand, first_stage, rerank_stage, excerpts, whole, bare };

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
        const CompiledQuery compiled = compile_query(question, {}, stemmer_);
        if (stage == bare) {
            return microseconds([&] { look_up(compiled.query); });
        }
        statistics_.begin(database_);
        FirstStage found;
        const double first = microseconds([&] {
            found = run_first_stage(database_, compiled.query, question, candidates, {});
        });
        if (stage == first_stage) {
            return first;
        }
        const double again = microseconds([&] {
            FeatureExtractor extractor(question, database_, stemmer_, statistics_);
            rerank(found.documents, extractor);
        });
        return stage == rerank_stage
                   ? again
                   : microseconds([&] { cut_excerpts(found, compiled.topic_stems); });
    }

  private:
    void look_up(const Xapian::Query& query) {
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::bm25_k1,
                                                        ranking::bm25_k2,
                                                        ranking::bm25_k3,
                                                        ranking::bm25_b,
                                                        ranking::bm25_min_normlen));
        enquire.set_query(query);
        enquire.set_collapse_key(slot::document_id);
        (void)enquire.get_mset(0, candidates).size();
    }

    void cut_excerpts(const FirstStage& found, const std::vector<std::string>& stems) {
        constexpr std::size_t hits = 10;
        HighlightTerms terms;
        for (const std::string& stem : stems) {
            terms.add(stem, statistics_.idf(stem));
        }
        for (std::size_t i = 0; i < std::min(hits, found.documents.size()); ++i) {
            const StoredSection section = decode_section(
                database_.get_document(found.documents[i].best().docid).get_data());
            const auto matches = find_matches(section.text, terms, stemmer_);
            (void)make_excerpt(section.text, matches).text.size();
        }
    }

    static Xapian::Database open(const std::filesystem::path& index_dir) {
        return Xapian::Database(
            generation_dir(index_dir, live_generation(index_dir).value()).string());
    }

    Searcher searcher_;
    Xapian::Database database_;
    Stemmer stemmer_;
    WordStatistics statistics_;
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
    std::array<double, stages> medians{};
    for (std::size_t stage = 0; stage < stages; ++stage) {
        medians.at(stage) = percentile(times.at(stage), 50);
    }
    return medians;
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
