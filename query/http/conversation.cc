// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/conversation.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "query/http/facet_values.h"
#include "query/http/formatted_hit.h"
#include "query/http/json_response.h"
#include "query/question/parse_question.h"
#include "query/render/json_parts.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

std::string question_text(const json& object) {
    const auto q = object.is_object() ? object.find("q") : object.end();
    return object.is_object() && q != object.end() && q->is_string()
               ? q->get<std::string>()
               : std::string();
}

long long milliseconds(Clock::duration elapsed) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count();
}

void add_window(Json& body, const ApiRequest& request, const Results& results) {
    if (!request.paging) {
        body["limit"] = request.options.limit;
        body["offset"] = request.options.offset;
        body["estimatedTotalHits"] = results.total;
        return;
    }
    const std::size_t size = request.paging->hits_per_page;
    const std::size_t within = std::min(results.total, max_result_window);
    body["page"] = request.paging->page;
    body["hitsPerPage"] = size;
    body["totalPages"] = size == 0 ? 0 : (within + size - 1) / size;
    body["totalHits"] = results.total;
}

}  // namespace

void Conversation::recognise(const json& object) {
    const std::string text = question_text(object);
    if (text != recognised_text_) {
        recognised_text_ = text;
        recognised_ = service_.recognise_crisis(text);
        help_ = stronger(help_, recognised_);
    }
}

std::optional<HttpProblem> Conversation::check_uid(std::string_view index_uid) const {
    if (index_uid == site_.index_uid) {
        return std::nullopt;
    }
    return HttpProblem{problem_kind::index_not_found,
                       fmt::format("There is no such index; known: {}", site_.index_uid)};
}

JsonOrFailure Conversation::search(const json& object) {
    recognise(object);
    auto read = read_api_request(object);
    if (auto* const problem = std::get_if<HttpProblem>(&read)) {
        return std::move(*problem);
    }
    const auto& request = std::get<ApiRequest>(read);
    wanted_ += request.options.limit;
    if (wanted_ > max_result_window) {
        return HttpProblem{problem_kind::invalid_limit,
                           fmt::format("The limits of all queries together may not "
                                       "exceed {}",
                                       max_result_window)};
    }
    const Clock::time_point begin = Clock::now();
    const Question question = parse_question(request.query);
    Results results = service_.search(question, request.options);
    const auto elapsed = Clock::now() - begin;
    if (!hits_) {
        hits_ = results.total;
    }
    complete_facets(results.facets, request.options.facets);
    return answer(request, question, results, elapsed);
}

JsonOrFailure Conversation::facet_search(const json& object) {
    recognise(object);
    auto read = read_facet_request(object);
    if (auto* const problem = std::get_if<HttpProblem>(&read)) {
        return std::move(*problem);
    }
    const auto& request = std::get<FacetRequest>(read);
    const Clock::time_point begin = Clock::now();
    const Results results =
        service_.search(parse_question(request.query), request.options);
    return Json{{"facetHits", facet_hits_json(results, request)},
                {"facetQuery", request.facet_query},
                {"processingTimeMs", milliseconds(Clock::now() - begin)}};
}

Response Conversation::finish(const JsonOrFailure& outcome) const {
    if (const auto* const problem = std::get_if<HttpProblem>(&outcome)) {
        return failure(*problem);
    }
    return traced(json_response(std::get<Json>(outcome)));
}

Response Conversation::failure(const HttpProblem& problem) const {
    Json first = object_with_help(help_);
    const bool unavailable = problem.kind.status == 503;
    if (unavailable) {
        first["hits"] = Json::array();
    }
    Response response = problem_response(problem, first);
    if (unavailable) {
        response.headers.emplace_back("Retry-After", "5");
    }
    return traced(std::move(response));
}

Response Conversation::traced(Response response) const {
    response.trace.hits = hits_;
    if (help_) {
        response.trace.help = crisis_level_name(help_->level);
    }
    return response;
}

Json Conversation::answer(const ApiRequest& request,
                          const Question& question,
                          const Results& results,
                          Clock::duration elapsed) const {
    Json body = object_with_help(recognised_);
    Json& hits = body["hits"] = Json::array();
    HitFormatter formatter(request, question);
    for (const Hit& hit : results.hits) {
        hits.push_back(formatter.hit(hit));
    }
    body["query"] = request.query;
    body["processingTimeMs"] = milliseconds(elapsed);
    add_window(body, request, results);
    body["totalIsExact"] = results.total_is_exact;
    if (!request.options.facets.empty()) {
        body["facetDistribution"] = facets_json(results.facets);
    }
    body["indexUid"] = site_.index_uid;
    if (!results.notes.empty()) {
        body["notes"] = results.notes;
    }
    return body;
}

}  // namespace recovery
