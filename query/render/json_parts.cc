// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json_parts.h"

#include <nlohmann/json.hpp>

#include "query/render/json.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;

Json help_json(const Crisis& help) {
    Json json{{"level", crisis_level_name(help.level)},
              {"family", help.family},
              {"language", card_language_code(help.language)},
              {"title", help.title},
              {"steps", help.steps},
              {"contacts", Json::array()}};
    for (const CrisisCall& call : help.contacts) {
        json["contacts"].push_back({{"label", call.label},
                                    {"tel", call.tel},
                                    {"sms", call.sms},
                                    {"url", call.url}});
    }
    return json;
}

}  // namespace

Json hit_json(const Hit& hit, bool with_text) {
    Json json{{"id", hit.id},
              {"type", kind_name(hit.kind)},
              {"title", hit.title},
              {"section", hit.section},
              {"url", hit.url},
              {"anchor", hit.anchor},
              {"excerpt_html", excerpt_html(hit.excerpt)},
              {"score", hit.score}};
    json["more"] = Json::array();
    for (const SectionHit& more : hit.more) {
        json["more"].push_back({{"section", more.section},
                                {"anchor", more.anchor},
                                {"url", more.url},
                                {"excerpt_html", excerpt_html(more.excerpt)}});
    }
    if (with_text) {
        json["text"] = hit.text;
    }
    if (hit.kind == Kind::bio) {
        json["name"] = hit.title;
        json["credentials"] = hit.credentials;
        json["role"] = hit.role;
    }
    return json;
}

// Help is the first thing a reader of the answer meets.
Json object_with_help(const std::optional<Crisis>& help) {
    Json json = Json::object();
    if (help) {
        const bool support = help->level == CrisisLevel::support;
        json[support ? "support" : "crisis"] = help_json(*help);
    }
    return json;
}

Json facets_json(const std::vector<Facet>& facets) {
    Json json = Json::object();
    for (const Facet& facet : facets) {
        Json& counts = json[facet.field] = Json::object();
        for (const auto& [value, count] : facet.counts) {
            counts[value] = count;
        }
    }
    return json;
}

}  // namespace recovery
