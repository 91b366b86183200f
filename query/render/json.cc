// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.h"

#include <nlohmann/json.hpp>

#include "indexer/base/escape.h"
#include "query/render/json_parts.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json begin_answer(const AnswerContext& context) {
    Json json = object_with_help(context.help);
    json["hits"] = Json::array();
    return json;
}

Json frame(const Results& results, const AnswerContext& context) {
    return {{"query", context.query},
            {"processingTimeMs", context.time_us / 1000},
            {"limit", results.limit},
            {"offset", results.offset},
            {"estimatedTotalHits", results.total},
            {"totalIsExact", results.total_is_exact}};
}

}  // namespace

std::string excerpt_html(const Excerpt& excerpt) {
    std::string html;
    std::size_t at = 0;
    const std::string_view text = excerpt.text;
    for (const Span& range : excerpt.ranges) {
        html += escape_html(text.substr(at, range.begin - at));
        html += "<mark>" +
                escape_html(text.substr(range.begin, range.end - range.begin)) +
                "</mark>";
        at = range.end;
    }
    return html + escape_html(text.substr(at));
}

std::string answer_json(const Results& results, const AnswerContext& context) {
    Json json = begin_answer(context);
    for (const Hit& hit : results.hits) {
        json["hits"].push_back(hit_json(hit, context.with_text));
    }
    json.update(frame(results, context));
    if (!results.facets.empty()) {
        json["facetDistribution"] = facets_json(results.facets);
    }
    if (!results.notes.empty()) {
        json["notes"] = results.notes;
    }
    return dump(json, context.indent);
}

std::string error_json(std::string_view code,
                       std::string_view message,
                       std::string_view hint,
                       const AnswerContext& context) {
    Json json = begin_answer(context);
    json.update(frame({}, context));
    json["error"] = {{"code", code}, {"message", message}, {"hint", hint}};
    return dump(json, context.indent);
}

std::string document_json(const WholeDocument& document, int indent) {
    const Hit& head = document.head;
    Json json{{"id", head.id},
              {"type", kind_name(head.kind)},
              {"title", head.title},
              {"url", head.url},
              {"anchor", head.kind == Kind::article ? "" : head.anchor},
              {"date", head.date},
              {"tags", head.tags}};
    if (head.kind == Kind::bio) {
        json["name"] = head.title;
        json["credentials"] = head.credentials;
        json["role"] = head.role;
        json["location"] = head.location;
    }
    json["sections"] = Json::array();
    for (const auto& [section, text] : document.sections) {
        json["sections"].push_back(
            {{"section", section.section}, {"anchor", section.anchor}, {"text", text}});
    }
    return dump(json, indent);
}

}  // namespace recovery
