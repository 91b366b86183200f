// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/file_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include <fmt/format.h>

#include "indexer/base/error.h"

namespace recovery {

namespace {

constexpr std::size_t chunk_bytes = 65536;

Error unreadable() {
    return Error{ErrorCode::io, fmt::format("cannot be read: {}", std::strerror(errno))};
}

}  // namespace

// Not blocking, in case a pipe took the file's place since it was found.
FileReader::FileReader(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)),
      chunk_(chunk_bytes) {
    if (descriptor_ < 0) {
        throw unreadable();
    }
}

FileReader::~FileReader() {
    ::close(descriptor_);
}

std::string_view FileReader::next() {
    ssize_t got = -1;
    do {
        got = ::read(descriptor_, chunk_.data(), chunk_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        throw unreadable();
    }
    return {chunk_.data(), static_cast<std::size_t>(got)};
}

}  // namespace recovery
