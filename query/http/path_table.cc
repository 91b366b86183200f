// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/path_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recovery {

namespace {

constexpr std::string_view reading = "GET, HEAD, OPTIONS";
constexpr std::string_view posting = "POST, OPTIONS";
constexpr std::string_view both = "GET, HEAD, POST, OPTIONS";
constexpr std::string_view nothing = "OPTIONS";

constexpr std::array fixed_paths{
    std::pair{"/healthz", PathEntry{Endpoint::healthz, "healthz", reading}},
    std::pair{"/health", PathEntry{Endpoint::health, "health", reading}},
    std::pair{"/readyz", PathEntry{Endpoint::readyz, "readyz", reading}},
    std::pair{"/version", PathEntry{Endpoint::version, "version", reading}},
    std::pair{"/stats", PathEntry{Endpoint::stats, "stats", reading}},
    std::pair{"/openapi.json", PathEntry{Endpoint::openapi, "openapi", reading}},
    std::pair{"/multi-search",
              PathEntry{Endpoint::multi_search, "multi-search", posting}},
};

constexpr std::array<std::string_view, 14> write_families{"keys",
                                                          "tasks",
                                                          "batches",
                                                          "dumps",
                                                          "snapshots",
                                                          "swap-indexes",
                                                          "network",
                                                          "webhooks",
                                                          "chats",
                                                          "logs",
                                                          "export",
                                                          "compact",
                                                          "indexes",
                                                          "experimental-features"};

constexpr std::array<std::string_view, 7> index_write_parts{
    "documents", "settings", "similar", "stats", "fields", "compact", "chat"};

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Takes the part up to the next '/' off the front.
std::string_view take_part(std::string_view& path) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return part;
}

// `path` is what stands behind "/indexes/".
PathEntry index_path(std::string_view path) {
    const std::string_view uid = take_part(path);
    if (path == "search") {
        return {Endpoint::search, "search-api", both, uid};
    }
    if (path == "facet-search") {
        return {Endpoint::facet_search, "facet-search", posting, uid};
    }
    const std::string_view part = take_part(path);
    if (part.empty() || contains(index_write_parts, part)) {
        return {Endpoint::write, "write", nothing, uid};
    }
    return {};
}

}  // namespace

bool PathEntry::takes(std::string_view method) const {
    std::string_view rest = methods;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(", "), rest.size());
        if (rest.substr(0, end) == method) {
            return true;
        }
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return false;
}

PathEntry find_path(std::string_view path, const SiteOptions& site) {
    for (const auto& [known, entry] : fixed_paths) {
        if (path == known) {
            return entry;
        }
    }
    std::string_view rest = path.substr(std::min<std::size_t>(1, path.size()));
    const std::string_view family = take_part(rest);
    if (family == "indexes" && !rest.empty()) {
        return index_path(rest);
    }
    if (contains(write_families, family)) {
        return {Endpoint::write, "write", nothing};
    }
    if (site.demo || path == "/" || path == "/search") {
        return {Endpoint::page, "page", reading};
    }
    return {};
}

}  // namespace recovery
