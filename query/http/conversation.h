// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <nlohmann/json_fwd.hpp>

#include "query/http/api_request.h"
#include "query/http/problem.h"
#include "query/http/response.h"
#include "query/http/search_service.h"
#include "query/http/site_options.h"

namespace recovery {

/// What a request of the JSON API comes to.
using JsonOrFailure = std::variant<nlohmann::ordered_json, HttpProblem>;

/// One request of the JSON API: the help its questions call for, and what its searches
/// find. Objects are those of the request's body. Keeps references to both arguments of
/// its constructor.
class Conversation {
  public:
    Conversation(SearchService& service, const SiteOptions& site)
        : service_(service), site_(site) {}

    /// Remembers the help that `q` of `object` calls for. Never fails, whatever it is.
    void recognise(const nlohmann::json& object);

    /// A problem unless it is the name of the site's index.
    [[nodiscard]] std::optional<HttpProblem> check_uid(std::string_view index_uid) const;

    /// Both throw what SearchService::search throws.
    [[nodiscard]] JsonOrFailure search(const nlohmann::json& object);
    [[nodiscard]] JsonOrFailure facet_search(const nlohmann::json& object);

    /// The response, its trace filled but for the route. The help is in every failure.
    [[nodiscard]] Response finish(const JsonOrFailure& outcome) const;
    [[nodiscard]] Response failure(const HttpProblem& problem) const;

  private:
    [[nodiscard]] Response traced(Response response) const;
    [[nodiscard]] nlohmann::ordered_json answer(
        const ApiRequest& request,
        const Question& question,
        const Results& results,
        std::chrono::steady_clock::duration elapsed) const;

    SearchService& service_;
    const SiteOptions& site_;
    std::string recognised_text_;
    std::optional<Crisis> recognised_;  // of the question that is being answered
    std::optional<Crisis> help_;        // of all questions
    std::optional<std::size_t> hits_;   // found by the first search
    std::size_t wanted_ = 0;            // hits asked for so far
};

}  // namespace recovery
