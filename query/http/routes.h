// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/http/request.h"
#include "query/http/response.h"
#include "query/http/search_service.h"
#include "query/http/site_options.h"

namespace recovery {

// The paths, and what is answered:
//
//     GET  /healthz /health /version /openapi.json     without the index
//     GET  /readyz /stats                              the state of the index
//     POST /multi-search                               search_api.h
//     GET, POST /indexes/{uid}/search
//     POST /indexes/{uid}/facet-search
//     any  /keys, /tasks, /indexes/{uid}/documents...  405: the API's write routes
//     GET  style sheets and the like                   static_file
//     GET  / and /search; any path with site.demo      page_route
//     any  other path                                  404
//
// HEAD is answered like GET, body and all: the transport leaves the body out. OPTIONS is
// answered on every path that exists. Another method is 405 with Allow. All responses
// carry the headers of site_headers.h.

/// Answers what needs no index: files, /healthz, unknown paths, wrong methods,
/// preflights. Nothing when the request is one for `route`.
[[nodiscard]] std::optional<Response> route_without_index(const Request& request,
                                                          const SiteOptions& site);

/// Answers any request. Depends on nothing but its arguments and the clock; knows no
/// sockets. Errors become responses: nothing is thrown but for want of memory.
[[nodiscard]] Response route(const Request& request,
                             SearchService& service,
                             const SiteOptions& site);

}  // namespace recovery
