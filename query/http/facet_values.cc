// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/facet_values.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"
#include "query/http/api_request.h"
#include "query/http/search_api.h"
#include "query/search/facets.h"

namespace recovery {

namespace {

// Each word of the value behind a blank.
std::string words(const std::string& value) {
    std::string text = " " + normalise_value(value);
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

}  // namespace

std::variant<FacetRequest, HttpProblem> read_facet_request(const nlohmann::json& object) {
    const auto name = object.find("facetName");
    const bool is_text = name != object.end() && name->is_string();
    const std::string facet = is_text ? name->get<std::string>() : std::string();
    if (std::find(facet_fields.begin(), facet_fields.end(), facet) ==
        facet_fields.end()) {
        return HttpProblem{problem_kind::invalid_facet_name,
                           fmt::format("Unknown facet{} in facetName; known: {}",
                                       shown_name(facet),
                                       fmt::join(facet_fields, ", "))};
    }
    FacetRequest request;
    if (const auto text = object.find("facetQuery");
        text != object.end() && !text->is_null()) {
        if (!text->is_string()) {
            return HttpProblem{problem_kind::invalid_facet_query,
                               "facetQuery must be a string"};
        }
        request.facet_query = repair_utf8(text->get_ref<const std::string&>());
    }
    nlohmann::json rest = nlohmann::json::object();
    for (const char* const member : {"q", "filter"}) {
        if (const auto it = object.find(member); it != object.end()) {
            rest[member] = *it;
        }
    }
    auto search = read_api_request(rest);
    if (auto* const problem = std::get_if<HttpProblem>(&search)) {
        return std::move(*problem);
    }
    auto& read = std::get<ApiRequest>(search);
    request.query = std::move(read.query);
    request.options = std::move(read.options);
    request.options.limit = 0;
    request.options.facets = {facet};
    return request;
}

nlohmann::ordered_json facet_hits_json(const Results& results,
                                       const FacetRequest& request) {
    auto hits = nlohmann::ordered_json::array();
    const std::string wanted = words(request.facet_query);
    for (const Facet& facet : results.facets) {
        for (const auto& [value, count] : facet.counts) {
            if (hits.size() < max_facet_values &&
                words(value).find(wanted) != std::string::npos) {
                hits.push_back({{"value", value}, {"count", count}});
            }
        }
    }
    return hits;
}

void complete_facets(std::vector<Facet>& facets, const std::vector<std::string>& asked) {
    for (const std::string& field : asked) {
        const auto known = std::find_if(facets.begin(),
                                        facets.end(),
                                        [&](const Facet& f) { return f.field == field; });
        if (known == facets.end()) {
            facets.push_back({field, {}});
        } else if (known->counts.size() > max_facet_values) {
            known->counts.resize(max_facet_values);
        }
    }
}

}  // namespace recovery
