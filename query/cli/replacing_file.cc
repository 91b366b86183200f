// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/replacing_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fmt/format.h>

#include "indexer/base/error.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

constexpr mode_t file_mode = 0666;  // less the umask

/// The file that a link leads to; `path` itself when it is none or leads nowhere.
fs::path behind_links(const fs::path& path) {
    std::error_code error;
    fs::path whole = fs::canonical(path, error);
    return error ? path : whole;
}

bool is_written_directly(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    return fs::exists(status) && !fs::is_regular_file(status);
}

}  // namespace

ReplacingFile::ReplacingFile(const fs::path& path) : path_(path) {
    if (path == "-") {
        file_ = stdout;
        return;
    }
    int flags = O_WRONLY | O_CLOEXEC;
    if (!is_written_directly(path)) {
        path_ = behind_links(path);
        part_ = path_;
        part_ += fmt::format(".{}.part", ::getpid());
        flags |= O_CREAT | O_EXCL;
    }
    const int descriptor =
        ::open((part_.empty() ? path_ : part_).c_str(), flags, file_mode);
    if (descriptor < 0) {
        part_.clear();
        fail();
    }
    file_ = ::fdopen(descriptor, "w");
    if (file_ == nullptr) {
        ::close(descriptor);
        std::error_code ignored;
        fs::remove(part_, ignored);
        fail();
    }
}

ReplacingFile::~ReplacingFile() {
    if (file_ != nullptr && file_ != stdout) {
        std::fclose(file_);
    }
    if (!part_.empty()) {
        std::error_code error;
        fs::remove(part_, error);
    }
}

void ReplacingFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
        fail();
    }
}

void ReplacingFile::finish() {
    if (std::fflush(file_) != 0 || (!part_.empty() && ::fsync(::fileno(file_)) != 0)) {
        fail();
    }
    if (part_.empty()) {
        return;
    }
    std::error_code error;
    fs::rename(part_, path_, error);
    if (error) {
        errno = error.value();
        fail();
    }
    part_.clear();
}

void ReplacingFile::fail() const {
    throw Error{ErrorCode::io,
                fmt::format("cannot write {}: {}",
                            path_ == "-" ? "standard output" : path_.string(),
                            std::strerror(errno))};
}

}  // namespace recovery
