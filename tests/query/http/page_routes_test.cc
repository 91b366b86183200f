// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/page_routes.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "query/http/page_request.h"
#include "query/http/web_files.h"
#include "query/search/searcher.h"
#include "tests/support/html_check.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

class NoIndex : public SearchService {
  public:
    Results search(const Question& /*question*/,
                   const SearchOptions& /*options*/) override {
        throw Error{ErrorCode::index_missing, "there is no index at /secret/place"};
    }
    std::optional<WholeDocument> document(const std::string& /*id*/) override {
        throw Error{ErrorCode::index_missing, "there is no index at /secret/place"};
    }
    std::optional<Crisis> recognise_crisis(std::string_view text) override {
        return recovery::recognise_crisis(text);
    }
    IndexState state() override { return {}; }
};

class OneIndex : public SearchService {
  public:
    explicit OneIndex(const std::filesystem::path& dir) : searcher_(dir) {}

    Results search(const Question& question, const SearchOptions& options) override {
        ++searches;
        return searcher_.search(question, options);
    }
    std::optional<WholeDocument> document(const std::string& id) override {
        return searcher_.document(id);
    }
    std::vector<WholeDocument> page(const std::string& page_id) override {
        return searcher_.page(page_id);
    }
    std::optional<Crisis> recognise_crisis(std::string_view text) override {
        return searcher_.recognise_crisis(text);
    }
    IndexState state() override { return {}; }

    int searches = 0;

  private:
    Searcher searcher_;
};

class PageRoutes : public testing::Test {
  protected:
    void SetUp() override {
        std::vector<Document> documents{
            sample_article(
                "guide", "Guide to Detox", {{"", "Detox."}, {"Cost", "Money."}}),
            sample_faq("b-long", "How long is detox?", "Days."),
            sample_faq("a-cost", "What does detox cost?", "Ask us."),
            sample_bio("pat", "Pat Detox", {"LSW"}, "Social worker.")};
        documents[0].tags = {"cost"};
        for (int i = 0; i < 12; ++i) {
            documents.push_back(
                sample_faq("more-" + std::to_string(i), "More on detox?", "Detox."));
        }
        publish_index(dir_.path(), documents);
        service_.emplace(dir_.path());
    }

    Response get(const std::string& target, const NamedValues& headers = {}) {
        Request request = make_request("GET", target).value();
        request.headers = headers;
        auto response = page_route(request, *service_, site_);
        EXPECT_TRUE(response.has_value()) << target;
        EXPECT_EQ(html_fault(response->body), "") << target;
        return *response;
    }

    bool leads_somewhere(const std::string& target) {
        return page_route(make_request("GET", target).value(), *service_, site_)
            .has_value();
    }

    const TempDir dir_;
    std::optional<OneIndex> service_;
    SiteOptions site_;
};

std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return "(none)";
}

TEST_F(PageRoutes, AnswersASearch) {
    const Response response = get("/search?q=detox");
    EXPECT_EQ(response.status, 200U);
    EXPECT_THAT(response.body, HasSubstr("Showing 1–10 of 16 for"));
    EXPECT_EQ(response.trace.route, "search");
    EXPECT_EQ(response.trace.hits, 16U);
    EXPECT_EQ(response.trace.help, "support");
    EXPECT_EQ(service_->searches, 1);
    EXPECT_THAT(get("/search?q=detox&page=2").body, HasSubstr("Showing 11–16 of 16 for"));
    EXPECT_THAT(get("/search?q=detox&page=99").body, HasSubstr("There are only 2 pages"));
}

TEST_F(PageRoutes, SendsHeadersThatKeepThePageToItself) {
    const Response response = get("/search?q=detox");
    EXPECT_EQ(header(response, "Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(header(response, "Content-Security-Policy"),
              "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
              "base-uri 'none'; frame-ancestors 'self'");
    EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(header(response, "X-Robots-Tag"), "noindex");
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
    for (const auto& [name, value] : get("/search?q=canary").headers) {
        EXPECT_THAT(value, Not(HasSubstr("canary"))) << name;
    }
    EXPECT_THAT(response.body,
                AllOf(Not(HasSubstr("<script")), Not(HasSubstr(" style="))));
}

TEST_F(PageRoutes, CountsKindsAsIfNoneWereChosen) {
    const Response response = get("/search?q=detox&type=bio");
    EXPECT_EQ(response.trace.hits, 1U);
    EXPECT_THAT(response.body,
                AllOf(HasSubstr("One page for"),
                      HasSubstr("All <span class=\"count\">16"),
                      HasSubstr("Answers <span class=\"count\">14"),
                      HasSubstr("aria-current=\"true\">People <span class=\"count\">1")));
}

TEST_F(PageRoutes, ListsAllPagesOfAKind) {
    const Response response = get("/search?q=&type=article");
    EXPECT_THAT(response.body,
                AllOf(HasSubstr("<h1>Articles</h1>"),
                      HasSubstr("Guide to Detox"),
                      HasSubstr("Answers <span class=\"count\">14")));
    EXPECT_THAT(get("/search?q=&type=article&tag=none").body, HasSubstr("no such pages"));
}

TEST_F(PageRoutes, IgnoresWhatItDoesNotKnow) {
    for (const char* target : {"/search?q=detox&type=robots",
                               "/search?q=detox&page=0",
                               "/search?q=detox&page=-3",
                               "/search?q=detox&page=1e9",
                               "/search?q=detox&lang=xx",
                               "/search?q=detox&tag=",
                               "/search?q=detox&q=other&unknown=1"}) {
        EXPECT_THAT(get(target).body, HasSubstr("1–10 of 16 for")) << target;
    }
    EXPECT_EQ(get("/search?q=detox&page=99999999999999999999999").status, 200U);
    EXPECT_THAT(get("/search").body, HasSubstr("What do you want to know?"));
    EXPECT_THAT(get("/search?q=%20%20").body, HasSubstr("What do you want to know?"));
}

TEST_F(PageRoutes, HeedsSoManyTagsOnly) {
    std::string target = "/search?q=detox&tag=cost&tag=cost";
    for (int i = 0; i < 50; ++i) {
        target += "&tag=t" + std::to_string(i);
    }
    EXPECT_EQ(read_search_request(*make_request("GET", target)).tags.size(),
              max_request_tags);
    EXPECT_EQ(get(target).trace.hits, 1U);
}

TEST_F(PageRoutes, SpeaksTheLanguageThatIsPlainlyPreferred) {
    const auto language = [](const std::string& accepted, const std::string& target) {
        Request request = make_request("GET", target).value();
        request.headers = {{"accept-language", accepted}};
        return card_language_code(page_language(request));
    };
    EXPECT_EQ(language("es-MX,es;q=0.9,en;q=0.8", "/search"), "es");
    EXPECT_EQ(language("es", "/search"), "es");
    EXPECT_EQ(language("en;q=0.5, ES;q=0.501", "/search"), "es");
    EXPECT_EQ(language("en-US,en;q=0.9,es;q=0.8", "/search"), "en");
    EXPECT_EQ(language("en,es", "/search"), "en");
    EXPECT_EQ(language("fr,es;q=0.9", "/search"), "en");
    EXPECT_EQ(language("es;q=0", "/search"), "en");
    EXPECT_EQ(language("est,et", "/search"), "en");
    EXPECT_EQ(language("", "/search"), "en");
    EXPECT_EQ(language(";;q=,,,es;q", "/search"), "en");
    EXPECT_EQ(language("en", "/search?lang=es"), "es");
    EXPECT_EQ(language("es", "/search?lang=en"), "en");
    EXPECT_THAT(get("/search?q=detox", {{"accept-language", "es"}}).body,
                AllOf(HasSubstr("<html lang=\"es\">"), HasSubstr("lang=en")));
}

TEST_F(PageRoutes, ShowsHelpWithoutAnIndex) {
    NoIndex service;
    const Request request =
        make_request("GET", "/search?q=he+overdosed+not+breathing").value();
    const Response response = page_route(request, service, site_).value();
    EXPECT_EQ(response.status, 503U);
    EXPECT_EQ(header(response, "Retry-After"), "30");
    EXPECT_EQ(response.trace.help, "red");
    EXPECT_EQ(html_fault(response.body), "");
    EXPECT_LT(response.body.find("class=\"help red\""), response.body.find("<h1>"));
    EXPECT_THAT(response.body, HasSubstr("value=\"he overdosed not breathing\""));
    EXPECT_THAT(response.body, Not(HasSubstr("secret")));
}

TEST_F(PageRoutes, ShowsIndexedPagesOfASampleSiteOnly) {
    EXPECT_FALSE(leads_somewhere("/"));
    EXPECT_FALSE(leads_somewhere("/articles/guide"));
    site_.demo = true;
    EXPECT_THAT(get("/").body, HasSubstr("Answers</strong> <span class=\"count\">14"));
    EXPECT_THAT(get("/articles/guide").body, HasSubstr("<h2 id=\"s1\">Cost</h2>"));
    EXPECT_THAT(get("/articles/guide/").body, HasSubstr("<h2 id=\"s1\">Cost</h2>"));
    EXPECT_THAT(get("/bios/x").body, HasSubstr("<h1 id=\"pat\">Pat Detox</h1>"));
    EXPECT_FALSE(leads_somewhere("/articles/gui"));
    EXPECT_FALSE(leads_somewhere("/articles"));
    EXPECT_FALSE(leads_somewhere("/faqs/x%23b-long"));
    EXPECT_FALSE(leads_somewhere("/" + std::string(5000, 'x')));
}

TEST_F(PageRoutes, ShowsAllQuestionsOfAPageInTheirOrder) {
    site_.demo = true;
    const std::string body = get("/faqs/x").body;
    EXPECT_LT(body.find("id=\"b-long\""), body.find("id=\"a-cost\""));
    EXPECT_THAT(body, HasSubstr("id=\"more-11\""));
}

TEST_F(PageRoutes, HasAHomePageWithoutAnIndexToo) {
    site_.demo = true;
    NoIndex service;
    for (const char* target : {"/", "/articles/guide"}) {
        const auto response =
            page_route(make_request("GET", target).value(), service, site_);
        EXPECT_EQ(response->status, 503U);
        EXPECT_THAT(response->body, HasSubstr("tel:911"));
    }
}

TEST_F(PageRoutes, LoadsTheStyleSheetOfTheSiteAfterOurs) {
    site_.style_url = "/search.css";
    EXPECT_THAT(attribute_values(get("/search").body, "rel"),
                IsSupersetOf({"stylesheet", "stylesheet"}));
    site_.style_url = "javascript:alert(1)";
    EXPECT_THAT(get("/search").body, Not(HasSubstr("javascript")));
}

Response file(const std::string& target, const NamedValues& headers = {}) {
    Request request = make_request("GET", target).value();
    request.headers = headers;
    return static_file(request).value();
}

TEST(StaticFile, IsKeptForEverUnderItsHash) {
    const Response style = file(versioned_path("recovery.css"));
    EXPECT_EQ(header(style, "Content-Type"), "text/css; charset=utf-8");
    EXPECT_THAT(header(style, "Cache-Control"), HasSubstr("immutable"));
    EXPECT_THAT(style.body, HasSubstr("--rs-accent"));
    EXPECT_THAT(header(file("/recovery.css?v=old"), "Cache-Control"),
                Not(HasSubstr("immutable")));
    EXPECT_THAT(file("/favicon.svg").body, HasSubstr("<svg"));
}

TEST(StaticFile, IsNotSentAgain) {
    const std::string tag = header(file("/recovery.css"), "ETag");
    const Response again =
        file("/recovery.css", {{"if-none-match", "\"other\", W/" + tag}});
    EXPECT_EQ(again.status, 304U);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(file("/recovery.css", {{"if-none-match", "\"other\""}}).status, 200U);
}

TEST(StaticFile, DescribesTheSearchToBrowsers) {
    EXPECT_THAT(
        file("/opensearch.xml", {{"host", "search.example:8080"}}).body,
        HasSubstr("type=\"text/html\" method=\"get\" "
                  "template=\"http://search.example:8080/search?q={searchTerms}\""));
    EXPECT_THAT(
        file("/opensearch.xml", {{"host", "a.example"}, {"x-forwarded-proto", "https"}})
            .body,
        HasSubstr("\"https://a.example/search"));
    EXPECT_THAT(file("/opensearch.xml", {{"host", "a\"><script>"}}).body,
                HasSubstr("template=\"/search?q="));
}

TEST(StaticFile, IsNoOtherFile) {
    EXPECT_FALSE(static_file(make_request("GET", "/embed.cmake").value()));
    EXPECT_FALSE(static_file(make_request("GET", "/../recovery.css").value()));
}

}  // namespace
}  // namespace recovery
