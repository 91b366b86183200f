// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/bio_ledger.h"

#include <algorithm>

#include <fmt/format.h>

#include "indexer/build/page_reading.h"

namespace recovery {

void BioLedger::remove_file(const std::string& path) {
    for (auto it = places_.begin(); it != places_.end();) {
        std::vector<BioPlace>& places = it->second;
        if (std::erase_if(places, [&](const auto& p) { return p.path == path; }) > 0) {
            touched_.insert(it->first);
        }
        it = places.empty() ? places_.erase(it) : std::next(it);
    }
}

void BioLedger::add_file(const std::string& path,
                         const std::vector<Document>& documents) {
    std::set<std::string> seen;
    for (const Document& document : documents) {
        const std::string name = bio_name(document);
        if (name.empty() || !seen.insert(name).second) {
            continue;
        }
        std::vector<BioPlace>& places = places_[name];
        const BioPlace place{path, bio_hash(document)};
        places.insert(std::upper_bound(places.begin(), places.end(), place), place);
        touched_.insert(name);
    }
}

std::string BioLedger::owner(const std::string& name) const {
    const auto it = places_.find(name);
    return it == places_.end() ? "" : it->second.front().path;
}

std::optional<Problem> BioLedger::conflict(const std::string& path,
                                           const Document& bio) const {
    const auto it = places_.find(bio_name(bio));
    if (it == places_.end()) {
        return std::nullopt;
    }
    const BioPlace& shown = it->second.front();
    if (shown.hash == bio_hash(bio)) {
        return std::nullopt;
    }
    return Problem{
        path,
        0,
        0,
        fmt::format("the bio of {} differs from that in {}, which is the one shown",
                    bio.title,
                    shown.path)};
}

std::vector<BioPlace> BioLedger::places_of(const std::string& name) const {
    const auto it = places_.find(name);
    return it == places_.end() ? std::vector<BioPlace>{} : it->second;
}

}  // namespace recovery
