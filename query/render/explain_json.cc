// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/explain_json.h"

#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;

std::string_view outcome_name(ExplainedDocument::Outcome outcome) {
    constexpr std::array<std::string_view, 8> names{"unknown",
                                                    "shown",
                                                    "too_far",
                                                    "no_word",
                                                    "lacks",
                                                    "excluded",
                                                    "filtered",
                                                    "no_question"};
    return names.at(static_cast<std::size_t>(outcome));
}

Json hit_json(const ExplainedHit& hit) {
    Json json{{"rank", hit.rank},
              {"id", hit.id},
              {"title", hit.title},
              {"section", hit.section},
              {"score", hit.score},
              {"bm25", hit.bm25},
              {"firstStageRank", hit.first_stage_rank},
              {"shares", Json::array()}};
    for (const FeatureShare& share : hit.shares) {
        json["shares"].push_back({{"name", share.name},
                                  {"value", share.value},
                                  {"weight", share.weight},
                                  {"points", share.points()}});
    }
    return json;
}

Json document_json(const ExplainedDocument& document) {
    Json json{{"id", document.id},
              {"outcome", outcome_name(document.outcome)},
              {"places", Json::array()},
              {"similar", document.similar}};
    for (const ExplainedPlace& place : document.places) {
        json["places"].push_back({{"word", place.word},
                                  {"inTitle", place.in_title},
                                  {"inText", place.in_text}});
    }
    if (document.hit) {
        json["hit"] = hit_json(*document.hit);
    }
    return json;
}

}  // namespace

std::string explanation_json(const Explanation& explanation,
                             const std::string& query,
                             int indent) {
    Json json{{"query", query},
              {"lookedUp", explanation.query},
              {"sections", explanation.sections},
              {"estimatedTotalHits", explanation.total},
              {"totalIsExact", explanation.total_is_exact},
              {"words", Json::array()},
              {"hits", Json::array()},
              {"notes", explanation.notes}};
    for (const ExplainedWord& word : explanation.words) {
        json["words"].push_back({{"text", word.text},
                                 {"stem", word.stem},
                                 {"isTopic", word.is_topic},
                                 {"sections", word.sections},
                                 {"idf", word.idf}});
    }
    for (const ExplainedHit& hit : explanation.hits) {
        json["hits"].push_back(hit_json(hit));
    }
    if (explanation.document) {
        json["document"] = document_json(*explanation.document);
    }
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace recovery
