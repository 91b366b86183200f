// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "indexer/build/reindex.h"
#include "indexer/build/report.h"
#include "indexer/build/tree_watcher.h"

namespace recovery {

/// Something a watch has to tell: whole lines, safe for a terminal.
struct WatchMessage {
    std::string text;
    bool is_problem = false;
};

/// Keeps an index up to date while its files change: one `reindex` a batch of changes,
/// with one message for each that changed something:
///
///     3 changed, 1 removed in 0.04 s; 142 documents
///
/// Problems of files are told once, when they appear. A batch that fails is told and does
/// not end the watch: while another writer is at work, and after an error of the file
/// system, it is tried again; what was refused (it would remove too much) is tried again
/// with the next change, which alone goes through. The writer's lock is held only for a
/// batch. `force` and `rebuild` of the options are for the first run, which is the
/// caller's:
///
///     Watch watch(options, log);  // from here on changes are noticed
///     watch.run(reindex(options, progress, stop), stop);
class Watch {
  public:
    using Log = std::function<void(const WatchMessage&)>;

    Watch(ReindexOptions options, Log log, WatchTimes times = {});

    /// Returns when `stop` is set. `first` is the report of the first run: its problems
    /// have been told.
    void run(const Report& first, const std::atomic<bool>& stop);

  private:
    enum class Outcome { done, refused, failed };

    void handle(const ChangeBatch& batch, const std::atomic<bool>& stop);
    Outcome attempt(const std::vector<std::filesystem::path>& changed,
                    const std::atomic<bool>& stop);
    Report reindex_patiently(const ReindexOptions& options,
                             const std::atomic<bool>& stop);
    void tell(const Report& report, double seconds);
    void tell_new_problems(const Report& report);
    void tell_failure(const std::string& message, const std::string& hint);

    ReindexOptions options_;
    Log log_;
    TreeWatcher watcher_;
    std::set<std::string> known_problems_;
    std::string last_failure_;  ///< so that it is told once
    bool owes_rescan_ = false;  ///< a batch failed: what it held is still to be done
    bool is_retry_due_ = false;
};

}  // namespace recovery
