// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/routes.h"

#include "indexer/base/error.h"
#include "query/http/page_routes.h"

namespace recovery {

std::optional<Response> route_without_index(const Request& request,
                                            const SiteOptions& site) {
    (void)site;
    if (request.path == "/healthz") {
        Response response;
        response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
        response.body = "ok\n";
        response.trace.route = "healthz";
        return response;
    }
    if (auto file = static_file(request)) {
        return file;
    }
    return std::nullopt;
}

Response route(const Request& request, SearchService& service, const SiteOptions& site) {
    if (auto response = route_without_index(request, site)) {
        return *response;
    }
    if (auto page = page_route(request, service, site)) {
        return *page;
    }
    Response response;
    response.status = 404;
    return response;
}

}  // namespace recovery
