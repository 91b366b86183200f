// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/search_api.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"
#include "query/http/conversation.h"
#include "query/http/json_body.h"
#include "query/http/problem.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;

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
