// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "benchmarks/comparison.h"
#include "benchmarks/comparison_output.h"
#include "benchmarks/relevance/engines.h"
#include "benchmarks/relevance/options.h"
#include "indexer/base/error.h"
#include "indexer/base/run_main.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

constexpr const char* naive = "naive";

std::string baseline_name(const CollectionOptions& collection) {
    return collection.baseline_run.empty() ? naive
                                           : collection.baseline_run.stem().string();
}

CollectionComparison compare(const CollectionOptions& collection,
                             const fs::path& runs_dir) {
    const BeirFolder& folder = collection.folder;
    const Qrels qrels = read_qrels(folder.qrels);
    const std::vector<BatchQuestion> questions = read_questions(folder.queries);
    fmt::print(stderr,
               "{}: indexing and asking {} questions ...\n",
               folder.name,
               questions.size());
    const EngineRun engine = run_recovery(folder, questions);
    const EngineRun baseline = collection.baseline_run.empty()
                                   ? run_naive(folder, questions)
                                   : read_run(collection.baseline_run);
    if (!runs_dir.empty()) {
        write_run(runs_dir / (folder.name + ".recovery.run"), engine, "recovery");
        if (collection.baseline_run.empty()) {
            write_run(runs_dir / (folder.name + ".naive.run"), baseline, naive);
        }
    }
    CollectionComparison comparison;
    comparison.name = folder.name;
    comparison.baseline_name = baseline_name(collection);
    comparison.documents = each_document(folder.corpus, [](const BeirDocument&) {});
    comparison.halves = compare_runs(qrels, baseline, engine, collection.measuring);
    if (comparison.halves.empty()) {
        throw Error{
            ErrorCode::usage,
            fmt::format("{}: no query has a relevant document", folder.qrels.string())};
    }
    return comparison;
}

void make_runs_dir(const fs::path& dir) {
    std::error_code error;
    if (!dir.empty() && !fs::create_directories(dir, error) && error) {
        throw Error{ErrorCode::io,
                    fmt::format("cannot make {}: {}", dir.string(), error.message())};
    }
}

int main_status(int argc, const char* const* argv) {
    const RelevanceInvocation invocation = parse_relevance_options(argc, argv);
    if (!invocation.options) {
        fmt::print("{}", invocation.text);
        return exit_found;
    }
    const RelevanceOptions& options = *invocation.options;
    make_runs_dir(options.runs_dir);
    std::vector<CollectionComparison> comparisons;
    for (const CollectionOptions& collection : options.collections) {
        comparisons.push_back(compare(collection, options.runs_dir));
    }
    fmt::print(
        "{}", options.json ? comparison_json(comparisons) : comparison_text(comparisons));
    return exit_found;
}

}  // namespace

}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::run_main("relevance",
                              [&] { return recovery::main_status(argc, argv); });
}
