// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace recovery {

/// What the file system says of a file, to see without reading it that it is the same.
/// Restoring a file's mtime changes its ctime.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    std::uint64_t inode = 0;

    bool operator==(const FileStamp&) const = default;
};

/// What an index remembers of a corpus file it was made from.
struct FileRecord {
    std::string hash;  ///< content_hash, 16 hex digits
    /// Nothing when the file had just been written as it was read: a later change might
    /// leave the same stamp.
    std::optional<FileStamp> stamp = std::nullopt;
    std::string skipped = {};   ///< why it gave no Document by rule; "" when it gave some
    bool has_problems = false;  ///< its problems are to be told at every run

    bool operator==(const FileRecord&) const = default;
};

/// Path in the root -> record.
using FileRecords = std::map<std::string, FileRecord>;

/// A nullopt `record` removes it.
void write_file_record(Xapian::WritableDatabase& database,
                       const std::string& path,
                       const std::optional<FileRecord>& record);

/// Throws Error{index_corrupt} for a record that cannot be read; Xapian's errors pass
/// through.
[[nodiscard]] FileRecords read_file_records(const Xapian::Database& database);

/// A file in which a person's bio stands, and the hash of the bio.
struct BioPlace {
    std::string path;
    std::string hash;

    auto operator<=>(const BioPlace&) const = default;
};

/// Normalised name of a person -> the files that hold the bio, by path. The index has it
/// from the first of them.
using BioPlaces = std::map<std::string, std::vector<BioPlace>>;

/// An empty list removes the entry.
void write_bio_places(Xapian::WritableDatabase& database,
                      const std::string& name,
                      const std::vector<BioPlace>& places);
[[nodiscard]] BioPlaces read_bio_places(const Xapian::Database& database);

}  // namespace recovery
