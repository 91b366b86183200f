// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "query/http/site_options.h"

namespace recovery {

/// What answers a path.
enum class Endpoint : std::uint8_t {
    unknown,
    page,  ///< may be one: page_route decides
    file,
    healthz,
    health,
    readyz,
    version,
    stats,
    openapi,
    search,
    multi_search,
    facet_search,
    write,  ///< a route of Meilisearch's API that this program does not have
};

/// A path, as far as it is known.
struct PathEntry {
    Endpoint endpoint = Endpoint::unknown;
    std::string_view name = "unknown";  ///< for RequestTrace; a literal
    std::string_view methods = {};      ///< as Allow says it; OPTIONS is always there
    std::string_view index_uid = {};    ///< the {uid} of the path; a view into it

    [[nodiscard]] bool takes(std::string_view method) const;
};

inline constexpr PathEntry file_entry{Endpoint::file, "file", "GET, HEAD, OPTIONS"};

/// The entry of a path; `path` must outlive it.
[[nodiscard]] PathEntry find_path(std::string_view path, const SiteOptions& site);

}  // namespace recovery
