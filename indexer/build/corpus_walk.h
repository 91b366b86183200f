// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/build/report.h"
#include "indexer/document/document.h"

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
};

/// What a walk found, each list sorted by path. Each file stands in `files`
/// once.
struct Walk {
    std::vector<CorpusFile> files;
    std::vector<Problem> problems;
    std::vector<SkippedFile> skipped;
};

/// Finds the content files under `paths` (folders, walked whole, or single files).
///
/// The root of a file is the folder given, for a file given by itself its parent, and
/// where one PATH lies inside another the outer one. Symbolic links are followed, each
/// folder once, so that a loop ends. Dangling links, FIFOs, sockets, devices, folders
/// that cannot be listed, names that are not UTF-8 and pages above `max_file_bytes` are
/// problems; dot files, README, `lexicon/` and kinds of file that are not indexed are
/// skipped.
///
/// A PATH that does not exist throws Error{usage}: nothing has been read yet.
[[nodiscard]] Walk walk_corpus(const std::vector<std::filesystem::path>& paths);

/// The bytes of a file. An unreadable file throws Error{io} with the reason the system
/// gives; more than `max_file_bytes` (it grew since the walk) throws too.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

}  // namespace recovery
