// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/http/routes.h"
#include "tests/support/fake_search_service.h"

namespace recovery {
namespace {

using nlohmann::json;

Response post(SearchService& service, const std::string& path, const std::string& body) {
    Request request = make_request("POST", path).value();
    request.body = body;
    return route(request, service, {});
}

TEST(HostileBody, IsAProblem) {
    const std::vector<std::pair<std::string, unsigned>> rows{
        {"", 400},
        {"{", 400},
        {"[]", 400},
        {"null", 400},
        {"\"q\"", 400},
        {"{\"q\":\"a\"}x", 400},
        {std::string(60000, '['), 400},
        {"{\"a\":" + std::string(30000, '[') + std::string(30000, ']') + "}", 400},
        {"{\"a\":\"" + std::string(40000, '[') + "\"}", 200},
        {R"({"a":"\"[[[[[[[[[[[[[[[[[[[[[[["})", 200},
        {std::string(100000, '['), 413},
        {"{\"q\":\"" + std::string(65536, 'x') + "\"}", 413},
        {"{\"limit\":1e400}", 400},
        {"{\"limit\":99999999999999999999999}", 400},
        {"{\"q\":\"\xFF\xC0\"}", 200},
        {R"({"q":"\ud83d half"})", 200},
        {R"({"q":"nul \u0000 byte"})", 200},
        {std::string("{\"q\":\"a\0b\"}", 11), 200},
        {R"({"q":"a","q":"b"})", 200},
    };
    FakeSearchService service;
    for (const auto& [body, status] : rows) {
        const Response response = post(service, "/indexes/site/search", body);
        EXPECT_EQ(response.status, status) << body.substr(0, 80) << response.body;
        EXPECT_TRUE(json::accept(response.body));
        const Response multi = post(service, "/multi-search", body);
        EXPECT_EQ(multi.status, status == 413 ? 413U : 400U) << body.substr(0, 80);
    }
}

TEST(HostileBody, DamagedAtRandomIsAnAnswerOrAProblem) {
    const std::string whole =
        R"({"queries":[{"indexUid":"site","q":"overdose","limit":5,"offset":1,"page":1,
            "facets":["type","tag"],"filter":[["type=faq","date>1"],"NOT tag IN [a]"],
            "attributesToHighlight":["*"],"attributesToCrop":["text:9"],"sort":[],
            "highlightPreTag":"\u003cb>","showRankingScore":true}],"federation":null})";
    const std::vector<std::string> pieces{"null",
                                          "-1",
                                          "1e9",
                                          "[",
                                          "]",
                                          "{",
                                          "}",
                                          "\"",
                                          "\\",
                                          ",",
                                          ":",
                                          "[[[]]]",
                                          "{}",
                                          "\\ud800",
                                          "\xFF",
                                          std::string(1, '\0'),
                                          "true",
                                          "9999999999999999999",
                                          "\"*\""};
    FakeSearchService service;
    service.results = markup_results();
    std::mt19937 random(3);
    std::size_t answers = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string body = whole;
        for (std::size_t n = 1 + random() % 3; n > 0; --n) {
            body.replace(
                random() % body.size(), random() % 8, pieces[random() % pieces.size()]);
        }
        for (const char* path :
             {"/multi-search", "/indexes/site/search", "/indexes/site/facet-search"}) {
            const Response response = post(service, path, body);
            ASSERT_TRUE(response.status == 200 || response.status == 400 ||
                        response.status == 404)
                << response.status << body;
            ASSERT_TRUE(json::accept(response.body)) << body;
            answers += response.status == 200 ? 1 : 0;
        }
    }
    EXPECT_GT(answers, 100U);
}

}  // namespace
}  // namespace recovery
