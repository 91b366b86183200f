// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_ways_on.h"

#include <algorithm>
#include <array>
#include <string>

#include "query/render/html_card.h"
#include "query/render/html_hits.h"

namespace recovery {

namespace {

struct ChosenFilter {
    std::string name;
    SearchRequest without;
};

std::vector<ChosenFilter> chosen_filters(SearchRequest request, CardLanguage language) {
    request.page = 1;
    std::vector<ChosenFilter> chosen;
    if (request.kind) {
        SearchRequest without = request;
        without.kind.reset();
        chosen.push_back(
            {std::string(words(plural_label(*request.kind), language)), without});
    }
    for (const std::string& tag : request.tags) {
        SearchRequest without = request;
        std::erase(without.tags, tag);
        chosen.push_back({tag, without});
    }
    return chosen;
}

void write_removal(HtmlWriter& out, const ChosenFilter& filter, CardLanguage language) {
    const auto item = out.element("li");
    const std::string href = search_href(filter.without);
    const auto link = out.element("a", {{"href", href}});
    out.text(words(Label::remove_filter, language));
    out.text(" " + filter.name);
}

void write_browse_item(HtmlWriter& out, const PageFrame& frame, Kind kind, Label label) {
    SearchRequest all;
    all.kind = kind;
    all.lang = frame.lang;
    const std::string href = search_href(all);
    const auto item = out.element("li");
    out.element("a", {{"href", href}}, words(label, frame.language));
}

}  // namespace

void write_chosen_filters(HtmlWriter& out,
                          const SearchRequest& request,
                          CardLanguage language) {
    if (request.tags.empty()) {
        return;
    }
    const auto list = out.element("ul", {{"class", "chosen"}});
    for (const ChosenFilter& filter : chosen_filters(request, language)) {
        write_removal(out, filter, language);
    }
}

void write_browse_items(HtmlWriter& out, const PageFrame& frame) {
    write_browse_item(out, frame, Kind::faq, Label::all_faqs);
    write_browse_item(out, frame, Kind::article, Label::all_articles);
    write_browse_item(out, frame, Kind::bio, Label::all_people);
}

void write_ways_on(HtmlWriter& out,
                   const SearchRequest& request,
                   const PageFrame& frame) {
    const auto section = out.element("section", {{"class", "ways-on"}});
    out.element("h2", {}, words(Label::ways_on, frame.language));
    {
        const auto list = out.element("ul");
        for (const ChosenFilter& filter : chosen_filters(request, frame.language)) {
            write_removal(out, filter, frame.language);
        }
        if (!request.query.empty()) {
            out.element("li", {}, words(Label::fewer_words, frame.language));
        }
        write_browse_items(out, frame);
    }
    if (!frame.calls.empty()) {
        out.element("h2", {}, words(Label::call_somebody, frame.language));
        write_calls(out, frame.calls, frame.language);
    }
}

}  // namespace recovery
