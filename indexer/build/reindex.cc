// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/reindex.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/change_set.h"
#include "indexer/build/corpus_lexicon.h"
#include "indexer/build/corpus_walk.h"
#include "indexer/build/index_lock.h"
#include "indexer/build/index_writer.h"
#include "indexer/document/read_documents.h"

namespace recovery {

namespace {

std::string utc_now() {
    const std::time_t now =
        std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

/// One run: the report as it grows, and the files that made it into the index.
class Run {
  public:
    Run(const ReindexOptions& options, IndexWriter& writer, Report& report)
        : options_(options), writer_(writer), report_(report) {}

    void file(const CorpusFile& file) {
        std::string bytes;
        try {
            bytes = read_file(file.file);
        } catch (const Error& error) {
            report_.problems.push_back({file.path, 0, 0, error.what()});
            return;
        }
        std::string hash = content_hash(bytes);
        ReadResult read = read_documents({file.path, std::move(bytes), file.root_name},
                                         {options_.base_url});
        std::move(read.problems.begin(),
                  read.problems.end(),
                  std::back_inserter(report_.problems));
        if (!read.skipped.empty()) {
            report_.skipped.push_back({file.path, read.skipped});
            return;
        }
        for (const Document& document : read.documents) {
            add(document);
        }
        if (!read.documents.empty()) {
            hashes_.emplace(file.path, std::move(hash));
        }
    }

    [[nodiscard]] const FileHashes& hashes() const noexcept { return hashes_; }

  private:
    void add(const Document& document) {
        const auto [owner, fresh] = owners_.try_emplace(document.id, document.path);
        if (fresh) {
            writer_.add(document);
            return;
        }
        report_.problems.push_back(
            {document.path,
             0,
             0,
             fmt::format("the id {} is taken by {}; this document is left out",
                         document.id,
                         owner->second)});
    }

    const ReindexOptions& options_;
    IndexWriter& writer_;
    Report& report_;
    FileHashes hashes_;
    std::map<std::string, std::string> owners_;  // document id -> path
};

FileCounts count_files(const std::optional<PreviousIndex>& previous,
                       const FileHashes& files) {
    const ChangeSet changes =
        compare_files(previous ? previous->files : FileHashes{}, files);
    FileCounts counts;
    counts.added = changes.added.size();
    counts.changed = changes.changed.size();
    counts.moved = changes.moved.size();
    counts.removed = changes.removed.size();
    counts.unchanged = changes.unchanged.size();
    return counts;
}

void refuse_to_empty(const std::optional<PreviousIndex>& previous, const Report& report) {
    if (previous && previous->documents.total() > 0 && report.documents.total() == 0) {
        throw Error{
            ErrorCode::refused,
            fmt::format("nothing to index was found; the index keeps its {} documents",
                        previous->documents.total()),
            "check the PATH; to start over, remove the index directory"};
    }
}

void throw_if_stopped(const std::atomic<bool>& stop) {
    if (stop.load(std::memory_order_relaxed)) {
        throw Error{ErrorCode::interrupted,
                    "stopped before the end",
                    "the index that was there before is untouched"};
    }
}

}  // namespace

Report reindex(const ReindexOptions& options,
               const Progress& progress,
               const std::atomic<bool>& stop) {
    Walk walk = walk_corpus(options.paths);
    std::string crisis_rules = corpus_crisis_rules(options.lexicon_dir, options.paths);
    const IndexLock lock(options.index_dir);
    const auto previous = read_previous_index(options.index_dir);
    IndexWriter writer(options.index_dir);
    writer.set_crisis_rules(std::move(crisis_rules));
    Report report;
    report.problems = std::move(walk.problems);
    report.skipped = std::move(walk.skipped);
    Run run(options, writer, report);
    std::size_t done = 0;
    for (const CorpusFile& file : walk.files) {
        throw_if_stopped(stop);
        run.file(file);
        progress(++done, walk.files.size());
    }
    std::stable_sort(report.problems.begin(),
                     report.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.path < b.path; });
    report.documents = writer.documents();
    report.sections = writer.sections();
    report.files = count_files(previous, run.hashes());
    report.files.skipped = report.skipped.size();
    refuse_to_empty(previous, report);
    throw_if_stopped(stop);
    writer.publish(utc_now(), run.hashes());
    return report;
}

}  // namespace recovery
