// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/formatted_hit.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "query/render/json_parts.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;

// The words the searcher marks in texts: of the topic, or all when there are only stop
// words.
HighlightTerms highlight_terms(const Question& question, Stemmer& stemmer) {
    const bool only_stop_words =
        std::all_of(question.words.begin(), question.words.end(), [](const auto& word) {
            return is_stop_word(word.text);
        });
    HighlightTerms terms;
    for (const QuestionWord& word : question.words) {
        if (only_stop_words || !is_stop_word(word.text)) {
            terms.add(stemmer.stem(word.text), 1);
        }
    }
    for (const std::string& compound : question.compounds) {
        terms.add(stemmer.stem(compound), 1);
    }
    return terms;
}

}  // namespace

HitFormatter::HitFormatter(const ApiRequest& request, const Question& question)
    : request_(request), question_(question) {
    if (request_.highlight) {
        stemmer_.emplace();
        terms_ = highlight_terms(question_, *stemmer_);
    }
}

bool HitFormatter::is_shown(std::string_view field) const {
    // The whole text of many hits is large: it comes only when it is named.
    const bool by_default = field != "text";
    const auto named = [&](const std::optional<HitFields>& fields) {
        return fields && fields->names(field);
    };
    return named(request_.retrieve) || named(request_.highlight) ||
           named(request_.crop) ||
           (by_default && (!request_.retrieve || request_.retrieve->covers(field)));
}

std::string HitFormatter::tagged(std::string_view field,
                                 const std::string& text,
                                 const std::vector<Span>& ranges) const {
    if (!request_.highlight || !request_.highlight->covers(field)) {
        return text;
    }
    std::string out;
    std::size_t at = 0;
    for (const Span& range : ranges) {
        out.append(text, at, range.begin - at).append(request_.pre_tag);
        out.append(text, range.begin, range.end - range.begin).append(request_.post_tag);
        at = range.end;
    }
    return out.append(text, at);
}

std::string HitFormatter::tagged_words(std::string_view field, const std::string& text) {
    std::vector<Span> ranges;
    if (request_.highlight && request_.highlight->covers(field) && !terms_.empty()) {
        for (const TextMatch& match : find_matches(text, terms_, *stemmer_)) {
            ranges.push_back(match.span);
        }
    }
    return tagged(field, text, ranges);
}

Json HitFormatter::formatted(const Hit& hit) {
    Json json{{"id", hit.id},
              {"objectID", hit.id},
              {"type", kind_name(hit.kind)},
              {"title", tagged_words("title", hit.title)},
              {"section", tagged_words("section", hit.section)},
              {"url", hit.url},
              {"anchor", hit.anchor},
              {"excerpt", tagged("excerpt", hit.excerpt.text, hit.excerpt.ranges)}};
    if (is_shown("text")) {
        const bool cropped = request_.crop && request_.crop->covers("text");
        json["text"] = cropped ? tagged("text", hit.excerpt.text, hit.excerpt.ranges)
                               : tagged("text", hit.text, hit.text_ranges);
    }
    if (hit.kind == Kind::bio) {
        json["name"] = tagged_words("name", hit.title);
        json["credentials"] = hit.credentials;
        json["role"] = tagged_words("role", hit.role);
    }
    for (const std::string_view field : hit_fields) {
        if (field != "objectID" && json.contains(field) && !is_shown(field)) {
            json.erase(std::string(field));
        }
    }
    return json;
}

Json HitFormatter::hit(const Hit& hit) {
    Json json = hit_json(hit, request_.with_text());
    json["objectID"] = hit.id;
    if (request_.retrieve) {
        if (request_.retrieve->names("excerpt")) {
            json["excerpt"] = hit.excerpt.text;
        }
        for (const std::string_view field : hit_fields) {
            if (field != "objectID" && json.contains(field) &&
                !request_.retrieve->covers(field)) {
                json.erase(std::string(field));
            }
        }
    }
    if (request_.show_ranking_score) {
        const double score = std::max(0.0, hit.score);
        json["_rankingScore"] = score / (1 + score);
    }
    if (request_.highlight || request_.crop) {
        json["_formatted"] = formatted(hit);
    }
    return json;
}

}  // namespace recovery
