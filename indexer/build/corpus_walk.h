// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/build/report.h"
#include "indexer/document/document.h"
#include "indexer/schema/file_record.h"

namespace recovery {

/// Larger files are no pages; they are reported and left out. Files of records
/// (record_reader.h), which are read line by line, may have any size.
inline constexpr std::size_t max_file_bytes = std::size_t{8} << 20U;

/// A file to read: where it is, its path in its root ('/'-separated, UTF-8), and the name
/// of the root folder, "" when that has none or is not UTF-8.
struct CorpusFile {
    std::filesystem::path file;
    std::string path;
    std::string root_name;
    std::optional<FileStamp> stamp = std::nullopt;  ///< as it was when it was found
};

/// What a walk found, each list sorted by path. Each file stands in `files`
/// once.
struct Walk {
    std::vector<CorpusFile> files;
    std::vector<Problem> problems;
    std::vector<SkippedFile> skipped;
};

/// Where to look: everything under `start` (a folder, or a single file), with names
/// relative to `root`.
struct CorpusPath {
    std::filesystem::path root;
    std::filesystem::path start;
    /// A person named `start`: then it is a problem when it is a file that is not
    /// indexed.
    bool is_named = true;
};

/// PATHs as they are given, each with its root: the folder itself, for a file its parent,
/// and where one PATH lies inside another the outer one.
[[nodiscard]] std::vector<CorpusPath> own_roots(
    const std::vector<std::filesystem::path>& paths);

/// Finds the content files of `paths`.
///
/// Symbolic links are followed, each folder once, so that a loop ends. Dangling links,
/// FIFOs, sockets, devices, folders that cannot be listed, names that are not UTF-8 and
/// files above `max_file_bytes` are problems; dot files, README, `lexicon/` and kinds of
/// file that are not indexed are skipped.
///
/// A start that does not exist throws Error{usage}: nothing has been read yet.
[[nodiscard]] Walk walk_corpus(const std::vector<CorpusPath>& paths);

/// The bytes of a file. An unreadable file throws Error{io} with the reason the system
/// gives; more than `max_file_bytes` (it grew since the walk) throws too.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

}  // namespace recovery
