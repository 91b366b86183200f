// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/change_set.h"

#include <algorithm>
#include <map>
#include <new>

#include <fmt/format.h>
#include <xxhash.h>

namespace recovery {

namespace {

std::string hex(XXH64_hash_t hash) {
    return fmt::format("{:016x}", hash);
}

}  // namespace

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
    return hex(XXH3_64bits(bytes.data(), bytes.size()));
}

ContentHasher::ContentHasher() : state_(XXH3_createState()) {
    if (state_ == nullptr) {
        throw std::bad_alloc();
    }
    XXH3_64bits_reset(state_.get());
}

void ContentHasher::add(std::string_view bytes) {
    XXH3_64bits_update(state_.get(), bytes.data(), bytes.size());
}

std::string ContentHasher::hash() const {
    return hex(XXH3_64bits_digest(state_.get()));
}

void ContentHasher::Free::operator()(XXH3_state_s* state) const {
    XXH3_freeState(state);
}

}  // namespace recovery
