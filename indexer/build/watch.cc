// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/watch.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/escape.h"

namespace recovery {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds retry_interval{5000};
constexpr std::chrono::hours no_retry{24};
// Short, so that a wait for another writer is told.
constexpr double lock_wait_seconds = 0.5;

std::vector<std::filesystem::path> watched_paths(const ReindexOptions& options) {
    std::vector<std::filesystem::path> paths = options.paths;
    if (!options.lexicon_dir.empty()) {
        paths.push_back(options.lexicon_dir);
    }
    return paths;
}

std::string line_of(const Problem& problem) {
    Report one;
    one.problems.push_back(problem);
    const std::string text = problems_text(one);
    return text.substr(text.find('\n') + 1);
}

std::string key_of(const std::string& path) {
    return path + '\0';
}

}  // namespace

Watch::Watch(ReindexOptions options, Log log, WatchTimes times)
    : options_(std::move(options)),
      log_(std::move(log)),
      watcher_(watched_paths(options_), options_.index_dir, times) {
    options_.force = false;
    options_.rebuild = false;
    options_.wait_seconds = lock_wait_seconds;
}

void Watch::run(const Report& first, const std::atomic<bool>& stop) {
    for (const Problem& problem : first.problems) {
        known_problems_.insert(key_of(problem.path) + line_of(problem));
    }
    try {
        while (const auto batch =
                   watcher_.next(stop, is_retry_due_ ? retry_interval : no_retry)) {
            if (!batch->note.empty()) {
                log_({escape_terminal(batch->note, true) + "\n", true});
            }
            if (!batch->empty() || is_retry_due_) {
                handle(*batch, stop);
            }
        }
    } catch (const Error& error) {
        if (error.code() != ErrorCode::interrupted) {
            throw;
        }
    }
}

void Watch::handle(const ChangeBatch& batch, const std::atomic<bool>& stop) {
    is_retry_due_ = false;
    const bool is_whole = batch.is_rescan || owes_rescan_;
    Outcome outcome =
        attempt(is_whole ? std::vector<std::filesystem::path>{} : batch.paths, stop);
    owes_rescan_ = outcome != Outcome::done;
    is_retry_due_ = outcome == Outcome::failed;
    // What was refused must not hold up the rest.
    if (is_whole && outcome == Outcome::refused && !batch.paths.empty()) {
        (void)attempt(batch.paths, stop);
    }
}

Watch::Outcome Watch::attempt(const std::vector<std::filesystem::path>& changed,
                              const std::atomic<bool>& stop) {
    try {
        ReindexOptions options = options_;
        options.changed = changed;
        const auto begin = Clock::now();
        const Report report = reindex_patiently(options, stop);
        tell(report, std::chrono::duration<double>(Clock::now() - begin).count());
        last_failure_.clear();
        return Outcome::done;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) {
            throw;
        }
        tell_failure(error.what(), error.hint());
        return error.code() == ErrorCode::refused ? Outcome::refused : Outcome::failed;
    }
}

Report Watch::reindex_patiently(const ReindexOptions& options,
                                const std::atomic<bool>& stop) {
    for (;;) {
        try {
            return reindex(
                options, [](std::size_t, std::size_t) {}, stop);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::locked) {
                throw;
            }
            tell_failure(error.what(), "");
        }
    }
}

void Watch::tell(const Report& report, double seconds) {
    const std::string changes = changes_text(report.files);
    if (!changes.empty()) {
        log_({fmt::format("{} in {:.2f} s; {} documents\n",
                          changes,
                          seconds,
                          report.documents.total())});
    }
    tell_new_problems(report);
}

// The report lists the problems of all files it looked at. A problem of a file that
// changed is forgotten when it is not listed again, so that it is told when it is back.
void Watch::tell_new_problems(const Report& report) {
    Report fresh;
    std::set<std::string> listed;
    for (const Problem& problem : report.problems) {
        const std::string key = key_of(problem.path) + line_of(problem);
        listed.insert(key);
        if (!known_problems_.contains(key)) {
            fresh.problems.push_back(problem);
        }
    }
    const auto forget = [&](const std::string& path) {
        const std::string start = key_of(path);
        auto it = known_problems_.lower_bound(start);
        while (it != known_problems_.end() && it->starts_with(start)) {
            it = known_problems_.erase(it);
        }
    };
    for (const auto* paths : {&report.changes.changed, &report.changes.removed}) {
        for (const std::string& path : *paths) {
            forget(path);
        }
    }
    for (const ChangeSet::Move& move : report.changes.moved) {
        forget(move.from);
    }
    known_problems_.merge(listed);
    if (!fresh.problems.empty()) {
        log_({problems_text(fresh), true});
    }
}

void Watch::tell_failure(const std::string& message, const std::string& hint) {
    if (message == last_failure_) {
        return;
    }
    last_failure_ = message;
    std::string text = escape_terminal(message, true) + "\n";
    if (!hint.empty()) {
        text += "  " + escape_terminal(hint, true) + "\n";
    }
    log_({text, true});
}

}  // namespace recovery
