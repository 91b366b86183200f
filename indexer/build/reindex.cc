// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/reindex.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/corpus_lexicon.h"
#include "indexer/build/index_editor.h"
#include "indexer/build/index_lock.h"
#include "indexer/build/index_writer.h"
#include "indexer/build/scan.h"
#include "indexer/build/scope.h"
#include "indexer/build/stop.h"
#include "indexer/build/update.h"
#include "indexer/schema/generations.h"

namespace recovery {

namespace {

// Above this share of changed files a new generation is faster, and smaller.
constexpr std::size_t full_build_divisor = 4;
constexpr std::size_t always_updated_files = 100;

std::string utc_now() {
    const std::time_t now =
        std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

void count_files(Report& report, const FileHashes& before, const FileHashes& after) {
    report.changes = compare_files(before, after);
    report.files.added = report.changes.added.size();
    report.files.changed = report.changes.changed.size();
    report.files.moved = report.changes.moved.size();
    report.files.removed = report.changes.removed.size();
    report.files.unchanged = report.changes.unchanged.size();
    report.files.skipped = report.skipped.size();
}

void order_problems(Report& report) {
    std::stable_sort(report.problems.begin(),
                     report.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.path < b.path; });
}

// Before an index directory is made: a mistyped PATH is the commonest mistake. A file
// that an index knows may be gone.
void check_paths(const ReindexOptions& options) {
    std::error_code error;
    if (std::filesystem::exists(live_file(options.index_dir), error)) {
        return;
    }
    for (const std::filesystem::path& path : options.paths) {
        if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
            throw Error{ErrorCode::usage,
                        fmt::format("no such file or folder: {}", path.string())};
        }
    }
}

FileHashes hashes_of(const FileRecords& records) {
    FileHashes hashes;
    for (const auto& [path, record] : records) {
        if (record.skipped.empty()) {
            hashes.emplace(path, record.hash);
        }
    }
    return hashes;
}

class Run {
  public:
    Run(const ReindexOptions& options,
        const Progress& progress,
        const std::atomic<bool>& stop)
        : options_(options),
          progress_(progress),
          stop_(stop),
          previous_(read_previous_index(options.index_dir)) {
        const IndexRecords known = previous_ ? previous_->records : IndexRecords{};
        scope_ = scope_of(options.paths, known.settings.roots, known.files);
        if (scope_.roots == known.settings.roots) {
            scope_ = scope_of_changes(options.changed, scope_.roots).value_or(scope_);
        }
        settings_.roots = scope_.roots;
        settings_.base_url = options.base_url.value_or(known.settings.base_url);
        settings_.lexicon_dir = options.lexicon_dir.empty()
                                    ? known.settings.lexicon_dir
                                    : options.lexicon_dir.string();
        lexicon_ = find_corpus_lexicon(settings_.lexicon_dir,
                                       {scope_.roots.begin(), scope_.roots.end()});
        settings_.lexicon_fingerprint = lexicon_.fingerprint;
    }

    Report run() {
        if (!options_.rebuild && is_comparable()) {
            try {
                if (std::optional<Report> report = update()) {
                    return *std::move(report);
                }
            } catch (const Error& error) {
                // A full build replaces the damaged generation.
                if (error.code() != ErrorCode::index_corrupt) {
                    throw;
                }
            }
        }
        return build();
    }

  private:
    // Whether the index was made as this run would make it.
    [[nodiscard]] bool is_comparable() const {
        if (!previous_ || previous_->records.settings.has_taken_ids) {
            return false;
        }
        BuildSettings before = previous_->records.settings;
        before.lexicon_dir = settings_.lexicon_dir;
        return before == settings_;
    }

    std::optional<Report> update() {
        const FileRecords& records = previous_->records.files;
        Scan scan = scan_corpus(scope_, records, settings_.base_url, stop_);
        const std::size_t changed = scan.removed.size() + scan.readings.size();
        if (scan.has_changed_records || (changed > always_updated_files &&
                                         changed > records.size() / full_build_divisor)) {
            return std::nullopt;
        }
        Report report;
        report.problems = scan.walk.problems;
        report.skipped = scan.walk.skipped;
        progress_(scan.walk.files.size(), scan.walk.files.size());
        if (changed == 0) {
            report.documents = previous_->documents;
            report.sections = previous_->sections;
            finish(report, scan.before, scan.after, 0);
            return report;
        }
        IndexEditor editor(options_.index_dir, *previous_);
        const UpdateOutcome outcome =
            update_index(scan, scope_, *previous_, settings_.base_url, editor, report);
        if (!outcome.is_possible) {
            return std::nullopt;
        }
        report.documents = editor.documents();
        report.sections = editor.sections();
        finish(report, scan.before, scan.after, outcome.lost_documents);
        if (outcome.has_changed && !options_.dry_run) {
            editor.commit(utc_now());
        }
        return report;
    }

    Report build() {
        // A part cannot be built alone.
        const Scope whole = scope_.parts.empty() ? scope_ : whole_scope(scope_.roots);
        Walk walk = walk_corpus(whole.walks);
        std::string crisis_rules = load_corpus_lexicon(lexicon_);
        IndexWriter writer(options_.index_dir);
        writer.set_crisis_rules(std::move(crisis_rules));
        Report report;
        report.problems = std::move(walk.problems);
        report.skipped = std::move(walk.skipped);
        IndexRecords records;
        records.settings = settings_;
        build_all(walk, settings_.base_url, writer, report, records, progress_, stop_);
        const std::size_t total = report.documents.total();
        const std::size_t before = previous_ ? previous_->documents.total() : 0;
        finish(report,
               previous_ ? hashes_of(previous_->records.files) : FileHashes{},
               hashes_of(records.files),
               before > total ? before - total : 0);
        if (!options_.dry_run) {
            writer.publish(utc_now(), records);
        }
        return report;
    }

    void finish(Report& report,
                const FileHashes& before,
                const FileHashes& after,
                std::size_t lost_documents) {
        report.is_dry = options_.dry_run;
        order_problems(report);
        count_files(report, before, after);
        refuse_to_lose(report.documents.total(), lost_documents);
        throw_if_stopped(stop_);
    }

    void refuse_to_lose(std::size_t total, std::size_t lost_documents) const {
        const std::size_t before = previous_ ? previous_->documents.total() : 0;
        if (before > 0 && total == 0) {
            throw Error{
                ErrorCode::refused,
                fmt::format(
                    "nothing to index was found; the index keeps its {} documents",
                    before),
                "check the PATH; to start over, remove the index directory"};
        }
        if (!options_.force && lost_documents * 2 > before) {
            throw Error{ErrorCode::refused,
                        fmt::format("{} of {} documents would go; the index keeps them",
                                    lost_documents,
                                    before),
                        "check the PATH; with --force they go"};
        }
    }

    const ReindexOptions& options_;
    const Progress& progress_;
    const std::atomic<bool>& stop_;
    std::optional<PreviousIndex> previous_;
    Scope scope_;
    BuildSettings settings_;
    CorpusLexicon lexicon_;
};

}  // namespace

Report reindex(const ReindexOptions& options,
               const Progress& progress,
               const std::atomic<bool>& stop) {
    check_paths(options);
    const IndexLock lock(options.index_dir, options.wait_seconds, &stop);
    remove_unfinished(options.index_dir);
    return Run(options, progress, stop).run();
}

}  // namespace recovery
