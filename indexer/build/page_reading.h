// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/build/corpus_walk.h"
#include "indexer/document/document.h"
#include "indexer/schema/file_record.h"

namespace recovery {

/// A page as it was read: what it holds and what the index is to remember of it. Without
/// a record it could not be read, or holds nothing to index; its problems say why.
struct PageReading {
    std::vector<Document> documents;
    std::vector<Problem> problems;
    std::optional<FileRecord> record;
    bool is_read = false;  ///< its bytes could be had
};

/// Reads a page (no file of records). Outcomes are values: nothing is thrown but for want
/// of memory.
[[nodiscard]] PageReading read_page_file(const CorpusFile& file,
                                         const std::string& base_url);

/// The name under which a person's bio is one, wherever it stands; "" for a Document that
/// is no bio.
[[nodiscard]] std::string bio_name(const Document& document);

/// Equal for bios that say the same, whatever file they stand in.
[[nodiscard]] std::string bio_hash(const Document& document);

}  // namespace recovery
