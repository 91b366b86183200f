// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "query/http/request.h"
#include "query/http/response.h"
#include "query/http/site_options.h"

namespace recovery {

/// Adds to any response what all of them carry, where the header is not there yet:
/// - X-Content-Type-Options, Referrer-Policy; X-Robots-Tag: noindex and Cache-Control:
///   no-store unless the response says how long it may be kept;
/// - for a site that allows other origins: Vary: Origin, and
///   Access-Control-Allow-Origin when the request's Origin is allowed. "*" stands for all
///   origins where the site lists it.
///
/// `route` has done so; responses that the transport makes up itself need it too, or a
/// browser shows a CORS error in place of the real one.
void add_site_headers(const Request& request,
                      const SiteOptions& site,
                      Response& response);

/// The answer to OPTIONS on a path that takes `methods` ("GET, HEAD, OPTIONS"). The
/// origin's permission is `add_site_headers`' to add; without one a browser goes no
/// further.
[[nodiscard]] Response options_answer(std::string_view methods);

}  // namespace recovery
