// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace recovery {
namespace {

Results sample() {
    Hit article;
    article.id = "articles/a";
    article.title = "Tom & \"Jerry\" <script>";
    article.section = "Cost";
    article.url = "/articles/a";
    article.anchor = "cost";
    article.excerpt = {"<b>cost</b> & care", {{3, 7}}};
    article.score = 2.5;
    article.text = "All of it.";
    article.more.push_back({"Care", "care", "/articles/a", {"care", {{0, 4}}}});
    Hit bio;
    bio.kind = Kind::bio;
    bio.id = "bios/j#jane";
    bio.title = "Jane Sample";
    bio.credentials = {"LCDC III"};
    bio.role = "Therapist";
    Results results;
    results.hits = {article, bio};
    results.limit = 10;
    results.total = 2;
    return results;
}

TEST(Json, KeepsTheContract) {
    AnswerContext context;
    context.query = "cost";
    context.time_us = 2999;
    const auto json = nlohmann::json::parse(answer_json(sample(), context));
    EXPECT_EQ(json["query"], "cost");
    EXPECT_EQ(json["processingTimeMs"], 2);
    EXPECT_EQ(json["limit"], 10);
    EXPECT_EQ(json["offset"], 0);
    EXPECT_EQ(json["estimatedTotalHits"], 2);
    EXPECT_EQ(json["totalIsExact"], true);
    EXPECT_FALSE(json.contains("facetDistribution"));
    const auto& hit = json["hits"][0];
    EXPECT_EQ(hit["id"], "articles/a");
    EXPECT_EQ(hit["type"], "article");
    EXPECT_EQ(hit["title"], "Tom & \"Jerry\" <script>");
    EXPECT_EQ(hit["section"], "Cost");
    EXPECT_EQ(hit["url"], "/articles/a");
    EXPECT_EQ(hit["anchor"], "cost");
    EXPECT_EQ(hit["score"], 2.5);
    EXPECT_EQ(hit["text"], "All of it.");
    EXPECT_EQ(hit["more"][0]["excerpt_html"], "<mark>care</mark>");
    EXPECT_FALSE(hit.contains("name"));
    const auto& bio = json["hits"][1];
    EXPECT_EQ(bio["name"], "Jane Sample");
    EXPECT_EQ(bio["credentials"][0], "LCDC III");
    EXPECT_EQ(bio["role"], "Therapist");
}

TEST(Json, ExcerptsHoldNoMarkupButTheMark) {
    EXPECT_EQ(excerpt_html({"<b>cost</b> & 'care'", {{3, 7}}}),
              "&lt;b&gt;<mark>cost</mark>&lt;/b&gt; &amp; &#39;care&#39;");
    EXPECT_EQ(excerpt_html({}), "");
}

TEST(Json, TextAndFacetsComeWhenAsked) {
    Results results = sample();
    results.facets = {{"type", {{"article", 1}, {"bio", 1}}}, {"tag", {}}};
    AnswerContext context;
    context.with_text = false;
    const auto json = nlohmann::json::parse(answer_json(results, context));
    EXPECT_FALSE(json["hits"][0].contains("text"));
    EXPECT_EQ(json["facetDistribution"]["type"]["bio"], 1);
    EXPECT_TRUE(json["facetDistribution"]["tag"].empty());
}

TEST(Json, AnErrorIsAnObjectWithoutHits) {
    AnswerContext context;
    context.query = "x\xFF";
    const auto json =
        nlohmann::json::parse(error_json("index_missing", "no index", "", context));
    EXPECT_TRUE(json["hits"].empty());
    EXPECT_EQ(json["error"]["code"], "index_missing");
}

}  // namespace
}  // namespace recovery
