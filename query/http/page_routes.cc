// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/page_routes.h"

#include <algorithm>
#include <utility>

#include "indexer/base/error.h"
#include "query/http/page_request.h"
#include "query/http/web_files.h"
#include "query/question/parse_question.h"
#include "query/question/standing_calls.h"
#include "query/render/html.h"

namespace recovery {

namespace {

constexpr unsigned retry_after_seconds = 30;

Response html_response(unsigned status, std::string body, std::string_view route) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.trace.route = route;
    response.headers = {
        {"Content-Type", "text/html; charset=utf-8"},
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
         "base-uri 'none'; frame-ancestors 'self'"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Robots-Tag", "noindex"},
        {"Cache-Control", "no-store"},
        {"Vary", "Accept-Language"}};
    if (status == 503) {
        response.headers.emplace_back("Retry-After", std::to_string(retry_after_seconds));
    }
    return response;
}

CardLanguage other(CardLanguage language) {
    return language == CardLanguage::english ? CardLanguage::spanish
                                             : CardLanguage::english;
}

PageFrame frame_of(const Request& request, const SiteOptions& site) {
    PageFrame frame;
    frame.language = page_language(request);
    frame.lang = read_search_request(request).lang;
    frame.calls = standing_calls(frame.language);
    frame.style_href = versioned_path("recovery.css");
    frame.site_style_href = page_href(site.style_url, "").value_or("");
    frame.demo = site.demo;
    frame.other_language_href =
        "?lang=" + std::string(card_language_code(other(frame.language)));
    return frame;
}

std::vector<std::string> type_facet() {
    return {"type"};
}

KindCounts kind_counts(const Results& results) {
    KindCounts counts;
    for (const Facet& facet : results.facets) {
        for (const auto& [value, count] : facet.counts) {
            if (const auto kind = kind_from_name(value); kind && facet.field == "type") {
                counts.emplace_back(*kind, count);
            }
        }
    }
    return counts;
}

/// Of all indexed pages.
KindCounts all_kind_counts(SearchService& service) {
    SearchOptions options;
    options.filters.kinds = {all_kinds.begin(), all_kinds.end()};
    options.limit = 0;
    options.facets = type_facet();
    return kind_counts(service.search({}, options));
}

/// Results and counts; the counts take a search of their own where a kind is chosen.
void search(SearchService& service, ResultsPage& page) {
    const SearchRequest& request = page.request;
    const Question question = parse_question(request.query);
    SearchOptions options;
    options.filters.tags = request.tags;
    options.limit = page_hits;
    options.offset = (request.page - 1) * page_hits;
    if (!request.kind) {
        options.facets = type_facet();
        page.results = service.search(question, options);
        page.kinds = kind_counts(page.results);
        return;
    }
    options.filters.kinds = {*request.kind};
    page.results = service.search(question, options);
    options.filters.kinds.clear();
    if (question.empty() && request.tags.empty()) {
        page.kinds = all_kind_counts(service);
        return;
    }
    options.limit = 0;
    options.offset = 0;
    options.facets = type_facet();
    page.kinds = kind_counts(service.search(question, options));
}

Response search_page(const Request& request,
                     SearchService& service,
                     const SiteOptions& site) {
    ResultsPage page;
    page.request = read_search_request(request);
    PageFrame frame = frame_of(request, site);
    frame.query = page.request.query;
    SearchRequest in_other = page.request;
    in_other.lang = card_language_code(other(frame.language));
    frame.other_language_href = search_href(in_other);
    page.help = service.recognise_crisis(page.request.query);

    Response response;
    try {
        if (!page.request.query.empty() || page.request.has_filter()) {
            search(service, page);
        }
        response = html_response(200, results_html(page, frame), "search");
        response.trace.hits = page.results.total;
    } catch (const Error&) {
        response = html_response(503, unavailable_html(page.help, frame), "search");
    }
    if (page.help) {
        response.trace.help = crisis_level_name(page.help->level);
    }
    return response;
}

/// The id of the page at `path`: page_id() of the file that page_url() leads to.
std::string page_id_at(std::string_view path) {
    std::string id;
    for (const char c : path.substr(std::min<std::size_t>(1, path.size()))) {
        if (c == ' ') {
            id += "%20";
        } else if (c == '#') {
            id += "%23";
        } else {
            id += c;
        }
    }
    while (id.ends_with('/')) {
        id.pop_back();
    }
    return id;
}

std::optional<Response> demo_page(const Request& request,
                                  SearchService& service,
                                  const SiteOptions& site) {
    const PageFrame frame = frame_of(request, site);
    try {
        if (request.path == "/") {
            return html_response(200, home_html(all_kind_counts(service), frame), "home");
        }
        const auto documents = service.page(page_id_at(request.path));
        if (documents.empty()) {
            return std::nullopt;
        }
        return html_response(200, documents_html(documents, frame), "page");
    } catch (const Error&) {
        return html_response(503, unavailable_html(std::nullopt, frame), "page");
    }
}

}  // namespace

std::optional<Response> page_route(const Request& request,
                                   SearchService& service,
                                   const SiteOptions& site) {
    if (request.path == "/search") {
        return search_page(request, service, site);
    }
    return site.demo ? demo_page(request, service, site) : std::nullopt;
}

}  // namespace recovery
