// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include <xapian.h>

namespace recovery {

/// How many Documents of each kind.
struct DocumentCounts {
    std::size_t articles = 0;
    std::size_t faqs = 0;
    std::size_t bios = 0;

    [[nodiscard]] std::size_t total() const noexcept { return articles + faqs + bios; }
};

/// What an index says of itself.
struct IndexMetadata {
    std::string schema;
    std::string language;
    std::string built_at;  ///< ISO 8601, UTC
    DocumentCounts documents;
};

/// Writes the metadata of the schema this program was built with.
void write_index_metadata(Xapian::WritableDatabase& database,
                          const std::string& built_at,
                          const DocumentCounts& documents);

/// Throws Error{index_corrupt} when a key is missing or makes no sense,
/// Error{schema_mismatch} when schema or language are not this program's; the hint names
/// the command that mends it. Xapian's errors pass through.
[[nodiscard]] IndexMetadata read_index_metadata(const Xapian::Database& database);

/// The encoded crisis rules of the corpus (encode_crisis_rules); "" when the index has
/// none of its own.
void write_crisis_rules(Xapian::WritableDatabase& database, const std::string& rules);
[[nodiscard]] std::string read_crisis_rules(const Xapian::Database& database);

/// Path in the root -> content hash, for each file the index was made from.
using FileHashes = std::map<std::string, std::string>;
void write_file_hashes(Xapian::WritableDatabase& database, const FileHashes& hashes);
[[nodiscard]] FileHashes read_file_hashes(const Xapian::Database& database);

}  // namespace recovery
