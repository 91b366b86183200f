// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/api_request.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"
#include "query/http/filter_parser.h"
#include "query/search/facets.h"

namespace recovery {

namespace {

using nlohmann::json;

// A member that is there; null is as good as absent.
const json* member(const json& object, const char* name) {
    const auto it = object.find(name);
    return it == object.end() || it->is_null() ? nullptr : &*it;
}

class FilterReader {
  public:
    std::variant<std::vector<FilterExpression>, HttpProblem> read(const json& filter) {
        std::vector<FilterExpression> all;
        if (filter.is_string()) {
            add(filter, all);
        } else if (filter.is_array()) {
            for (const json& part : filter) {
                part.is_array() ? add_any(part, all) : add(part, all);
            }
        } else {
            fail("filter must be a string or an array");
        }
        if (!problem_.empty()) {
            return HttpProblem{problem_kind::invalid_filter, problem_};
        }
        return all;
    }

  private:
    void fail(std::string problem) {
        if (problem_.empty()) {
            problem_ = std::move(problem);
        }
    }

    void add_any(const json& parts, std::vector<FilterExpression>& all) {
        FilterExpression any;
        any.operation = FilterExpression::Operation::any_of;
        for (const json& part : parts) {
            add(part, any.parts);
        }
        if (!parts.empty()) {
            all.push_back(std::move(any));
        }
    }

    void add(const json& part, std::vector<FilterExpression>& parts) {
        if (!part.is_string()) {
            fail("filter must be an array of strings or of arrays of strings");
            return;
        }
        const auto& text = part.get_ref<const std::string&>();
        if (!problem_.empty() || trim_ascii(text).empty()) {
            return;
        }
        ParsedFilter parsed = parse_filter(text);
        conditions_ += parsed.conditions;
        if (!parsed.filter) {
            fail(std::move(parsed.problem));
        } else if (conditions_ > max_filter_conditions) {
            fail(
                fmt::format("filter has more than {} conditions", max_filter_conditions));
        } else {
            parts.push_back(std::move(*parsed.filter));
        }
    }

    std::string problem_;
    std::size_t conditions_ = 0;
};

class RequestReader {
  public:
    explicit RequestReader(const json& object) : object_(object) {}

    ApiRequestOrProblem read() {
        text("indexUid", problem_kind::invalid_index_uid, request_.index_uid);
        text("q", problem_kind::invalid_q, request_.query);
        read_window();
        read_filters();
        read_facets();
        read_attributes();
        flag("showRankingScore", request_.show_ranking_score);
        if (const json* const sort = member(object_, "sort"); sort && !sort->empty()) {
            fail(problem_kind::invalid_sort, "sort: hits have no order but relevance");
        }
        request_.options.filters.empty_finds_all = trim_ascii(request_.query).empty();
        return problem_ ? ApiRequestOrProblem(std::move(*problem_))
                        : ApiRequestOrProblem(std::move(request_));
    }

  private:
    void fail(const ProblemKind& kind, std::string detail) {
        if (!problem_) {
            problem_ = HttpProblem{kind, std::move(detail)};
        }
    }

    void text(const char* name, const ProblemKind& kind, std::string& into) {
        const json* const value = member(object_, name);
        if (value == nullptr) {
            return;
        }
        if (!value->is_string()) {
            fail(kind, fmt::format("{} must be a string", name));
            return;
        }
        into = repair_utf8(value->get_ref<const std::string&>());
    }

    void flag(const char* name, bool& into) {
        const json* const value = member(object_, name);
        if (value != nullptr && !value->is_boolean()) {
            fail(problem_kind::invalid_show_ranking_score,
                 fmt::format("{} must be true or false", name));
        } else if (value != nullptr) {
            into = value->get<bool>();
        }
    }

    std::optional<std::size_t> number(const char* name,
                                      const ProblemKind& kind,
                                      std::size_t least = 0) {
        const json* const value = member(object_, name);
        if (value == nullptr) {
            return std::nullopt;
        }
        // Whole numbers only; a negative one is not "unsigned".
        if (value->is_number_unsigned() && value->get<std::uint64_t>() >= least &&
            value->get<std::uint64_t>() <= max_result_window) {
            return value->get<std::size_t>();
        }
        fail(kind,
             fmt::format("{} must be a whole number from {} to {}",
                         name,
                         least,
                         max_result_window));
        return std::nullopt;
    }

    void read_window() {
        SearchOptions& options = request_.options;
        const auto limit = number("limit", problem_kind::invalid_limit);
        const auto offset = number("offset", problem_kind::invalid_offset);
        const auto page = number("page", problem_kind::invalid_page, 1);
        const auto hits = number("hitsPerPage", problem_kind::invalid_hits_per_page);
        options.limit = limit.value_or(default_search_limit);
        options.offset = offset.value_or(0);
        if (page || hits) {
            request_.paging = {page.value_or(1), hits.value_or(default_search_limit)};
            options.limit = request_.paging->hits_per_page;
            options.offset =
                std::min(max_result_window, (request_.paging->page - 1) * options.limit);
        }
        options.limit = std::min(options.limit, max_result_window - options.offset);
    }

    void read_filters() {
        const json* const filter = member(object_, "filter");
        if (filter == nullptr) {
            return;
        }
        auto read = FilterReader().read(*filter);
        if (auto* const problem = std::get_if<HttpProblem>(&read)) {
            fail(problem->kind, std::move(problem->detail));
        } else {
            request_.options.filters.conditions =
                std::move(std::get<std::vector<FilterExpression>>(read));
        }
    }

    void read_facets() {
        std::vector<std::string>& facets = request_.options.facets;
        for (const std::string& name : strings("facets", problem_kind::invalid_facets)) {
            const auto* const known =
                std::find(facet_fields.begin(), facet_fields.end(), name);
            if (name == "*") {
                facets.assign(facet_fields.begin(), facet_fields.end());
            } else if (known == facet_fields.end()) {
                fail(problem_kind::invalid_facets,
                     fmt::format("Unknown facet{} in facets; known: {}",
                                 shown_name(name),
                                 fmt::join(facet_fields, ", ")));
            } else if (std::find(facets.begin(), facets.end(), name) == facets.end()) {
                facets.push_back(name);
            }
        }
    }

    void read_attributes() {
        attributes("attributesToRetrieve", request_.retrieve);
        attributes("attributesToHighlight", request_.highlight);
        attributes("attributesToCrop", request_.crop);
        tag("highlightPreTag", request_.pre_tag);
        tag("highlightPostTag", request_.post_tag);
    }

    void attributes(const char* name, std::optional<HitFields>& into) {
        if (member(object_, name) == nullptr) {
            return;
        }
        into.emplace();
        for (const std::string& field : strings(name, problem_kind::invalid_attributes)) {
            into->add(field);
        }
    }

    void tag(const char* name, std::string& into) {
        text(name, problem_kind::invalid_tag, into);
        if (into.size() > max_highlight_tag_bytes) {
            fail(
                problem_kind::invalid_tag,
                fmt::format(
                    "{} may not be longer than {} bytes", name, max_highlight_tag_bytes));
        }
    }

    std::vector<std::string> strings(const char* name, const ProblemKind& kind) {
        std::vector<std::string> all;
        const json* const list = member(object_, name);
        if (list == nullptr) {
            return all;
        }
        for (const json& value : *list) {
            if (!list->is_array() || !value.is_string()) {
                break;
            }
            all.push_back(value.get<std::string>());
        }
        if (!list->is_array() || all.size() != list->size()) {
            fail(kind, fmt::format("{} must be an array of strings", name));
        }
        return all;
    }

    const json& object_;
    ApiRequest request_;
    std::optional<HttpProblem> problem_;
};

}  // namespace

ApiRequestOrProblem read_api_request(const json& object) {
    return RequestReader(object).read();
}

std::variant<std::vector<FilterExpression>, HttpProblem> read_filter(const json& filter) {
    return FilterReader().read(filter);
}

}  // namespace recovery
