// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/search_api.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"
#include "query/http/api_request.h"
#include "query/http/facet_values.h"
#include "query/http/formatted_hit.h"
#include "query/http/json_body.h"
#include "query/http/json_response.h"
#include "query/http/problem.h"
#include "query/question/parse_question.h"
#include "query/render/json_parts.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;
using Clock = std::chrono::steady_clock;
using JsonOrFailure = std::variant<Json, HttpProblem>;

HttpProblem problem_of(const Error& error) {
    switch (error.code()) {
        case ErrorCode::index_missing:
        case ErrorCode::index_corrupt:
        case ErrorCode::schema_mismatch:
            return {problem_kind::index_unavailable,
                    "There is no search index to ask at the moment"};
        case ErrorCode::usage:
            return {problem_kind::bad_request, error.what()};
        default:
            return {problem_kind::internal, "The search failed"};
    }
}

std::string question_text(const json& object) {
    const auto q = object.is_object() ? object.find("q") : object.end();
    return object.is_object() && q != object.end() && q->is_string()
               ? q->get<std::string>()
               : std::string();
}

// One request: the help its questions call for, and what its searches find.
class Conversation {
  public:
    Conversation(SearchService& service, const SiteOptions& site)
        : service_(service), site_(site) {}

    void recognise(const json& object) {
        const std::string text = question_text(object);
        if (text != recognised_text_) {
            recognised_text_ = text;
            recognised_ = service_.recognise_crisis(text);
            help_ = stronger(help_, recognised_);
        }
    }

    [[nodiscard]] std::optional<HttpProblem> check_uid(std::string_view index_uid) const {
        if (index_uid == site_.index_uid) {
            return std::nullopt;
        }
        return HttpProblem{
            problem_kind::index_not_found,
            fmt::format("There is no such index; known: {}", site_.index_uid)};
    }

    JsonOrFailure search(const json& object) {
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

    JsonOrFailure facet_search(const json& object) {
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

    Response finish(JsonOrFailure outcome) const {
        if (const auto* const problem = std::get_if<HttpProblem>(&outcome)) {
            return failure(*problem);
        }
        return traced(json_response(std::get<Json>(outcome)));
    }

    [[nodiscard]] Response failure(const HttpProblem& problem) const {
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

  private:
    static long long milliseconds(Clock::duration elapsed) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count();
    }

    Response traced(Response response) const {
        response.trace.hits = hits_;
        if (help_) {
            response.trace.help = crisis_level_name(help_->level);
        }
        return response;
    }

    Json answer(const ApiRequest& request,
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

    static void add_window(Json& body,
                           const ApiRequest& request,
                           const Results& results) {
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

    SearchService& service_;
    const SiteOptions& site_;
    std::string recognised_text_;
    std::optional<Crisis> recognised_;  // of the question that is being answered
    std::optional<Crisis> help_;        // of all questions
    std::optional<std::size_t> hits_;   // found by the first search
    std::size_t wanted_ = 0;            // hits asked for so far
};

// Runs `work`, which gives a JsonOrFailure; what it throws becomes a failure.
template <typename Work>
Response guarded(Conversation& conversation, Work work) {
    try {
        return conversation.finish(work());
    } catch (const Error& error) {
        return conversation.failure(problem_of(error));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return conversation.failure({problem_kind::internal, "The search failed"});
    }
}

JsonOrFailure search_all(Conversation& conversation, const json& body) {
    const auto queries = body.find("queries");
    if (queries == body.end() || !queries->is_array() || queries->size() > max_queries) {
        return HttpProblem{
            problem_kind::invalid_queries,
            fmt::format("queries must be an array of at most {} objects", max_queries)};
    }
    // Whatever goes wrong below, the help is known by then.
    std::for_each(queries->begin(), queries->end(), [&](const json& query) {
        conversation.recognise(query);
    });
    if (const auto federation = body.find("federation");
        federation != body.end() && !federation->is_null()) {
        return HttpProblem{problem_kind::federation,
                           "federation: each query has an answer of its own"};
    }
    Json results = Json::array();
    for (const json& query : *queries) {
        const auto failed = [&](HttpProblem problem) {
            problem.detail =
                fmt::format("queries[{}]: {}", results.size(), problem.detail);
            return problem;
        };
        if (!query.is_object()) {
            return failed({problem_kind::invalid_queries, "must be an object"});
        }
        const auto uid = query.find("indexUid");
        if (uid == query.end() || !uid->is_string()) {
            return failed({problem_kind::invalid_index_uid, "indexUid must be a string"});
        }
        if (auto problem = conversation.check_uid(uid->get_ref<const std::string&>())) {
            return failed(std::move(*problem));
        }
        JsonOrFailure answer = conversation.search(query);
        if (auto* const problem = std::get_if<HttpProblem>(&answer)) {
            return failed(std::move(*problem));
        }
        results.push_back(std::move(std::get<Json>(answer)));
    }
    return Json{{"results", std::move(results)}};
}

using OneAnswer = JsonOrFailure (Conversation::*)(const json&);

Response answer_one(JsonOrProblem read,
                    std::string_view index_uid,
                    Conversation conversation,
                    OneAnswer answer) {
    return guarded(conversation, [&]() -> JsonOrFailure {
        if (auto* const problem = std::get_if<HttpProblem>(&read)) {
            return std::move(*problem);
        }
        const json& object = std::get<json>(read);
        conversation.recognise(object);
        if (auto problem = conversation.check_uid(index_uid)) {
            return std::move(*problem);
        }
        return (conversation.*answer)(object);
    });
}

}  // namespace

Response search_answer(const Request& request,
                       std::string_view index_uid,
                       SearchService& service,
                       const SiteOptions& site) {
    return answer_one(request.method == "POST" ? parse_json_body(request.body)
                                               : parameters_as_json(request),
                      index_uid,
                      Conversation(service, site),
                      &Conversation::search);
}

Response facet_search_answer(const Request& request,
                             std::string_view index_uid,
                             SearchService& service,
                             const SiteOptions& site) {
    return answer_one(parse_json_body(request.body),
                      index_uid,
                      Conversation(service, site),
                      &Conversation::facet_search);
}

Response multi_search_answer(const Request& request,
                             SearchService& service,
                             const SiteOptions& site) {
    Conversation conversation(service, site);
    return guarded(conversation, [&]() -> JsonOrFailure {
        JsonOrProblem read = parse_json_body(request.body);
        if (auto* const problem = std::get_if<HttpProblem>(&read)) {
            return std::move(*problem);
        }
        return search_all(conversation, std::get<json>(read));
    });
}

}  // namespace recovery
