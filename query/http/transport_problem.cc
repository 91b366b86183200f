// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/transport_problem.h"

#include <array>
#include <string>

#include <nlohmann/json.hpp>

namespace recovery {

namespace {

struct Row {
    TransportProblem problem;
    unsigned status;
    const char* code;
    const char* title;
    const char* detail;
};

constexpr std::array rows{
    Row{TransportProblem::malformed,
        400,
        "bad_request",
        "Malformed request",
        "This is not a request of HTTP/1.1 or HTTP/1.0 as RFC 9112 has it"},
    Row{TransportProblem::body_too_large,
        413,
        "payload_too_large",
        "Body too large",
        "The body of a request may have 64 KiB"},
    Row{TransportProblem::expectation,
        417,
        "expectation_failed",
        "Unknown expectation",
        "The only expectation that can be met is 100-continue"},
    Row{TransportProblem::header_too_large,
        431,
        "header_too_large",
        "Header too large",
        "Request line and header fields together may have 8 KiB"},
    Row{TransportProblem::fault,
        500,
        "internal",
        "Internal error",
        "The request could not be answered; this is a fault of the program"},
    Row{TransportProblem::transfer_encoding,
        501,
        "unsupported_transfer_encoding",
        "Unsupported transfer encoding",
        "The only transfer encoding of a request is chunked"},
    Row{TransportProblem::queue_full,
        503,
        "overloaded",
        "Overloaded",
        "Too many questions at once; please ask again in a moment"},
    Row{TransportProblem::too_slow,
        503,
        "timeout",
        "No answer in time",
        "The answer took too long; please ask again in a moment"},
    Row{TransportProblem::too_many_connections,
        503,
        "too_many_connections",
        "Too many connections",
        "Too many connections at once; please ask again in a moment"},
};

const Row& row_of(TransportProblem problem) {
    for (const Row& row : rows) {
        if (row.problem == problem) {
            return row;
        }
    }
    return rows.front();
}

}  // namespace

Response transport_problem(TransportProblem problem) {
    const Row& row = row_of(problem);
    Response response;
    response.status = row.status;
    response.trace.route = "transport";
    response.headers = {{"Content-Type", "application/problem+json"},
                        {"Cache-Control", "no-store"},
                        {"X-Content-Type-Options", "nosniff"}};
    constexpr unsigned service_unavailable = 503;
    if (row.status == service_unavailable) {
        response.headers.emplace_back("Retry-After", "1");
    }
    const std::string code = row.code;
    response.body = nlohmann::ordered_json{{"type", "/problems/" + code},
                                           {"title", row.title},
                                           {"status", row.status},
                                           {"detail", row.detail},
                                           {"message", row.detail},
                                           {"code", code},
                                           {"link", "/docs/errors#" + code}}
                        .dump();
    return response;
}

}  // namespace recovery
