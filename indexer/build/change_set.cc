// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/change_set.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <xxhash.h>

namespace recovery {

ChangeSet compare_files(const FileHashes& before, const FileHashes& after) {
    ChangeSet changes;
    std::multimap<std::string, std::string> gone;  // hash -> path
    for (const auto& [path, hash] : before) {
        if (!after.contains(path)) {
            gone.emplace(hash, path);
        }
    }
    for (const auto& [path, hash] : after) {
        const auto known = before.find(path);
        if (known != before.end()) {
            (known->second == hash ? changes.unchanged : changes.changed).push_back(path);
        } else if (const auto from = gone.find(hash); from != gone.end()) {
            changes.moved.push_back({from->second, path});
            gone.erase(from);
        } else {
            changes.added.push_back(path);
        }
    }
    for (const auto& [hash, path] : gone) {
        changes.removed.push_back(path);
    }
    std::sort(changes.removed.begin(), changes.removed.end());
    return changes;
}

std::string content_hash(std::string_view bytes) {
    return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace recovery
