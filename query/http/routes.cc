// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/routes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include "query/http/monitoring.h"
#include "query/http/page_routes.h"
#include "query/http/path_table.h"
#include "query/http/problem.h"
#include "query/http/search_api.h"
#include "query/http/site_headers.h"
#include "query/http/web_files.h"

namespace recovery {

namespace {

Response openapi_answer() {
    Response response;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = embedded_file("openapi.json");
    return response;
}

Response not_found() {
    return problem_response({problem_kind::not_found, "There is nothing at this path"});
}

Response wrong_method(const PathEntry& entry) {
    const bool read_only = entry.endpoint == Endpoint::write;
    Response response = problem_response(
        read_only ? HttpProblem{problem_kind::read_only,
                                "This index is built with recovery-index"}
                  : HttpProblem{problem_kind::method_not_allowed,
                                "This path takes " + std::string(entry.methods)});
    response.headers.emplace_back("Allow", entry.methods);
    return response;
}

Request as_get(const Request& request) {
    Request get = request;
    get.method = "GET";
    return get;
}

std::optional<Response> fixed_answer(Endpoint endpoint) {
    switch (endpoint) {
        case Endpoint::healthz:
            return healthz_answer();
        case Endpoint::health:
            return health_answer();
        case Endpoint::version:
            return version_answer();
        case Endpoint::openapi:
            return openapi_answer();
        default:
            return std::nullopt;
    }
}

// By the methods of its path; nothing when the request is to be answered.
std::optional<Response> method_answer(const Request& request, const PathEntry& entry) {
    if (request.method == "OPTIONS") {
        return options_answer(entry.methods);
    }
    return entry.takes(request.method) ? std::nullopt
                                       : std::optional(wrong_method(entry));
}

std::optional<Response> plain_answer(const Request& request, const SiteOptions& site) {
    const PathEntry entry = find_path(request.path, site);
    if (entry.endpoint == Endpoint::unknown || entry.endpoint == Endpoint::page) {
        if (auto file = static_file(as_get(request))) {
            auto by_method = method_answer(request, file_entry);
            Response response = by_method ? std::move(*by_method) : std::move(*file);
            response.trace.route = file_entry.name;
            return response;
        }
    }
    std::optional<Response> response =
        entry.endpoint == Endpoint::unknown ? not_found() : method_answer(request, entry);
    if (!response) {
        response = fixed_answer(entry.endpoint);
    }
    if (response) {
        response->trace.route = entry.name;
    }
    return response;
}

Response index_answer(const Request& request,
                      const PathEntry& entry,
                      SearchService& service,
                      const SiteOptions& site) {
    switch (entry.endpoint) {
        case Endpoint::readyz:
            return readyz_answer(service.state(), std::chrono::system_clock::now());
        case Endpoint::stats:
            return stats_answer(service.state(), site);
        case Endpoint::search:
            return search_answer(request, entry.index_uid, service, site);
        case Endpoint::multi_search:
            return multi_search_answer(request, service, site);
        case Endpoint::facet_search:
            return facet_search_answer(request, entry.index_uid, service, site);
        default:
            return page_route(as_get(request), service, site).value_or(not_found());
    }
}

}  // namespace

std::optional<Response> route_without_index(const Request& request,
                                            const SiteOptions& site) {
    std::optional<Response> response = plain_answer(request, site);
    if (response) {
        add_site_headers(request, site, *response);
    }
    return response;
}

Response route(const Request& request, SearchService& service, const SiteOptions& site) {
    if (auto response = route_without_index(request, site)) {
        return std::move(*response);
    }
    const PathEntry entry = find_path(request.path, site);
    Response response;
    try {
        response = index_answer(request, entry, service, site);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        response = problem_response({problem_kind::internal, "The request failed"});
    }
    // A page may be one of several and says itself which.
    if (entry.endpoint != Endpoint::page ||
        response.trace.route == RequestTrace().route) {
        response.trace.route = entry.name;
    }
    add_site_headers(request, site, response);
    return response;
}

}  // namespace recovery
