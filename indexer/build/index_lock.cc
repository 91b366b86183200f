// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/index_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/stop.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

bool lock_within(int descriptor, double wait_seconds, const std::atomic<bool>* stop) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds pause{20};
    const auto deadline = Clock::now() + std::chrono::duration<double>(wait_seconds);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const bool is_stopped = stop != nullptr && stop->load();
        if (is_stopped || Clock::now() >= deadline) {
            return false;
        }
        std::this_thread::sleep_for(pause);
    }
    return true;
}

}  // namespace

IndexLock::IndexLock(const fs::path& index_dir,
                     double wait_seconds,
                     const std::atomic<bool>* stop) {
    std::error_code error;
    fs::create_directories(index_dir, error);
    if (error) {
        throw Error{ErrorCode::io,
                    fmt::format("cannot make the index directory {}: {}",
                                index_dir.string(),
                                error.message())};
    }
    const fs::path file = index_dir / "lock";
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) {
        throw Error{
            ErrorCode::io,
            fmt::format("cannot open {}: {}", file.string(), std::strerror(errno))};
    }
    if (!lock_within(descriptor_, wait_seconds, stop)) {
        std::array<char, 32> holder{};
        const ssize_t read = ::pread(descriptor_, holder.data(), holder.size() - 1, 0);
        ::close(descriptor_);
        if (stop != nullptr) {
            throw_if_stopped(*stop);
        }
        std::string who(holder.data(),
                        static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
        std::erase_if(who, [](char c) { return c < '0' || c > '9'; });
        throw Error{ErrorCode::locked,
                    fmt::format("another recovery-index (process {}) is writing {}",
                                who.empty() ? "unknown" : who,
                                index_dir.string()),
                    "wait until it has finished, then try again"};
    }
    const std::string pid = fmt::format("{:<10}\n", ::getpid());
    if (::pwrite(descriptor_, pid.data(), pid.size(), 0) < 0) {
        const std::string why = std::strerror(errno);
        ::close(descriptor_);
        throw Error{ErrorCode::io,
                    fmt::format("cannot write {}: {}", file.string(), why)};
    }
}

IndexLock::~IndexLock() {
    ::close(descriptor_);
}

}  // namespace recovery
