// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include <xapian.h>

#include "indexer/document/document.h"
#include "indexer/schema/analysis.h"
#include "indexer/schema/file_record.h"
#include "indexer/schema/index_metadata.h"

namespace recovery {

/// What an index remembers of how it was made.
struct IndexRecords {
    FileRecords files;
    BioPlaces bios;
    BuildSettings settings;
};

/// What the live index was made from; nullopt when there is no live index that this
/// program can read (none yet, corrupt, another schema): a full build mends all three.
struct PreviousIndex {
    std::uint64_t generation = 0;
    DocumentCounts documents;
    std::size_t sections = 0;
    IndexRecords records;
};
[[nodiscard]] std::optional<PreviousIndex> read_previous_index(
    const std::filesystem::path& index_dir);

/// Removes what a killed writer left behind. The caller holds the IndexLock.
void remove_unfinished(const std::filesystem::path& index_dir);

/// One more or one less of a kind.
void count_document(DocumentCounts& counts, Kind kind, int change);

/// Builds a new generation beside the live one and publishes it at the end.
///
/// Until `publish` returns, readers see the old generation; a writer destroyed before
/// leaves nothing behind. The caller holds the IndexLock. Xapian's errors come out as
/// Error{io} (a full disk, say). Not thread-safe.
class IndexWriter {
  public:
    explicit IndexWriter(const std::filesystem::path& index_dir);
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;
    IndexWriter(IndexWriter&&) = delete;
    IndexWriter& operator=(IndexWriter&&) = delete;

    void add(const Document& document);

    /// Rules of the corpus's own for recognising a crisis, encoded; "" for none.
    void set_crisis_rules(std::string encoded) { crisis_rules_ = std::move(encoded); }

    /// Writes metadata, flushes to disk, checks that the new generation reads back with
    /// as many sections as were added, renames it into place and points `live` at it. The
    /// generation that was live is kept, older ones are removed.
    void publish(const std::string& built_at, const IndexRecords& records);

    [[nodiscard]] const DocumentCounts& documents() const noexcept { return documents_; }
    [[nodiscard]] std::size_t sections() const noexcept { return sections_; }

  private:
    void finish_database(const std::string& built_at, const IndexRecords& records);

    std::filesystem::path index_dir_;
    std::optional<std::uint64_t> previous_;
    std::uint64_t generation_ = 0;
    std::filesystem::path part_dir_;
    std::string crisis_rules_;
    std::optional<Xapian::WritableDatabase> database_;
    Stemmer stemmer_;
    DocumentCounts documents_;
    std::size_t sections_ = 0;
};

}  // namespace recovery
