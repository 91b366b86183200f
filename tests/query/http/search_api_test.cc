// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/search_api.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/http/routes.h"
#include "tests/support/fake_search_service.h"

namespace recovery {
namespace {

using nlohmann::json;

class SearchApiTest : public testing::Test {
  protected:
    void SetUp() override {
        service_.results = markup_results();
        service_.results.facets = {{"type", {{"article", 1}, {"bio", 1}, {"faq", 1}}}};
    }

    Response post(const std::string& path, const std::string& body) {
        Request request = make_request("POST", path).value();
        request.body = body;
        return route(request, service_, site_);
    }

    Response get(const std::string& target) {
        return route(make_request("GET", target).value(), service_, site_);
    }

    json search(const json& body) {
        const Response response = post("/indexes/site/search", body.dump());
        EXPECT_EQ(response.status, 200U) << response.body;
        return json::parse(response.body);
    }

    json problem(const json& body, unsigned status = 400) {
        const Response response = post("/indexes/site/search", body.dump());
        EXPECT_EQ(response.status, status) << body << response.body;
        return json::parse(response.body);
    }

    FakeSearchService service_;
    SiteOptions site_;
};

TEST_F(SearchApiTest, TheFirstCallOfInstantSearchMatchesAllWithFacets) {
    const Response response = post(
        "/multi-search",
        R"({"queries":[{"indexUid":"site","facets":["type"],"limit":21,"offset":0}]})");
    ASSERT_EQ(response.status, 200U) << response.body;
    EXPECT_TRUE(service_.questions.at(0).empty());
    EXPECT_TRUE(service_.asked.at(0).filters.empty_finds_all);
    EXPECT_EQ(service_.asked.at(0).limit, 21U);
    const json result = json::parse(response.body)["results"][0];
    EXPECT_EQ(result["indexUid"], "site");
    EXPECT_EQ(result["query"], "");
    EXPECT_EQ(result["limit"], 21);
    EXPECT_EQ(result["offset"], 0);
    EXPECT_EQ(result["estimatedTotalHits"], 3);
    EXPECT_TRUE(result["processingTimeMs"].is_number_integer());
    EXPECT_EQ(result["facetDistribution"]["type"]["faq"], 1);
    EXPECT_EQ(result["hits"].size(), 3U);
    EXPECT_FALSE(result["hits"][0].contains("_formatted"));
}

TEST_F(SearchApiTest, RefinedCallsAnswerEachQueryInOrder) {
    const Response response = post("/multi-search", R"({"queries":[
        {"indexUid":"site","q":"detox","facets":["type"],"attributesToHighlight":["*"],
         "highlightPreTag":"__ais-highlight__","highlightPostTag":"__/ais-highlight__",
         "filter":[["\"type\"=\"faq\""]],"limit":21,"offset":20},
        {"indexUid":"site","q":"detox","facets":["type"],"attributesToHighlight":["*"],
         "limit":1,"offset":0}]})");
    ASSERT_EQ(response.status, 200U) << response.body;
    const json results = json::parse(response.body)["results"];
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0]["offset"], 20);
    EXPECT_EQ(results[1]["limit"], 1);
    const auto& conditions = service_.asked.at(0).filters.conditions;
    ASSERT_EQ(conditions.size(), 1U);
    EXPECT_EQ(conditions[0].operation, FilterExpression::Operation::any_of);
    EXPECT_EQ(conditions[0].parts.at(0).value, "faq");
    EXPECT_TRUE(service_.asked.at(1).filters.empty());
    EXPECT_FALSE(service_.asked.at(0).filters.empty_finds_all);
    EXPECT_EQ(results[0]["hits"][1]["_formatted"]["title"],
              "How long is __ais-highlight__detox__/ais-highlight__?");
}

TEST_F(SearchApiTest, FormattedIsRawAndExcerptHtmlIsEscaped) {
    const json hit = search({{"q", "jerry detox"},
                             {"attributesToHighlight", {"*"}},
                             {"highlightPreTag", "["},
                             {"highlightPostTag", "]"}})["hits"][0];
    EXPECT_EQ(hit["title"], "Tom & \"Jerry\" <script>");
    EXPECT_EQ(hit["_formatted"]["title"], "Tom & \"[Jerry]\" <script>");
    EXPECT_EQ(hit["_formatted"]["section"], "[Detox] at home");
    EXPECT_EQ(hit["_formatted"]["excerpt"], "<b>[detox]</b> & care");
    EXPECT_EQ(hit["excerpt_html"], "&lt;b&gt;<mark>detox</mark>&lt;/b&gt; &amp; care");
    EXPECT_EQ(hit["objectID"], "articles/tom");
    EXPECT_EQ(hit["id"], "articles/tom");
    EXPECT_FALSE(hit.contains("text"));
    EXPECT_FALSE(hit["_formatted"].contains("text"));
}

TEST_F(SearchApiTest, AttributesChooseWhatAHitHolds) {
    const json hit = search({{"q", "detox"},
                             {"attributesToRetrieve", {"title", "text", "nonsense"}},
                             {"attributesToHighlight", {"text"}}})["hits"][0];
    EXPECT_EQ(hit,
              (json{{"objectID", "articles/tom"},
                    {"title", "Tom & \"Jerry\" <script>"},
                    {"text", "All of <b>detox</b> & care."},
                    {"_formatted",
                     {{"objectID", "articles/tom"},
                      {"title", "Tom & \"Jerry\" <script>"},
                      {"text", "All of <b><em>detox</em></b> & care."}}}}));
    const json cropped = search({{"q", "detox"},
                                 {"attributesToCrop", {"text:20"}},
                                 {"cropLength", 20}})["hits"][0];
    EXPECT_EQ(cropped["_formatted"]["text"], "<b>detox</b> & care");
    EXPECT_FALSE(cropped.contains("text"));
    EXPECT_EQ(search({{"attributesToRetrieve", {"*"}}})["hits"][2]["role"], "Nurse");
    EXPECT_TRUE(search({{"attributesToRetrieve", json::array()}})["hits"][0].contains(
        "objectID"));
}

TEST_F(SearchApiTest, PagesInPlaceOfOffsets) {
    service_.results.total = 45;
    const json answer = search({{"q", "a"}, {"page", 3}, {"hitsPerPage", 10}});
    EXPECT_EQ(answer["page"], 3);
    EXPECT_EQ(answer["hitsPerPage"], 10);
    EXPECT_EQ(answer["totalPages"], 5);
    EXPECT_EQ(answer["totalHits"], 45);
    EXPECT_FALSE(answer.contains("limit"));
    EXPECT_FALSE(answer.contains("estimatedTotalHits"));
    EXPECT_EQ(service_.asked.back().offset, 20U);
    EXPECT_EQ(search({{"hitsPerPage", 0}})["totalPages"], 0);
    EXPECT_EQ(search({{"page", 1000}})["hits"].size(), 3U);
    EXPECT_EQ(service_.asked.back().offset, 1000U);
    EXPECT_EQ(service_.asked.back().limit, 0U);
}

TEST_F(SearchApiTest, TheWindowEndsAtAThousand) {
    EXPECT_EQ(search({{"offset", 980}, {"limit", 21}})["limit"], 20);
    EXPECT_EQ(service_.asked.back().limit, 20U);
    EXPECT_EQ(search({{"limit", 1000}})["limit"], 1000);
    EXPECT_EQ(problem({{"limit", 1001}})["code"], "invalid_search_limit");
    EXPECT_EQ(problem({{"offset", 1001}})["code"], "invalid_search_offset");
}

TEST_F(SearchApiTest, RankingScoresComeWhenAsked) {
    EXPECT_EQ(search({{"showRankingScore", true}})["hits"][0]["_rankingScore"], 0.75);
    EXPECT_FALSE(search({{"q", "a"}})["hits"][0].contains("_rankingScore"));
}

TEST_F(SearchApiTest, FacetsThatFoundNothingAreThereAndEmpty) {
    service_.results = {};
    const json answer = search({{"q", "a"}, {"facets", {"*"}}});
    EXPECT_EQ(answer["facetDistribution"],
              json::parse(R"({"type":{},"tag":{},"author":{}})"));
    EXPECT_EQ(service_.asked.back().facets,
              (std::vector<std::string>{"type", "tag", "author"}));
}

TEST_F(SearchApiTest, LongFacetsAreCut) {
    Facet tags{"tag", {}};
    for (int i = 0; i < 500; ++i) {
        tags.counts.emplace_back("t" + std::to_string(i), 1);
    }
    service_.results.facets = {tags};
    const json answer = search({{"facets", {"tag"}}});
    EXPECT_EQ(answer["facetDistribution"]["tag"].size(), max_facet_values);
}

TEST_F(SearchApiTest, UnknownMembersAndNullsAreIgnored) {
    search({{"q", nullptr},
            {"filter", nullptr},
            {"facets", nullptr},
            {"limit", nullptr},
            {"sort", json::array()},
            {"matchingStrategy", "last"},
            {"vector", {1, 2}},
            {"hybrid", {{"embedder", "x"}}}});
    EXPECT_EQ(service_.asked.back().limit, 20U);
}

TEST_F(SearchApiTest, WrongMembersAreNamed) {
    const std::vector<std::pair<json, const char*>> rows{
        {{{"q", 5}}, "q must"},
        {{{"limit", "5"}}, "limit must"},
        {{{"limit", -1}}, "limit must"},
        {{{"limit", 1.5}}, "limit must"},
        {{{"offset", json::array()}}, "offset must"},
        {{{"page", 0}}, "page must"},
        {{{"hitsPerPage", 5000}}, "hitsPerPage must"},
        {{{"facets", "type"}}, "facets must"},
        {{{"facets", {1}}}, "facets must"},
        {{{"facets", {"colour"}}}, "'colour' in facets; known: type, tag, author"},
        {{{"filter", 5}}, "filter must"},
        {{{"filter", {{{"a", 1}}}}}, "filter must"},
        {{{"filter", {{{"x"}}}}}, "filter must"},
        {{{"filter", "colour = red"}}, "'colour' in the filter; known: type, tag"},
        {{{"filter", "type = video"}}, "known: article, faq, bio"},
        {{{"sort", {"date:desc"}}}, "sort"},
        {{{"attributesToRetrieve", "title"}}, "attributesToRetrieve must"},
        {{{"highlightPreTag", std::string(65, 'x')}}, "highlightPreTag may"},
        {{{"highlightPostTag", 1}}, "highlightPostTag must"},
        {{{"showRankingScore", "yes"}}, "showRankingScore must"},
    };
    for (const auto& [body, part] : rows) {
        const json answer = problem(body);
        EXPECT_NE(answer["detail"].get<std::string>().find(part), std::string::npos)
            << answer;
        EXPECT_EQ(answer["detail"], answer["message"]);
        EXPECT_EQ(answer["status"], 400);
        EXPECT_EQ(answer["type"], "/problems/" + answer["code"].get<std::string>());
    }
    EXPECT_TRUE(service_.questions.empty());
}

TEST_F(SearchApiTest, ProblemsNeverEchoWhatWasTyped) {
    const std::string canary = "canary<script>\"word";
    for (const json& body : std::vector<json>{{{"q", canary}, {"limit", -1}},
                                              {{"q", canary}, {"sort", {canary}}},
                                              {
                                                  {"filter", "\"" + canary},
                                              },
                                              {{"filter", "type = '" + canary + "'"}},
                                              {{"filter", "'" + canary + "' = 1"}},
                                              {{"filter", "date = '" + canary + "'"}},
                                              {{"facets", {canary}}},
                                              {{"facets", {std::string(4000, 'c')}}}}) {
        const std::string text = problem(body).dump();
        EXPECT_EQ(text.find("canary"), std::string::npos) << text;
        EXPECT_EQ(text.find("cccccccc"), std::string::npos) << text;
    }
}

TEST_F(SearchApiTest, AGetTakesTheSameParameters) {
    const Response response =
        get("/indexes/site/search?q=detox&filter=type+%3D+faq&facets=type,tag&limit=5"
            "&attributesToHighlight=title&showRankingScore=true");
    ASSERT_EQ(response.status, 200U) << response.body;
    const SearchOptions& asked = service_.asked.at(0);
    EXPECT_EQ(asked.limit, 5U);
    EXPECT_EQ(asked.facets, (std::vector<std::string>{"type", "tag"}));
    EXPECT_EQ(asked.filters.conditions.at(0).value, "faq");
    EXPECT_EQ(get("/indexes/site/search?filter=[[%22type=faq%22]]").status, 200U);
    EXPECT_EQ(get("/indexes/site/search?filter=[[").status, 400U);
    EXPECT_EQ(get("/indexes/site/search?limit=x").status, 400U);
    EXPECT_EQ(get("/indexes/site/search?showRankingScore=maybe").status, 400U);
    const std::string deep(2000, '[');
    EXPECT_EQ(get("/indexes/site/search?filter=" + deep).status, 400U);
}

TEST_F(SearchApiTest, FacetSearchFindsValuesByTheirBeginning) {
    service_.results.facets = {
        {"tag", {{"Health insurance", 7}, {"Co-occurring", 2}, {"Insight", 1}}}};
    const auto values = [&](const json& query) {
        const Response response =
            post("/indexes/site/facet-search",
                 json{{"facetName", "tag"}, {"facetQuery", query}, {"q", "x"}}.dump());
        EXPECT_EQ(response.status, 200U) << response.body;
        return json::parse(response.body);
    };
    const json answer = values("INS");
    EXPECT_EQ(answer["facetHits"], json::parse(R"([{"value":"Health insurance","count":7},
                              {"value":"Insight","count":1}])"));
    EXPECT_EQ(answer["facetQuery"], "INS");
    EXPECT_TRUE(answer["processingTimeMs"].is_number());
    EXPECT_EQ(service_.asked.back().limit, 0U);
    EXPECT_EQ(values("")["facetHits"].size(), 3U);
    EXPECT_EQ(values(nullptr)["facetHits"].size(), 3U);
    EXPECT_EQ(values("occ")["facetHits"].size(), 1U);
    EXPECT_EQ(values("nsight")["facetHits"].size(), 0U);
    EXPECT_EQ(post("/indexes/site/facet-search", R"({"facetName":"x"})").status, 400U);
    EXPECT_EQ(post("/indexes/site/facet-search", "{}").status, 400U);
}

TEST_F(SearchApiTest, HelpIsTheFirstMember) {
    const auto first_key = [](const std::string& body) {
        return nlohmann::ordered_json::parse(body).begin().key();
    };
    const Response red = post("/indexes/site/search", R"({"q":"overdose"})");
    EXPECT_EQ(first_key(red.body), "crisis");
    EXPECT_EQ(json::parse(red.body)["crisis"]["contacts"][0]["tel"], "911");
    EXPECT_EQ(first_key(post("/indexes/site/search", R"({"q":"grief"})").body),
              "support");
    EXPECT_EQ(first_key(post("/indexes/site/search", R"({"q":"x"})").body), "hits");
    // Whatever else is wrong with the request.
    EXPECT_EQ(
        first_key(post("/indexes/site/search", R"({"q":"overdose","limit":-1})").body),
        "crisis");
    EXPECT_EQ(first_key(post("/indexes/x/search", R"({"q":"overdose"})").body), "crisis");
    EXPECT_EQ(first_key(post("/multi-search",
                             R"({"queries":[5,{"indexUid":"x","q":"overdose"}]})")
                            .body),
              "crisis");
}

TEST_F(SearchApiTest, EachOfSeveralQueriesHasItsOwnHelp) {
    const Response response =
        post("/multi-search", R"({"queries":[{"indexUid":"site","q":"overdose"},
            {"indexUid":"site","q":"x"},{"indexUid":"site","q":"overdose"}]})");
    const json results = json::parse(response.body)["results"];
    EXPECT_TRUE(results[0].contains("crisis"));
    EXPECT_FALSE(results[1].contains("crisis"));
    EXPECT_TRUE(results[2].contains("crisis"));
    EXPECT_EQ(response.trace.help, "red");
}

TEST_F(SearchApiTest, WithoutAnIndexTheHelpIsStillThere) {
    service_.failure = Error{ErrorCode::index_missing, "no index at /secret", "build"};
    for (const Response& response :
         {post("/multi-search", R"({"queries":[{"indexUid":"site","q":"overdose"}]})"),
          post("/indexes/site/search", R"({"q":"overdose"})"),
          get("/indexes/site/search?q=overdose")}) {
        EXPECT_EQ(response.status, 503U);
        const auto body = nlohmann::ordered_json::parse(response.body);
        EXPECT_EQ(body.begin().key(), "crisis");
        EXPECT_EQ(body["hits"], nlohmann::ordered_json::array());
        EXPECT_EQ(body["code"], "index_unavailable");
        EXPECT_EQ(response.body.find("secret"), std::string::npos);
        EXPECT_EQ(response.trace.help, "red");
    }
    service_.failure = Error{ErrorCode::internal, "a fault"};
    EXPECT_EQ(post("/indexes/site/search", "{}").status, 500U);
}

TEST_F(SearchApiTest, AMultiSearchIsBounded) {
    const auto status = [&](const json& body) {
        const Response response = post("/multi-search", body.dump());
        return std::pair(response.status, json::parse(response.body));
    };
    const json query{{"indexUid", "site"}, {"q", "a"}};
    EXPECT_EQ(status({{"queries", json(10, query)}}).second["results"].size(), 10U);
    EXPECT_EQ(status({{"queries", json(11, query)}}).first, 400U);
    EXPECT_EQ(status({{"queries", query}}).first, 400U);
    EXPECT_EQ(status(json::object()).first, 400U);
    EXPECT_EQ(status({{"queries", {query}}, {"federation", json::object()}}).first, 400U);
    EXPECT_EQ(status({{"queries", {query, {{"indexUid", "x"}}}}}).first, 404U);
    const auto [code, body] =
        status({{"queries", {query, {{"indexUid", "site"}, {"limit", -1}}}}});
    EXPECT_EQ(code, 400U);
    EXPECT_TRUE(body["detail"].get<std::string>().starts_with("queries[1]: limit"));
    EXPECT_EQ(status({{"queries", {{{"q", "a"}}}}}).second["code"], "invalid_index_uid");
    EXPECT_EQ(status({{"queries", {5}}}).first, 400U);
    const json half{{"indexUid", "site"}, {"limit", 500}};
    EXPECT_EQ(status({{"queries", {half, half}}}).first, 200U);
    EXPECT_EQ(status({{"queries", {half, query, half}}}).first, 400U);
}

TEST_F(SearchApiTest, QuestionsAreRepaired) {
    const Response response = post("/indexes/site/search", R"({"q":"a\u0000b"})");
    EXPECT_EQ(json::parse(response.body)["query"],
              "a\xEF\xBF\xBD"
              "b");
}

TEST_F(SearchApiTest, NotesComeWithTheAnswer) {
    service_.results.notes = {"Only the beginning was searched."};
    EXPECT_EQ(search({{"q", "a"}})["notes"][0], "Only the beginning was searched.");
}

}  // namespace
}  // namespace recovery
