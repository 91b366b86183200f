// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/routes.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/base/ascii.h"
#include "tests/support/fake_search_service.h"

namespace recovery {
namespace {

using nlohmann::json;

std::string header(const Response& response, std::string_view name) {
    std::string all;
    for (const auto& [key, value] : response.headers) {
        if (ascii_lower(key) == ascii_lower(name)) {
            all += (all.empty() ? "" : "|") + value;
        }
    }
    return all;
}

class RoutesTest : public testing::Test {
  protected:
    Response ask(const std::string& method,
                 const std::string& target,
                 const std::string& body = "",
                 const NamedValues& headers = {}) {
        Request request = make_request(method, target).value();
        request.body = body;
        request.headers = headers;
        return route(request, service_, site_);
    }

    FakeSearchService service_;
    SiteOptions site_;
};

struct Row {
    const char* method;
    const char* target;
    const char* body;
    unsigned status;
    const char* route;
    const char* allow;
};

TEST_F(RoutesTest, AnswerByTheTable) {
    const std::vector<Row> rows{
        {"GET", "/healthz", "", 200, "healthz", ""},
        {"HEAD", "/healthz", "", 200, "healthz", ""},
        {"POST", "/healthz", "", 405, "healthz", "GET, HEAD, OPTIONS"},
        {"GET", "/health", "", 200, "health", ""},
        {"GET", "/readyz", "", 200, "readyz", ""},
        {"GET", "/version", "", 200, "version", ""},
        {"GET", "/stats", "", 200, "stats", ""},
        {"GET", "/openapi.json", "", 200, "openapi", ""},
        {"POST", "/multi-search", R"({"queries":[]})", 200, "multi-search", ""},
        {"GET", "/multi-search", "", 405, "multi-search", "POST, OPTIONS"},
        {"POST", "/indexes/site/search", "{}", 200, "search-api", ""},
        {"GET", "/indexes/site/search?q=a", "", 200, "search-api", ""},
        {"HEAD", "/indexes/site/search", "", 200, "search-api", ""},
        {"DELETE",
         "/indexes/site/search",
         "",
         405,
         "search-api",
         "GET, HEAD, POST, OPTIONS"},
        {"GET", "/indexes/other/search", "", 404, "search-api", ""},
        {"POST", "/indexes/other/search", "{}", 404, "search-api", ""},
        {"POST", "/indexes/other/facet-search", "{}", 404, "facet-search", ""},
        {"GET", "/indexes/site/facet-search", "", 405, "facet-search", "POST, OPTIONS"},
        {"POST",
         "/indexes/site/facet-search",
         R"({"facetName":"tag"})",
         200,
         "facet-search",
         ""},
        {"GET", "/search", "", 200, "search", ""},
        {"POST", "/search", "", 405, "page", "GET, HEAD, OPTIONS"},
        {"GET", "/nowhere", "", 404, "unknown", ""},
        {"BREW", "/nowhere", "", 404, "unknown", ""},
        {"OPTIONS", "/nowhere", "", 404, "unknown", ""},
        {"BREW", "/healthz", "", 405, "healthz", "GET, HEAD, OPTIONS"},
        {"GET", "/indexes/site/nothing", "", 404, "unknown", ""},
        {"GET", "/indexes/site/search/more", "", 404, "unknown", ""},
        {"GET", "//healthz", "", 404, "unknown", ""},
        {"OPTIONS", "/multi-search", "", 204, "multi-search", "POST, OPTIONS"},
    };
    for (const Row& row : rows) {
        const Response response = ask(row.method, row.target, row.body);
        const std::string name = std::string(row.method) + " " + row.target;
        EXPECT_EQ(response.status, row.status) << name << response.body;
        EXPECT_EQ(response.trace.route, row.route) << name;
        EXPECT_EQ(header(response, "Allow"), row.allow) << name;
    }
}

TEST_F(RoutesTest, WriteRoutesSayWhoWrites) {
    const std::vector<std::pair<const char*, const char*>> routes{
        {"POST", "/indexes"},
        {"GET", "/indexes"},
        {"POST", "/indexes/site/documents"},
        {"GET", "/indexes/site/documents/1"},
        {"DELETE", "/indexes/site"},
        {"PATCH", "/indexes/site/settings"},
        {"PUT", "/indexes/site/settings/synonyms"},
        {"GET", "/keys"},
        {"GET", "/tasks"},
        {"DELETE", "/tasks/1"},
        {"POST", "/dumps"},
        {"POST", "/swap-indexes"}};
    for (const auto& [method, path] : routes) {
        const Response response = ask(method, path, "{}");
        EXPECT_EQ(response.status, 405U) << path;
        EXPECT_EQ(response.trace.route, "write");
        EXPECT_EQ(header(response, "Allow"), "OPTIONS");
        EXPECT_EQ(header(response, "Content-Type"), "application/problem+json");
        const json problem = json::parse(response.body);
        EXPECT_EQ(problem["detail"], "This index is built with recovery-index");
        EXPECT_EQ(problem["message"], problem["detail"]);
        EXPECT_EQ(problem["code"], "read_only");
    }
    EXPECT_TRUE(service_.questions.empty());
}

TEST_F(RoutesTest, WhatNeedsNoIndexIsAnsweredWithoutOne) {
    for (const char* target : {"/healthz",
                               "/health",
                               "/version",
                               "/openapi.json",
                               "/no",
                               "/keys",
                               "/indexes/site/documents"}) {
        EXPECT_TRUE(route_without_index(*make_request("GET", target), site_)) << target;
    }
    for (const char* target : {"/readyz", "/stats", "/search", "/indexes/site/search"}) {
        EXPECT_FALSE(route_without_index(*make_request("GET", target), site_)) << target;
        EXPECT_TRUE(route_without_index(*make_request("PUT", target), site_)) << target;
        EXPECT_TRUE(route_without_index(*make_request("OPTIONS", target), site_));
    }
    site_.demo = true;
    EXPECT_FALSE(route_without_index(*make_request("GET", "/articles/a"), site_));
    EXPECT_EQ(ask("GET", "/articles/a").status, 404U);
}

TEST_F(RoutesTest, EveryAnswerCarriesTheSafeHeaders) {
    for (const char* target : {"/healthz",
                               "/search?q=a",
                               "/indexes/site/search?q=a",
                               "/no",
                               "/keys",
                               "/indexes/x/search",
                               "/readyz"}) {
        const Response response = ask("GET", target);
        EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << target;
        EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer") << target;
        EXPECT_EQ(header(response, "Cache-Control"), "no-store") << target;
        EXPECT_EQ(header(response, "X-Robots-Tag"), "noindex") << target;
        EXPECT_EQ(header(response, "Vary").find("Origin"), std::string::npos) << target;
        EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "") << target;
    }
}

TEST_F(RoutesTest, ListedOriginsMayAskAndReadErrors) {
    site_.cors_origins = {"https://a.example", "https://b.example"};
    for (const char* target : {"/indexes/site/search?q=a",
                               "/no",
                               "/keys",
                               "/indexes/x/search",
                               "/indexes/site/search?limit=x"}) {
        const Response mine = ask("GET", target, "", {{"origin", "https://b.example"}});
        EXPECT_EQ(header(mine, "Access-Control-Allow-Origin"), "https://b.example")
            << target;
        EXPECT_EQ(header(mine, "Vary"), "Origin");
        for (const char* other : {"https://c.example",
                                  "null",
                                  "https://b.example.evil",
                                  "HTTPS://B.EXAMPLE",
                                  "*",
                                  ""}) {
            const Response refused = ask("GET", target, "", {{"origin", other}});
            EXPECT_EQ(header(refused, "Access-Control-Allow-Origin"), "") << other;
            EXPECT_EQ(header(refused, "Vary"), "Origin");
        }
    }
}

TEST_F(RoutesTest, AStarAllowsAllOnlyWhenListed) {
    site_.cors_origins = {"*"};
    const Response response =
        ask("GET", "/healthz", "", {{"origin", "https://c.example"}});
    EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "*");
}

TEST_F(RoutesTest, APreflightNamesWhatTheClientsSend) {
    site_.cors_origins = {"https://a.example"};
    const Response response =
        ask("OPTIONS",
            "/multi-search",
            "",
            {{"origin", "https://a.example"},
             {"access-control-request-method", "POST"},
             {"access-control-request-headers", "content-type,x-meilisearch-client"}});
    EXPECT_EQ(response.status, 204U);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "https://a.example");
    EXPECT_EQ(header(response, "Access-Control-Allow-Headers"),
              "content-type, authorization, x-meilisearch-client");
    EXPECT_EQ(header(response, "Access-Control-Allow-Methods"), "POST, OPTIONS");
    EXPECT_EQ(header(response, "Access-Control-Max-Age"), "600");
}

TEST_F(RoutesTest, ReadinessTellsAgeAndReason) {
    const json ready = json::parse(ask("GET", "/readyz").body);
    EXPECT_EQ(ready["status"], "ready");
    EXPECT_EQ(ready["documents"], 3);
    EXPECT_EQ(ready["built_at"], "2026-01-01T00:00:00Z");
    EXPECT_GT(ready["age_seconds"], 0);
    EXPECT_EQ(ready["schema"], "2");
    service_.index_state = {false, "there is no index", "build one", 0, 0, "", ""};
    const Response response = ask("GET", "/readyz");
    EXPECT_EQ(response.status, 503U);
    const json body = json::parse(response.body);
    EXPECT_EQ(body["status"], "unavailable");
    EXPECT_EQ(body["reason"], "there is no index");
    EXPECT_EQ(body["age_seconds"], nullptr);
    EXPECT_EQ(ask("GET", "/healthz").status, 200U);
    EXPECT_EQ(ask("GET", "/health").body, "{\"status\":\"available\"}\n");
}

TEST_F(RoutesTest, OddBuildTimesHaveNoAge) {
    for (const char* built_at : {"",
                                 "yesterday",
                                 "2026-13-01T00:00:00Z",
                                 "2026-01-01T0x:00:00Z",
                                 "2026-01-01"}) {
        service_.index_state.built_at = built_at;
        EXPECT_EQ(json::parse(ask("GET", "/readyz").body)["age_seconds"], nullptr);
    }
}

TEST_F(RoutesTest, TracesHitsAndHelp) {
    service_.results = markup_results();
    const Response response = ask("GET", "/indexes/site/search?q=overdose");
    EXPECT_EQ(response.trace.hits, 3U);
    EXPECT_EQ(response.trace.help, "red");
    EXPECT_EQ(ask("GET", "/indexes/site/search?q=grief").trace.help, "support");
    EXPECT_EQ(ask("GET", "/indexes/site/search?q=a").trace.help, "");
    EXPECT_EQ(ask("GET", "/healthz").trace.hits, std::nullopt);
}

}  // namespace
}  // namespace recovery
