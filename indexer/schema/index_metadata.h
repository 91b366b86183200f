// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

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

/// What a build depended on besides the files themselves.
struct BuildSettings {
    std::vector<std::string> roots;  ///< folders, absolute, links resolved
    std::string base_url = "/";
    std::string lexicon_dir;          ///< as it was asked for; "" when it was not
    std::string lexicon_fingerprint;  ///< of the rules in use
    bool has_taken_ids = false;  ///< some Document was left out because its id was taken

    bool operator==(const BuildSettings&) const = default;
};
void write_build_settings(Xapian::WritableDatabase& database,
                          const BuildSettings& settings);
/// Throws Error{index_corrupt} when they are missing or make no sense.
[[nodiscard]] BuildSettings read_build_settings(const Xapian::Database& database);

}  // namespace recovery
