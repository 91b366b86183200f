// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/tree_watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "indexer/document/read_documents.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

// A file counts when it was closed, not at each write: half a page is no page.
constexpr std::uint32_t wanted_events = IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE |
                                        IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                        IN_ONLYDIR | IN_EXCL_UNLINK;
// More paths than this are not worth telling apart.
constexpr std::size_t max_paths = 500;

std::pair<std::uint64_t, std::uint64_t> identity_of(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {0, 0};
    }
    return {status.st_dev, status.st_ino};
}

fs::path absolute_path(const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

bool is_below(const fs::path& path, const fs::path& top) {
    const std::string& whole = path.native();
    const std::string& start = top.native();
    return whole.starts_with(start) &&
           (whole.size() == start.size() || whole[start.size()] == '/');
}

// Created but not closed: the end of its writing is yet to be told. A second name of a
// file, or a link, is never closed.
bool is_being_written(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_nlink == 1;
}

}  // namespace

TreeWatcher::TreeWatcher(std::vector<fs::path> paths,
                         const fs::path& ignored,
                         WatchTimes times)
    : times_(times) {
    std::error_code error;
    ignored_ = absolute_path(fs::weakly_canonical(ignored, error));
    for (const fs::path& path : paths) {
        starts_.push_back({absolute_path(path), {}});
    }
    polled_ = Clock::now();
    restart();
}

TreeWatcher::~TreeWatcher() {
    close_events();
}

void TreeWatcher::close_events() {
    if (events_ >= 0) {
        ::close(events_);
    }
    events_ = -1;
    folders_.clear();
}

void TreeWatcher::restart() {
    close_events();
    is_lost_ = false;
    events_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (events_ < 0) {
        give_up("fs.inotify.max_user_instances", errno);
    }
    for (Start& start : starts_) {
        watch_start(start);
    }
}

void TreeWatcher::give_up(std::string_view limit, int error) {
    close_events();
    batch_.is_rescan = true;
    batch_.note = fmt::format(
        "changes are not told by the system ({}); looking every {} s; raise {}",
        std::strerror(error),
        std::chrono::duration<double>(times_.poll).count(),
        limit);
}

void TreeWatcher::watch_start(Start& start) {
    start.identity = identity_of(start.path);
    std::error_code error;
    if (events_ < 0) {
        return;
    }
    if (fs::is_directory(start.path, error)) {
        watch_tree(start.path);
    } else if (start.identity.second != 0) {
        (void)watch_folder(start.path.parent_path());
    }
}

bool TreeWatcher::watch_folder(const fs::path& folder) {
    const int watch = ::inotify_add_watch(events_, folder.c_str(), wanted_events);
    if (watch >= 0) {
        const auto [known, is_new] = folders_.try_emplace(watch, folder);
        has_links_ = has_links_ || (!is_new && known->second != folder);
        return is_new;
    }
    // What went meanwhile is told by the folder around it.
    if (errno == ENOSPC) {
        give_up("fs.inotify.max_user_watches", ENOSPC);
    }
    return false;
}

void TreeWatcher::watch_tree(const fs::path& top) {
    std::vector<fs::path> waiting{top};
    while (!waiting.empty() && events_ >= 0) {
        const fs::path folder = std::move(waiting.back());
        waiting.pop_back();
        // A folder seen before ends the loops that links make.
        if (is_ignored(folder) || !watch_folder(folder)) {
            continue;
        }
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            std::error_code ignored;
            has_links_ = has_links_ || it->is_symlink(ignored);
            if (!it->path().filename().native().starts_with('.') &&
                it->is_directory(ignored)) {
                waiting.push_back(it->path());
            }
        }
    }
}

void TreeWatcher::forget_tree(const fs::path& top) {
    std::erase_if(folders_, [&](const auto& folder) {
        const bool gone = is_below(folder.second, top);
        if (gone) {
            ::inotify_rm_watch(events_, folder.first);
        }
        return gone;
    });
}

bool TreeWatcher::is_ignored(const fs::path& path) const {
    std::error_code error;
    return is_below(fs::weakly_canonical(path, error), ignored_);
}

// Of a PATH that is a file its folder is watched.
bool TreeWatcher::is_wanted(const fs::path& path) const {
    return !is_ignored(path) &&
           std::any_of(starts_.begin(), starts_.end(), [&](const Start& start) {
               return is_below(path, start.path);
           });
}

std::optional<ChangeBatch> TreeWatcher::next(const std::atomic<bool>& stop,
                                             std::chrono::milliseconds at_most) {
    const Clock::time_point end = Clock::now() + at_most;
    Clock::time_point look = Clock::now();
    while (!stop.load()) {
        const Clock::time_point now = Clock::now();
        if (now >= look) {
            look_at_starts();
            look = now + times_.look;
        }
        if (is_lost_) {
            restart();
            add({});
        }
        if (events_ < 0 && now >= polled_ + times_.poll) {
            batch_.is_rescan = true;
            return take();
        }
        if (now >= std::min(due(), end)) {
            return take();
        }
        wait_for_events(std::min({look, due(), end}));
    }
    return std::nullopt;
}

TreeWatcher::Clock::time_point TreeWatcher::due() const {
    return first_ ? std::min(*first_ + times_.most, last_ + times_.quiet)
                  : Clock::time_point::max();
}

ChangeBatch TreeWatcher::take() {
    ChangeBatch batch = std::exchange(batch_, {});
    const bool has_any = first_.has_value();
    first_.reset();
    polled_ = Clock::now();
    std::sort(batch.paths.begin(), batch.paths.end());
    batch.paths.erase(std::unique(batch.paths.begin(), batch.paths.end()),
                      batch.paths.end());
    batch.is_rescan =
        batch.is_rescan || batch.paths.size() > max_paths || (has_any && has_links_);
    return batch;
}

void TreeWatcher::wait_for_events(Clock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    pollfd ready{events_, POLLIN, 0};
    // A signal ends the wait: the caller looks at `stop`.
    if (::poll(&ready, 1, static_cast<int>(std::max<long>(left.count(), 0))) > 0) {
        read_events();
    }
}

void TreeWatcher::read_events() {
    alignas(inotify_event) std::array<char, std::size_t{1} << 16U> buffer{};
    const ssize_t bytes = ::read(events_, buffer.data(), buffer.size());
    for (ssize_t at = 0; at < bytes && events_ >= 0;) {
        inotify_event head{};
        std::memcpy(&head, buffer.data() + at, sizeof head);
        const char* const name = buffer.data() + at + sizeof head;
        event(head.wd, head.mask, head.len > 0 ? std::string_view(name) : "");
        at += static_cast<ssize_t>(sizeof head + head.len);
    }
}

void TreeWatcher::event(int watch, std::uint32_t mask, std::string_view name) {
    if ((mask & IN_Q_OVERFLOW) != 0) {
        is_lost_ = true;
        return;
    }
    const auto folder = folders_.find(watch);
    if (folder == folders_.end()) {
        return;
    }
    if ((mask & IN_IGNORED) != 0) {
        folders_.erase(folder);
        return;
    }
    const fs::path path = name.empty() ? folder->second : folder->second / name;
    if (name.starts_with('.') || !is_wanted(path)) {
        return;
    }
    std::error_code error;
    const bool is_folder = (mask & IN_ISDIR) != 0 || fs::is_directory(path, error);
    is_folder ? folder_event(path, mask) : file_event(path, mask);
}

void TreeWatcher::folder_event(const fs::path& path, std::uint32_t mask) {
    std::error_code error;
    if ((mask & (IN_MOVED_FROM | IN_DELETE)) != 0) {
        forget_tree(path);
    } else if ((mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
        has_links_ = has_links_ || fs::is_symlink(path, error);
        watch_tree(path);
    }
    add(path);
}

void TreeWatcher::file_event(const fs::path& path, std::uint32_t mask) {
    std::error_code error;
    has_links_ = has_links_ || fs::is_symlink(path, error);
    const std::string name = path.filename().string();
    const bool is_lexicon = path.parent_path().filename() == "lexicon" ||
                            path.extension() == ".yaml" || path.extension() == ".tsv";
    if (!has_links_ && !is_lexicon && !is_content_file(name)) {
        return;
    }
    if ((mask & IN_CREATE) == 0 || !is_being_written(path)) {
        add(path);
    }
}

void TreeWatcher::add(const fs::path& path) {
    last_ = Clock::now();
    if (!first_) {
        first_ = last_;
    }
    if (path.empty()) {
        batch_.is_rescan = true;
    } else if (batch_.paths.size() <= 2 * max_paths) {
        batch_.paths.push_back(path);
    }
}

void TreeWatcher::look_at_starts() {
    const bool changed =
        std::any_of(starts_.begin(), starts_.end(), [](const Start& start) {
            return identity_of(start.path) != start.identity;
        });
    if (changed && events_ >= 0) {
        restart();
        add({});
    }
}

}  // namespace recovery
