// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recovery {

/// How long a TreeWatcher waits for what.
struct WatchTimes {
    std::chrono::milliseconds quiet{300};  ///< no further event: the batch is complete
    std::chrono::milliseconds most{2000};  ///< after its first event at the latest
    std::chrono::milliseconds look{1000};  ///< whether the PATHs are still the same
    std::chrono::milliseconds poll{
        5000};  ///< between batches when events are not to be had
};

/// What may have changed since the batch before.
struct ChangeBatch {
    /// Files and folders that came, changed or went, each once; a folder stands for all
    /// below it.
    std::vector<std::filesystem::path> paths;
    bool is_rescan = false;  ///< anything may have changed
    std::string note;        ///< for people: why events are not to be had; told once

    [[nodiscard]] bool empty() const { return paths.empty() && !is_rescan; }
};

/// Tells what changes under files and folders, by inotify.
///
/// Folders are watched as `walk_corpus` reads them: hidden ones are not, and links to
/// folders are followed. Under links a file can have two paths: once a link was seen,
/// each batch is a rescan. What changes behind a link to a file is not seen.
///
/// A PATH may go, come back, or become another folder (a link that was turned): each is a
/// rescan. So is a queue of events that ran over. When the system grants no more watches,
/// every batch is a rescan after `WatchTimes::poll`, and the first one's note says so.
///
/// Events of files that are no pages, and what happens under `ignored` (the index), are
/// left out; a file that is being written counts when it is closed. Not thread-safe.
///
///     TreeWatcher watcher({"site"}, "index");
///     while (auto batch = watcher.next(stop, std::chrono::hours(1))) { ... }
class TreeWatcher {
  public:
    TreeWatcher(std::vector<std::filesystem::path> paths,
                const std::filesystem::path& ignored,
                WatchTimes times = {});
    ~TreeWatcher();
    TreeWatcher(const TreeWatcher&) = delete;
    TreeWatcher& operator=(const TreeWatcher&) = delete;
    TreeWatcher(TreeWatcher&&) = delete;
    TreeWatcher& operator=(TreeWatcher&&) = delete;

    /// Waits for a complete batch, and returns an empty one after `at_most`. Nothing when
    /// `stop` is set: at once when a signal sets it, else within `WatchTimes::look`.
    [[nodiscard]] std::optional<ChangeBatch> next(const std::atomic<bool>& stop,
                                                  std::chrono::milliseconds at_most);

  private:
    using Clock = std::chrono::steady_clock;

    /// A PATH, and which file or folder it is at present: device and inode, 0 for none.
    struct Start {
        std::filesystem::path path;
        std::pair<std::uint64_t, std::uint64_t> identity;
    };

    void restart();
    void close_events();
    void give_up(std::string_view limit, int error);
    void watch_start(Start& start);
    void watch_tree(const std::filesystem::path& top);
    [[nodiscard]] bool watch_folder(const std::filesystem::path& folder);
    void forget_tree(const std::filesystem::path& top);
    [[nodiscard]] bool is_ignored(const std::filesystem::path& path) const;
    [[nodiscard]] bool is_wanted(const std::filesystem::path& path) const;

    void wait_for_events(Clock::time_point until);
    void read_events();
    void event(int watch, std::uint32_t mask, std::string_view name);
    void folder_event(const std::filesystem::path& path, std::uint32_t mask);
    void file_event(const std::filesystem::path& path, std::uint32_t mask);
    void add(const std::filesystem::path& path);
    void look_at_starts();
    [[nodiscard]] Clock::time_point due() const;
    [[nodiscard]] ChangeBatch take();

    std::vector<Start> starts_;
    std::filesystem::path ignored_;
    WatchTimes times_;
    int events_ = -1;  ///< inotify descriptor; -1 when events are not to be had
    std::map<int, std::filesystem::path> folders_;  ///< by watch
    bool has_links_ = false;
    bool is_lost_ = false;  ///< the queue ran over
    std::optional<Clock::time_point> first_;
    Clock::time_point last_;
    Clock::time_point polled_;
    ChangeBatch batch_;
};

}  // namespace recovery
