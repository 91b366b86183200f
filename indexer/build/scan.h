// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "indexer/build/change_set.h"
#include "indexer/build/corpus_walk.h"
#include "indexer/build/page_reading.h"
#include "indexer/build/scope.h"
#include "indexer/schema/file_record.h"

namespace recovery {

/// How the files of a scope differ from what is recorded of them.
struct Scan {
    Walk walk;
    /// Pages that were read: new ones, those whose content changed, and those whose
    /// problems are to be told again.
    std::map<std::string, PageReading> readings;
    std::vector<std::string> removed;  ///< recorded, and gone
    bool has_changed_records = false;  ///< a file of records is new, changed or gone
    FileHashes before;                 ///< of recorded files in scope that gave Documents
    FileHashes after;

    /// Whether the content recorded of a page that was read is still its content.
    [[nodiscard]] bool is_same(const std::string& path, const FileRecords& records) const;
};

/// Walks the scope and reads what may have changed: a page whose stamp is the recorded
/// one, and that had no problems, is not even opened. A file that is there but cannot be
/// read, and all below a folder that cannot be listed, counts as unchanged; the walk's
/// problems tell. Throws Error{usage} for a PATH that is not there, Error{interrupted}.
[[nodiscard]] Scan scan_corpus(const Scope& scope,
                               const FileRecords& records,
                               const std::string& base_url,
                               const std::atomic<bool>& stop);

}  // namespace recovery
