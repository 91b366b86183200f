// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/build/index_writer.h"
#include "indexer/document/document.h"
#include "indexer/schema/analysis.h"

namespace recovery {

/// A Document that stands in the index.
struct IndexedDocument {
    std::string id;
    Kind kind = Kind::article;
    std::string title;
};

/// Changes the live generation: all changes become visible at once with `commit`, or none
/// does. The caller holds the IndexLock. Xapian's errors come out as Error{io}, those of
/// a damaged generation as Error{index_corrupt}. Not thread-safe.
class IndexEditor {
  public:
    IndexEditor(const std::filesystem::path& index_dir, const PreviousIndex& previous);
    /// Without `commit` nothing has happened.
    ~IndexEditor();
    IndexEditor(const IndexEditor&) = delete;
    IndexEditor& operator=(const IndexEditor&) = delete;
    IndexEditor(IndexEditor&&) = delete;
    IndexEditor& operator=(IndexEditor&&) = delete;

    /// The Documents made from a file, each once.
    [[nodiscard]] std::vector<IndexedDocument> documents_of(const std::string& path);

    /// Whether a Document of this id is there.
    [[nodiscard]] bool has_document(const std::string& id);

    void add(const Document& document);
    void remove(const IndexedDocument& document);
    void set_record(const std::string& path, const std::optional<FileRecord>& record);
    void set_bio(const std::string& name, const std::vector<BioPlace>& places);

    [[nodiscard]] const DocumentCounts& documents() const noexcept { return documents_; }
    [[nodiscard]] std::size_t sections() const;

    void commit(const std::string& built_at);

  private:
    std::filesystem::path dir_;
    std::optional<Xapian::WritableDatabase> database_;
    Stemmer stemmer_;
    DocumentCounts documents_;
};

}  // namespace recovery
