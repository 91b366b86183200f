// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/publish_live.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "indexer/build/writing.h"
#include "indexer/schema/generations.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

void write_whole_file(const fs::path& file, std::string_view bytes) {
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        fail_writing(file, std::strerror(errno));
    }
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    const bool whole =
        written == static_cast<ssize_t>(bytes.size()) && ::fsync(descriptor) == 0;
    const std::string why = std::strerror(errno);
    ::close(descriptor);
    if (!whole) {
        fail_writing(file, why);
    }
}

}  // namespace

void sync_path(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || ::fsync(descriptor) != 0) {
        const std::string why = std::strerror(errno);
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        fail_writing(path, why);
    }
    ::close(descriptor);
}

void rename_path(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        fail_writing(to, error.message());
    }
}

void point_live_at(const fs::path& index_dir, std::uint64_t generation) {
    const fs::path live = live_file(index_dir);
    fs::path fresh = live;
    fresh += ".new";
    write_whole_file(fresh, fmt::format("auto gen-{}\n", generation));
    rename_path(fresh, live);
    sync_path(index_dir);
}

}  // namespace recovery
