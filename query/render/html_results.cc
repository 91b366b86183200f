// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "indexer/base/utf8.h"
#include "query/render/html.h"
#include "query/render/html_card.h"
#include "query/render/html_hits.h"
#include "query/render/html_ways_on.h"
#include "query/render/strings.h"

namespace recovery {

namespace {

// A whole letter may have been pasted; the search box holds all of it.
constexpr std::size_t max_shown_question_bytes = 160;

// Where the main part says whom to call, the foot need not say it again.
PageFrame without_calls(PageFrame frame) {
    frame.calls.clear();
    return frame;
}

std::string quoted(std::string_view question) {
    const std::string_view shown = truncate_utf8(question, max_shown_question_bytes);
    return "“" + std::string(shown) + (shown.size() < question.size() ? "…" : "") + "”";
}

std::size_t page_count(const Results& results) {
    return std::min((results.total + page_hits - 1) / page_hits, max_page);
}

void write_notes(HtmlWriter& out, const Results& results, CardLanguage language) {
    for (const std::string& english : results.notes) {
        const Note note = translated_note(english, language);
        out.element(
            "p",
            {{"class", "note"},
             {"lang",
              note.language == language ? absent : card_language_code(note.language)}},
            note.text);
    }
}

std::string range_words(const Results& results,
                        bool with_question,
                        CardLanguage language) {
    if (results.total == 1) {
        return std::string(
            words(with_question ? Label::one_result : Label::one_plain, language));
    }
    const Label label = !with_question           ? Label::showing_plain
                        : results.total_is_exact ? Label::showing
                                                 : Label::showing_about;
    return filled(label,
                  language,
                  results.offset + 1,
                  results.offset + results.hits.size(),
                  results.total);
}

std::string status_words(const ResultsPage& page, CardLanguage language) {
    const Results& results = page.results;
    if (results.hits.empty() && results.total > 0) {
        return filled(Label::no_page_left, language, page_count(results));
    }
    if (!results.hits.empty()) {
        return range_words(results, !page.request.query.empty(), language);
    }
    return std::string(
        words(page.request.query.empty() ? Label::nothing_listed : Label::nothing_matches,
              language));
}

void write_status(HtmlWriter& out, const ResultsPage& page, CardLanguage language) {
    const auto status = out.element("p", {{"class", "status"}, {"role", "status"}});
    out.text(status_words(page, language));
    const bool beyond_the_end = page.results.hits.empty() && page.results.total > 0;
    if (!page.request.query.empty() && !beyond_the_end) {
        out.text(" ");
        out.element("strong", {}, quoted(page.request.query));
    }
}

void write_kind(HtmlWriter& out,
                const SearchRequest& target,
                bool is_current,
                Label label,
                std::size_t count,
                CardLanguage language) {
    const auto item = out.element("li");
    const std::string href = search_href(target);
    const auto link = out.element(
        "a", {{"href", href}, {"aria-current", is_current ? "true" : absent}});
    out.text(words(label, language));
    out.text(" ");
    out.element("span", {{"class", "count"}}, std::to_string(count));
}

void write_kinds(HtmlWriter& out, const ResultsPage& page, CardLanguage language) {
    std::size_t all = 0;
    for (const auto& [kind, count] : page.kinds) {
        all += count;
    }
    if (all == 0) {
        return;
    }
    SearchRequest target = page.request;
    target.page = 1;
    target.kind.reset();
    const auto nav = out.element(
        "nav",
        {{"class", "kinds"}, {"aria-label", words(Label::kinds_of_pages, language)}});
    const auto list = out.element("ul");
    if (!target.query.empty() || !target.tags.empty()) {
        write_kind(out, target, !page.request.kind, Label::any_kind, all, language);
    }
    for (const Kind kind : {Kind::faq, Kind::article, Kind::bio}) {
        for (const auto& [counted, count] : page.kinds) {
            if (counted == kind && count > 0) {
                target.kind = kind;
                write_kind(out,
                           target,
                           page.request.kind == kind,
                           plural_label(kind),
                           count,
                           language);
            }
        }
    }
}

void write_step(HtmlWriter& out,
                SearchRequest request,
                std::size_t to,
                std::string_view rel,
                std::string_view text) {
    request.page = to;
    const std::string href = search_href(request);
    out.element("a", {{"class", rel}, {"href", href}, {"rel", rel}}, text);
}

void write_pages(HtmlWriter& out, const ResultsPage& page, CardLanguage language) {
    const std::size_t pages = page_count(page.results);
    const std::size_t current = page.request.page;
    if (pages < 2) {
        return;
    }
    const auto nav = out.element(
        "nav",
        {{"class", "pages"}, {"aria-label", words(Label::pages_of_results, language)}});
    if (current > 1) {
        write_step(out,
                   page.request,
                   current - 1,
                   "prev",
                   words(Label::previous_page, language));
    }
    out.element("span", {}, filled(Label::page_of, language, current, pages));
    if (current < pages) {
        write_step(
            out, page.request, current + 1, "next", words(Label::next_page, language));
    }
}

void write_nothing(HtmlWriter& out, const ResultsPage& page, const PageFrame& frame) {
    if (page.results.total == 0) {
        write_ways_on(out, page.request, frame);
        return;
    }
    SearchRequest first = page.request;
    first.page = 1;
    const std::string href = search_href(first);
    const auto paragraph = out.element("p");
    out.element("a", {{"href", href}}, words(Label::back_to_first, frame.language));
}

void write_invitation(HtmlWriter& out, const PageFrame& frame) {
    out.element("h1", {}, words(Label::what_to_find, frame.language));
    out.element(
        "p", {{"class", "lead"}}, words(Label::what_to_find_hint, frame.language));
    const auto section = out.element("section", {{"class", "ways-on"}});
    out.element("h2", {}, words(Label::browse, frame.language));
    const auto list = out.element("ul");
    write_browse_items(out, frame);
}

void write_main(HtmlWriter& out, const ResultsPage& page, const PageFrame& frame) {
    const CardLanguage language = frame.language;
    if (page.help) {
        write_card(out, *page.help);
    }
    if (page.request.query.empty() && !page.request.has_filter()) {
        write_invitation(out, frame);
        return;
    }
    write_notes(out, page.results, language);
    const Label listed =
        page.request.kind ? plural_label(*page.request.kind) : Label::results;
    out.element(
        "h1", {}, words(page.request.query.empty() ? listed : Label::results, language));
    write_status(out, page, language);
    write_kinds(out, page, language);
    if (page.results.hits.empty()) {
        write_nothing(out, page, frame);
        return;
    }
    write_chosen_filters(out, page.request, language);
    write_hits(out, page.results, language);
    write_pages(out, page, language);
}

}  // namespace

std::string results_html(const ResultsPage& page, const PageFrame& frame) {
    const bool first = page.request.page == 1;
    const bool nothing = page.results.total == 0 &&
                         (!page.request.query.empty() || page.request.has_filter());
    const std::string title =
        first ? std::string(words(Label::results, frame.language))
              : filled(Label::results_title, frame.language, page.request.page);
    return framed(nothing ? without_calls(frame) : frame, title, [&](HtmlWriter& out) {
        write_main(out, page, frame);
    });
}

std::string unavailable_html(const std::optional<Crisis>& help, const PageFrame& frame) {
    const std::string_view title = words(Label::unavailable, frame.language);
    return framed(without_calls(frame), title, [&](HtmlWriter& out) {
        if (help) {
            write_card(out, *help);
        }
        out.element("h1", {}, title);
        out.element(
            "p", {{"class", "lead"}}, words(Label::unavailable_hint, frame.language));
        write_calls(out, frame.calls, frame.language);
    });
}

}  // namespace recovery
