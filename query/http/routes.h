// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/http/request.h"
#include "query/http/response.h"
#include "query/http/search_service.h"
#include "query/http/site_options.h"

namespace recovery {

/// Answers what needs no index: files, /healthz, unknown paths, wrong methods,
/// preflights. Nothing when the request is one for `route`.
[[nodiscard]] std::optional<Response> route_without_index(const Request& request,
                                                          const SiteOptions& site);

/// Answers any request. Depends on nothing but its arguments; knows no sockets. Errors
/// become responses: nothing is thrown but for want of memory.
[[nodiscard]] Response route(const Request& request,
                             SearchService& service,
                             const SiteOptions& site);

}  // namespace recovery
