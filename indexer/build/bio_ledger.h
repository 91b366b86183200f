// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/document/document.h"
#include "indexer/schema/file_record.h"

namespace recovery {

/// Which file each person's bio is taken from. Sites repeat their bios under every page;
/// a person is one Document all the same, of the file that comes first by path. When that
/// file goes, the next one takes over.
class BioLedger {
  public:
    BioLedger() = default;
    explicit BioLedger(BioPlaces places) : places_(std::move(places)) {}

    /// Forgets all bios of a file.
    void remove_file(const std::string& path);

    /// Notes the bios among `documents` of a file, each person once.
    void add_file(const std::string& path, const std::vector<Document>& documents);

    /// The file that a person's bio is taken from; "" when no file has it.
    [[nodiscard]] std::string owner(const std::string& name) const;

    /// A Problem when the bio in this file is not the one that is shown.
    [[nodiscard]] std::optional<Problem> conflict(const std::string& path,
                                                  const Document& bio) const;

    /// Names whose entry differs from what the ledger was made with.
    [[nodiscard]] const std::set<std::string>& touched() const noexcept {
        return touched_;
    }
    [[nodiscard]] const BioPlaces& places() const noexcept { return places_; }
    [[nodiscard]] std::vector<BioPlace> places_of(const std::string& name) const;

  private:
    BioPlaces places_;
    std::set<std::string> touched_;
};

}  // namespace recovery
