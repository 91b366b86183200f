// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/escape.h"
#include "indexer/base/fnv1a.h"
#include "query/http/page_routes.h"
#include "query/http/web_files.h"

namespace recovery {

namespace {

struct StaticFile {
    std::string_view path;
    std::string_view type;
};

constexpr std::array<StaticFile, 2> files{{
    {"/recovery.css", "text/css; charset=utf-8"},
    {"/favicon.svg", "image/svg+xml"},
}};

constexpr std::string_view open_search_path = "/opensearch.xml";
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view for_a_day = "public, max-age=86400";

std::string hash_of(std::string_view bytes) {
    return fmt::format("{:016x}", fnv1a(fnv1a_start, bytes));
}

// Several tags may stand there, each perhaps weak; a proxy that compresses weakens them.
bool is_known(const Request& request, std::string_view tag) {
    const auto known = request.header("if-none-match");
    return known && (*known == "*" || known->find(tag) != std::string_view::npos);
}

Response file_response(const Request& request,
                       std::string_view body,
                       std::string_view type,
                       std::string_view caching) {
    const std::string tag = entity_tag(body);
    Response response;
    response.trace.route = "file";
    response.headers = {{"Content-Type", std::string(type)},
                        {"Cache-Control", std::string(caching)},
                        {"ETag", tag},
                        {"X-Content-Type-Options", "nosniff"}};
    if (is_known(request, tag)) {
        response.status = 304;
    } else {
        response.body = body;
    }
    return response;
}

bool is_host(std::string_view host) {
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) ||
               std::string_view("-._:[]").find(c) != std::string_view::npos;
    });
}

// Browsers want a whole address here, and only the request knows it.
std::string origin_of(const Request& request) {
    const auto host = request.header("host");
    if (!host || !is_host(*host)) {
        return {};
    }
    const bool secure = request.header("x-forwarded-proto") == "https";
    return fmt::format("{}://{}", secure ? "https" : "http", *host);
}

std::string open_search(const Request& request) {
    const std::string origin = escape_html(origin_of(request));
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Recovery Search</ShortName>
  <Description>Articles, answers and people of this site</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">{0}/favicon.svg</Image>
  <Url type="text/html" method="get" template="{0}/search?q={{searchTerms}}"/>
</OpenSearchDescription>
)",
        origin);
}

}  // namespace

std::string entity_tag(std::string_view bytes) {
    return fmt::format("\"{}\"", hash_of(bytes));
}

std::string versioned_path(std::string_view name) {
    return fmt::format("/{}?v={}", name, hash_of(embedded_file(name)));
}

std::optional<Response> static_file(const Request& request) {
    if (request.path == open_search_path) {
        return file_response(request,
                             open_search(request),
                             "application/opensearchdescription+xml; charset=utf-8",
                             for_a_day);
    }
    for (const StaticFile& file : files) {
        if (request.path == file.path) {
            const std::string_view body = embedded_file(file.path.substr(1));
            const bool versioned = request.parameter("v") == hash_of(body);
            return file_response(
                request, body, file.type, versioned ? for_ever : for_a_day);
        }
    }
    return std::nullopt;
}

}  // namespace recovery
