// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>

#include "query/http/response.h"
#include "query/http/search_service.h"
#include "query/http/site_options.h"

namespace recovery {

/// GET /healthz: the process is up. Never looks at the index.
[[nodiscard]] Response healthz_answer();

/// GET /health: the same, in the words of Meilisearch's clients.
[[nodiscard]] Response health_answer();

/// GET /version, in Meilisearch's shape.
[[nodiscard]] Response version_answer();

/// GET /readyz: whether there is an index to ask, its documents, age and schema; 503 with
/// the reason when there is none. An old index is ready: its age is a member, null when
/// unknown.
[[nodiscard]] Response readyz_answer(const IndexState& state,
                                     std::chrono::system_clock::time_point now);

/// GET /stats, in Meilisearch's shape.
[[nodiscard]] Response stats_answer(const IndexState& state, const SiteOptions& site);

}  // namespace recovery
