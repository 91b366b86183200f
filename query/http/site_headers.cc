// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/site_headers.h"

#include <algorithm>
#include <string>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

const std::string* find(const Response& response, std::string_view name) {
    const std::string wanted = ascii_lower(name);
    for (const auto& [header, value] : response.headers) {
        if (ascii_lower(header) == wanted) {
            return &value;
        }
    }
    return nullptr;
}

void add(Response& response, std::string_view name, std::string_view value) {
    if (find(response, name) == nullptr) {
        response.headers.emplace_back(name, value);
    }
}

bool allows(const SiteOptions& site, std::string_view origin) {
    return std::find(site.cors_origins.begin(), site.cors_origins.end(), origin) !=
           site.cors_origins.end();
}

void add_origin(const Request& request, const SiteOptions& site, Response& response) {
    if (site.cors_origins.empty()) {
        return;
    }
    response.headers.emplace_back("Vary", "Origin");
    const auto origin = request.header("origin");
    if (origin && allows(site, "*")) {
        add(response, "Access-Control-Allow-Origin", "*");
    } else if (origin && allows(site, *origin)) {
        add(response, "Access-Control-Allow-Origin", *origin);
    }
}

}  // namespace

void add_site_headers(const Request& request,
                      const SiteOptions& site,
                      Response& response) {
    add(response, "X-Content-Type-Options", "nosniff");
    add(response, "Referrer-Policy", "no-referrer");
    add(response, "Cache-Control", "no-store");
    if (*find(response, "Cache-Control") == "no-store") {
        add(response, "X-Robots-Tag", "noindex");
    }
    add_origin(request, site, response);
}

Response options_answer(std::string_view methods) {
    Response response;
    response.status = 204;
    response.headers = {{"Allow", std::string(methods)},
                        {"Access-Control-Allow-Methods", std::string(methods)},
                        {"Access-Control-Allow-Headers",
                         "content-type, authorization, x-meilisearch-client"},
                        {"Access-Control-Max-Age", "600"}};
    return response;
}

}  // namespace recovery
