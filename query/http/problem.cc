// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/problem.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/ascii.h"
#include "query/http/json_response.h"

namespace recovery {

namespace {

constexpr std::size_t max_shown_name_bytes = 40;

bool is_name_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.';
}

}  // namespace

std::string shown_name(std::string_view name) {
    const bool plain = !name.empty() && name.size() <= max_shown_name_bytes &&
                       std::all_of(name.begin(), name.end(), is_name_byte);
    return plain ? fmt::format(" '{}'", name) : std::string();
}

nlohmann::ordered_json problem_json(const HttpProblem& problem) {
    return {{"type", fmt::format("/problems/{}", problem.kind.code)},
            {"title", problem.kind.title},
            {"status", problem.kind.status},
            {"detail", problem.detail},
            {"message", problem.detail},
            {"code", problem.kind.code},
            {"link", fmt::format("/docs/errors#{}", problem.kind.code)}};
}

Response problem_response(const HttpProblem& problem,
                          const nlohmann::ordered_json& first) {
    nlohmann::ordered_json body = first;
    body.update(problem_json(problem));
    Response response = json_response(body);
    response.status = problem.kind.status;
    response.headers = {{"Content-Type", "application/problem+json"}};
    return response;
}

Response problem_response(const HttpProblem& problem) {
    return problem_response(problem, nlohmann::ordered_json::object());
}

}  // namespace recovery
