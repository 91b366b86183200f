// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/base/error.h"

namespace recovery {

/// Throws Error{io}: `file` could not be written.
[[noreturn]] inline void fail_writing(const std::filesystem::path& file,
                                      const std::string& why) {
    throw Error{ErrorCode::io,
                fmt::format("cannot write {}: {}", file.string(), why),
                "the index that was there before is untouched"};
}

/// Runs `work`. What Xapian throws becomes an Error{io}, or Error{index_corrupt} when the
/// files it works on are damaged.
template <typename Work>
auto writing(const std::filesystem::path& file, Work work) {
    try {
        return work();
    } catch (const Xapian::DatabaseCorruptError& error) {
        throw Error{ErrorCode::index_corrupt,
                    fmt::format("{} is damaged: {}", file.string(), error.get_msg()),
                    "make it anew: recovery-index --rebuild"};
    } catch (const Xapian::Error& error) {
        fail_writing(file, error.get_msg().empty() ? error.get_type() : error.get_msg());
    }
}

}  // namespace recovery
