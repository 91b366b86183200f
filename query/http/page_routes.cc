// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/page_routes.h"

#include "indexer/base/error.h"
#include "query/question/parse_question.h"
#include "query/render/json.h"

namespace recovery {

std::optional<Response> page_route(const Request& request,
                                   SearchService& service,
                                   const SiteOptions& site) {
    (void)site;
    if (request.path != "/search") {
        return std::nullopt;
    }
    const std::string query(request.parameter("q").value_or(""));
    AnswerContext context;
    context.query = query;
    context.help = service.recognise_crisis(query);
    Response response;
    response.trace.route = "search";
    response.headers = {{"Content-Type", "application/json"}};
    try {
        const Results results = service.search(parse_question(query), {});
        response.trace.hits = results.total;
        response.body = answer_json(results, context);
    } catch (const Error& error) {
        response.status = 503;
        response.body = error_json(
            error_code_name(error.code()), error.what(), error.hint(), context);
    }
    return response;
}

std::optional<Response> static_file(const Request& request) {
    (void)request;
    return std::nullopt;
}

}  // namespace recovery
