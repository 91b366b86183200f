// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/http/routes.h"
#include "query/http/web_files.h"
#include "tests/support/fake_search_service.h"
#include "tests/support/json_schema.h"

namespace recovery {
namespace {

using nlohmann::json;

const json& description() {
    static const json document = json::parse(embedded_file("openapi.json"));
    return document;
}

struct Call {
    const char* method;
    std::string target;
    const char* path;  ///< as the description has it
    std::string body = {};
};

std::string described_type(const Response& response) {
    const std::string type = response.headers.at(0).second;
    return type.substr(0, type.find(';'));
}

// Checks request and answer against what the description says of the call.
void check(const Call& call, SearchService& service, unsigned status) {
    Request request = make_request(call.method, call.target).value();
    request.body = call.body;
    const Response response = route(request, service, {});
    ASSERT_EQ(response.status, status) << call.target << response.body;
    const json& operation = description().at("paths").at(call.path).at(
        std::string(call.method) == "GET" ? "get" : "post");
    const json& content =
        operation.at("responses").at(std::to_string(status)).at("content");
    const json& schema = content.at(described_type(response)).at("schema");
    const json body = schema == json{{"type", "string"}} ? json(response.body)
                                                         : json::parse(response.body);
    for (const std::string& fault : schema_faults(body, schema, description())) {
        ADD_FAILURE() << call.method << " " << call.target << ": " << fault;
    }
    if (!call.body.empty() && status == 200) {
        const json& wanted =
            operation.at("requestBody").at("content").at("application/json").at("schema");
        for (const std::string& fault :
             schema_faults(json::parse(call.body), wanted, description())) {
            ADD_FAILURE() << "body of " << call.target << ": " << fault;
        }
    }
}

const std::vector<Call>& calls() {
    static const char* const search = "/indexes/{uid}/search";
    static const std::string everything =
        R"({"q":"overdose detox","limit":5,"offset":1,"facets":["type","tag"],
            "filter":[["type=faq"]],"attributesToRetrieve":["*","text","excerpt"],
            "attributesToHighlight":["*"],"attributesToCrop":["text"],"cropLength":9,
            "highlightPreTag":"<b>","highlightPostTag":"</b>","showRankingScore":true,
            "sort":[]})";
    static const std::vector<Call> all{
        {"POST", "/indexes/site/search", search, everything},
        {"POST", "/indexes/site/search", search, R"({"q":"grief","page":2})"},
        {"POST", "/indexes/site/search", search, R"({"attributesToRetrieve":["id"]})"},
        {"GET", "/indexes/site/search?q=detox&facets=*", search},
        {"POST",
         "/multi-search",
         "/multi-search",
         R"({"queries":[{"indexUid":"site","facets":["type"],"limit":21,"offset":0},
                        {"indexUid":"site","q":"overdose","hitsPerPage":3}]})"},
        {"POST",
         "/indexes/site/facet-search",
         "/indexes/{uid}/facet-search",
         R"({"facetName":"type","facetQuery":"f","q":"x"})"},
        {"GET", "/health", "/health"},
        {"GET", "/healthz", "/healthz"},
        {"GET", "/readyz", "/readyz"},
        {"GET", "/version", "/version"},
        {"GET", "/stats", "/stats"},
        {"GET", "/openapi.json", "/openapi.json"},
    };
    return all;
}

TEST(OpenApi, AnswersAreAsDescribed) {
    FakeSearchService service;
    service.results = markup_results();
    service.results.notes = {"A note."};
    service.results.facets = {{"type", {{"faq", 2}}}, {"tag", {}}, {"author", {}}};
    for (const Call& call : calls()) {
        check(call, service, 200);
    }
}

TEST(OpenApi, ProblemsAreAsDescribed) {
    FakeSearchService service;
    const std::string search = "/indexes/{uid}/search";
    for (const Call& call : std::vector<Call>{
             {"POST", "/indexes/site/search", search.c_str(), R"({"limit":-1})"},
             {"POST",
              "/indexes/site/search",
              search.c_str(),
              R"({"q":"overdose","sort":[1]})"},
             {"GET", "/indexes/site/search?limit=x", search.c_str()},
             {"POST", "/multi-search", "/multi-search", "[]"}}) {
        check(call, service, 400);
    }
    check({"POST", "/indexes/x/search", search.c_str(), "{}"}, service, 404);
    check({"POST", "/multi-search", "/multi-search", std::string(70000, ' ')},
          service,
          413);
    service.failure = Error{ErrorCode::index_corrupt, "broken"};
    service.index_state = {false, "broken", "build it again", 0, 0, "", ""};
    check({"POST", "/indexes/site/search", search.c_str(), R"({"q":"overdose"})"},
          service,
          503);
    check({"GET", "/readyz", "/readyz"}, service, 503);
}

TEST(OpenApi, EveryDescribedPathIsCalledHere) {
    for (const auto& [path, operations] : description().at("paths").items()) {
        for (const auto& [method, operation] : operations.items()) {
            if (method == "parameters") {
                continue;
            }
            const bool called =
                std::any_of(calls().begin(), calls().end(), [&](const Call& call) {
                    return call.path == path &&
                           (method == "get") == (std::string(call.method) == "GET");
                });
            EXPECT_TRUE(called) << method << " " << path;
        }
    }
}

TEST(OpenApi, TheCheckFindsFaults) {
    const json schema = json::parse(R"({"type":"object","required":["a"],
        "properties":{"a":{"type":"array","items":{"enum":["x"]}}},
        "additionalProperties":false})");
    EXPECT_TRUE(schema_faults(json::parse(R"({"a":["x"]})"), schema, {}).empty());
    for (const char* text :
         {"5", "{}", R"({"a":5})", R"({"a":["y"]})", R"({"a":[],"b":1})"}) {
        EXPECT_EQ(schema_faults(json::parse(text), schema, {}).size(), 1U) << text;
    }
    EXPECT_FALSE(schema_faults(json(1), json{{"oneOf", json::array()}}, {}).empty());
}

}  // namespace
}  // namespace recovery
