// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/http/request.h"
#include "query/http/response.h"
#include "query/http/search_service.h"
#include "query/http/site_options.h"

namespace recovery {

/// The pages for people: `GET /search?q=`, and with `site.demo` the home page and the
/// indexed pages. Nothing when the path is none of these. Without an index the page is a
/// 503 that still shows whom to call.
[[nodiscard]] std::optional<Response> page_route(const Request& request,
                                                 SearchService& service,
                                                 const SiteOptions& site);

/// Style sheets and the like, compiled in; nothing when there is no such file.
[[nodiscard]] std::optional<Response> static_file(const Request& request);

}  // namespace recovery
