// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/file_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace recovery {

namespace {

constexpr std::int64_t ns_per_second = 1'000'000'000;
// Two seconds is the coarsest clock of a file system in use (FAT).
constexpr std::int64_t settling_ns = 2 * ns_per_second;

std::int64_t to_ns(const timespec& time) {
    return std::int64_t{time.tv_sec} * ns_per_second + time.tv_nsec;
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return FileStamp{static_cast<std::uint64_t>(status.st_size),
                     to_ns(status.st_mtim),
                     to_ns(status.st_ctim),
                     std::uint64_t{status.st_ino}};
}

std::int64_t stamp_now_ns() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return to_ns(now);
}

bool is_settled(const FileStamp& stamp, std::int64_t now_ns) noexcept {
    return std::max(stamp.mtime_ns, stamp.ctime_ns) < now_ns - settling_ns;
}

}  // namespace recovery
