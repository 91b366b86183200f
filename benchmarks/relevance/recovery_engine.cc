// SPDX-License-Identifier: GPL-2.0-or-later
#include <atomic>
#include <cstdio>

#include <fmt/format.h>

#include "benchmarks/relevance/engines.h"
#include "benchmarks/relevance/scratch_dir.h"
#include "indexer/base/error.h"
#include "indexer/build/reindex.h"
#include "indexer/build/report.h"
#include "query/question/parse_question.h"
#include "query/search/searcher.h"

namespace recovery {

namespace {

void index_corpus(const std::filesystem::path& dir, const BeirFolder& folder) {
    const std::atomic<bool> never{false};
    ReindexOptions options;
    options.index_dir = dir;
    options.paths = {folder.corpus};
    const Report report = reindex(
        options, [](std::size_t, std::size_t) {}, never);
    fmt::print(stderr, "{}", problems_text(report));
    if (report.sections == 0) {
        throw Error{
            ErrorCode::usage,
            fmt::format("the indexer found no document in {}", folder.corpus.string())};
    }
}

}  // namespace

EngineRun run_recovery(const BeirFolder& folder,
                       const std::vector<BatchQuestion>& questions) {
    const ScratchDir dir;
    index_corpus(dir.path() / "index", folder);
    Searcher searcher(dir.path() / "index");
    SearchOptions options;
    options.limit = run_depth;
    EngineRun run;
    for (const BatchQuestion& question : questions) {
        std::vector<ScoredDocument>& documents = run[question.id];
        for (const Hit& hit :
             searcher.search(parse_question(question.text), options).hits) {
            documents.push_back({hit.id, hit.score});
        }
    }
    return run;
}

}  // namespace recovery
