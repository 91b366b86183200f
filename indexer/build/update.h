// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/build/index_editor.h"
#include "indexer/build/report.h"
#include "indexer/build/scan.h"

namespace recovery {

/// What an update did beside the report.
struct UpdateOutcome {
    bool is_possible =
        true;  ///< false: only a full build can do it; nothing was promised
    bool has_changed = false;        ///< whether there is anything to commit
    std::size_t lost_documents = 0;  ///< that were in the index and are gone
    std::size_t total_before = 0;
};

/// Brings the live index up to date with a scan, through `editor`, which the caller
/// commits. Afterwards the index holds what a full build would have made: bios whose file
/// went are taken over by the next file that has them.
///
/// Not possible is a change of records, and an id that two files claim: these need all
/// files at once.
[[nodiscard]] UpdateOutcome update_index(Scan& scan,
                                         const Scope& scope,
                                         const PreviousIndex& previous,
                                         const std::string& base_url,
                                         IndexEditor& editor,
                                         Report& report);

}  // namespace recovery
