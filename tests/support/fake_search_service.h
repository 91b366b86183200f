// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.h"
#include "query/http/search_service.h"

namespace recovery {

/// Answers every question with `results`, or throws `failure`. Remembers what it was
/// asked. A text that holds "overdose" is a red card, one that holds "grief" support.
class FakeSearchService : public SearchService {
  public:
    Results results;
    std::optional<Error> failure;
    IndexState index_state{true, "", "", 3, 5, "2026-01-01T00:00:00Z", "2"};
    std::vector<Question> questions;
    std::vector<SearchOptions> asked;

    Results search(const Question& question, const SearchOptions& options) override {
        questions.push_back(question);
        asked.push_back(options);
        if (failure) {
            throw Error{*failure};
        }
        return results;
    }

    std::optional<WholeDocument> document(const std::string& /*id*/) override {
        return std::nullopt;
    }

    std::optional<Crisis> recognise_crisis(std::string_view text) override {
        Crisis crisis;
        crisis.title = "Call now";
        crisis.steps = {"Stay with them."};
        crisis.contacts = {{"Emergency", "911", "", ""}};
        if (text.find("overdose") != std::string_view::npos) {
            crisis.level = CrisisLevel::red;
            return crisis;
        }
        return text.find("grief") != std::string_view::npos ? std::optional(crisis)
                                                            : std::nullopt;
    }

    IndexState state() override { return index_state; }
};

/// An article, an FAQ and a bio, whose texts hold markup; 3 Documents, no facets.
[[nodiscard]] inline Results markup_results() {
    Hit article;
    article.id = "articles/tom";
    article.title = "Tom & \"Jerry\" <script>";
    article.section = "Detox at home";
    article.url = "/articles/tom";
    article.anchor = "detox";
    article.excerpt = {"<b>detox</b> & care", {{3, 8}}};
    article.text = "All of <b>detox</b> & care.";
    article.text_ranges = {{10, 15}};
    article.score = 3;
    article.more.push_back({"More", "more", "/articles/tom", {"detox", {{0, 5}}}});
    Hit faq;
    faq.id = "faqs/x#detox";
    faq.kind = Kind::faq;
    faq.title = "How long is detox?";
    faq.url = "/faqs/x";
    faq.score = 1;
    Hit bio;
    bio.id = "bios/x#jane";
    bio.kind = Kind::bio;
    bio.title = "Jane Detox";
    bio.credentials = {"LCDC III"};
    bio.role = "Nurse";
    Results results;
    results.hits = {article, faq, bio};
    results.total = 3;
    return results;
}

}  // namespace recovery
