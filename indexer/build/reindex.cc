// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/reindex.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/change_set.h"
#include "indexer/build/corpus_lexicon.h"
#include "indexer/build/corpus_walk.h"
#include "indexer/build/index_lock.h"
#include "indexer/build/index_writer.h"
#include "indexer/build/record_file.h"
#include "indexer/build/stop.h"
#include "indexer/document/read_documents.h"
#include "indexer/document/record_reader.h"

namespace recovery {

namespace {

// A file of records that is none would fill the report.
constexpr std::size_t max_record_problems = 100;

std::string utc_now() {
    const std::time_t now =
        std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

/// One run: the report as it grows, and the files that made it into the index.
class Run {
  public:
    /// The files that `file` is given must outlive the run.
    Run(const ReindexOptions& options,
        IndexWriter& writer,
        Report& report,
        const std::atomic<bool>& stop)
        : options_(options), writer_(writer), report_(report), stop_(stop) {}

    void file(const CorpusFile& file) {
        if (is_record_file(file.path)) {
            record_file(file);
        } else {
            page(file);
        }
    }

    [[nodiscard]] const FileHashes& hashes() const noexcept { return hashes_; }

  private:
    /// Where a Document comes from; line 0 for a page.
    struct Origin {
        std::string_view path;
        int line = 0;
    };

    void page(const CorpusFile& file) {
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
            if (std::optional<Problem> taken = add(document, {file.path})) {
                report_.problems.push_back(std::move(*taken));
            }
        }
        if (!read.documents.empty()) {
            hashes_.emplace(file.path, std::move(hash));
        }
    }

    void record_file(const CorpusFile& file) {
        std::size_t records = 0;
        std::size_t problems = 0;
        const auto report = [&](Problem problem) {
            if (++problems <= max_record_problems) {
                report_.problems.push_back(std::move(problem));
            }
        };
        const auto sink = [&](std::variant<Document, Problem> outcome, int line) {
            if (const auto* document = std::get_if<Document>(&outcome)) {
                ++records;
                if (std::optional<Problem> taken = add(*document, {file.path, line})) {
                    report(std::move(*taken));
                }
            } else {
                report(std::get<Problem>(std::move(outcome)));
            }
        };
        std::optional<std::string> hash =
            read_record_file(file, options_.base_url, sink, stop_);
        if (problems > max_record_problems) {
            report_.problems.push_back(
                {file.path,
                 0,
                 0,
                 fmt::format("{} more problems in this file are not listed",
                             problems - max_record_problems)});
        }
        if (records > 0 && hash) {
            hashes_.emplace(file.path, *std::move(hash));
        }
    }

    /// Adds a Document, unless its id is taken.
    [[nodiscard]] std::optional<Problem> add(const Document& document, Origin origin) {
        const auto [owner, fresh] = owners_.try_emplace(document.id, origin);
        if (fresh) {
            writer_.add(document);
            return std::nullopt;
        }
        const Origin& first = owner->second;
        return Problem{
            document.path,
            origin.line,
            0,
            fmt::format("the id {} is taken by {}{}; this document is left out",
                        document.id,
                        first.path,
                        first.line > 0 ? fmt::format(":{}", first.line) : "")};
    }

    const ReindexOptions& options_;
    IndexWriter& writer_;
    Report& report_;
    const std::atomic<bool>& stop_;
    FileHashes hashes_;
    std::unordered_map<std::string, Origin> owners_;  // by document id
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
    Run run(options, writer, report, stop);
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
