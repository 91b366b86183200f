// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/render/html.h"
#include "query/render/html_card.h"
#include "query/render/html_hits.h"
#include "query/render/html_prose.h"
#include "query/render/html_ways_on.h"
#include "query/render/strings.h"

namespace recovery {

namespace {

// A short page needs no list of its sections.
constexpr std::size_t least_listed_sections = 4;

struct Entry {
    std::string_view anchor;
    std::string_view text;
};

/// The headings of an article, or the questions or people of a page that holds several.
std::vector<Entry> entries(const std::vector<WholeDocument>& documents) {
    std::vector<Entry> all;
    if (documents.size() > 1) {
        for (const WholeDocument& document : documents) {
            all.push_back({document.head.anchor, document.head.title});
        }
        return all;
    }
    for (const auto& [section, text] : documents.front().sections) {
        const bool continued = !all.empty() && all.back().anchor == section.anchor;
        if (!section.section.empty() && !continued) {
            all.push_back({section.anchor, section.section});
        }
    }
    return all;
}

void write_contents(HtmlWriter& out,
                    const std::vector<WholeDocument>& documents,
                    CardLanguage language) {
    const std::vector<Entry> all = entries(documents);
    if (all.size() < least_listed_sections) {
        return;
    }
    const std::string_view title = words(Label::on_this_page, language);
    const auto nav = out.element("nav", {{"class", "contents"}, {"aria-label", title}});
    out.element("p", {{"class", "kind"}}, title);
    const auto list = out.element("ul");
    for (const Entry& entry : all) {
        const auto item = out.element("li");
        if (const auto href = page_href("/", entry.anchor)) {
            out.element("a", {{"href", std::string_view(*href).substr(1)}}, entry.text);
        }
    }
}

void write_sections(HtmlWriter& out, const WholeDocument& document) {
    const std::string* last_anchor = nullptr;
    for (const auto& [section, text] : document.sections) {
        const bool continued = last_anchor != nullptr && *last_anchor == section.anchor;
        if (!section.section.empty() && !continued) {
            out.element("h2",
                        {{"id", section.anchor.empty() ? absent : section.anchor}},
                        section.section);
        }
        write_prose(out, text);
        last_anchor = &section.anchor;
    }
}

std::string_view page_title(const std::vector<WholeDocument>& documents,
                            CardLanguage language) {
    const auto article =
        std::find_if(documents.begin(), documents.end(), [](const auto& d) {
            return d.head.kind == Kind::article;
        });
    if (documents.size() > 1 && article == documents.end()) {
        return words(documents.front().head.kind == Kind::bio ? Label::people
                                                              : Label::questions_page,
                     language);
    }
    const Hit& head = article == documents.end() ? documents.front().head : article->head;
    return head.title.empty() ? words(Label::untitled, language) : head.title;
}

/// A question or a person among others on the page.
void write_entry(HtmlWriter& out, const WholeDocument& document) {
    const Hit& head = document.head;
    const auto section = out.element("section", {{"class", "entry"}});
    out.element("h2", {{"id", head.anchor.empty() ? absent : head.anchor}}, head.title);
    write_person_line(out, head);
    write_sections(out, document);
}

void write_document_head(HtmlWriter& out,
                         const std::vector<WholeDocument>& documents,
                         CardLanguage language) {
    const Hit& head = documents.front().head;
    const bool alone = documents.size() == 1;
    if (alone) {
        out.element("p", {{"class", "kind"}}, words(kind_label(head.kind), language));
    }
    // The page's own anchor has no heading of its own when it holds one thing only.
    const bool anchored = alone && head.kind != Kind::article && !head.anchor.empty();
    out.element("h1",
                {{"id", anchored ? std::string_view(head.anchor) : absent}},
                page_title(documents, language));
    if (alone) {
        write_person_line(out, head);
    }
    if (!head.date.empty()) {
        out.element("p",
                    {{"class", "date"}},
                    std::string(words(Label::updated, language)) + " " + head.date);
    }
}

void write_kind_links(HtmlWriter& out, const KindCounts& kinds, const PageFrame& frame) {
    const auto list = out.element("ul", {{"class", "doors"}});
    for (const auto& [kind, count] : kinds) {
        SearchRequest all;
        all.kind = kind;
        all.lang = frame.lang;
        const std::string href = search_href(all);
        const auto item = out.element("li");
        const auto link = out.element("a", {{"href", href}});
        out.element("strong", {}, words(plural_label(kind), frame.language));
        out.text(" ");
        out.element("span", {{"class", "count"}}, std::to_string(count));
    }
}

}  // namespace

std::string home_html(const KindCounts& kinds, const PageFrame& frame) {
    const std::string_view title = words(Label::home_title, frame.language);
    return framed(frame, title, [&](HtmlWriter& out) {
        out.element("h1", {}, title);
        out.element("p", {{"class", "lead"}}, words(Label::home_hint, frame.language));
        write_kind_links(out, kinds, frame);
        out.element(
            "p", {{"class", "sample"}}, words(Label::sample_page, frame.language));
    });
}

std::string documents_html(const std::vector<WholeDocument>& documents,
                           const PageFrame& frame) {
    const std::string_view title = page_title(documents, frame.language);
    return framed(frame, title, [&](HtmlWriter& out) {
        out.element(
            "p", {{"class", "sample"}}, words(Label::sample_page, frame.language));
        const auto article = out.element("article", {{"class", "document"}});
        write_document_head(out, documents, frame.language);
        write_contents(out, documents, frame.language);
        if (documents.size() == 1) {
            write_sections(out, documents.front());
            return;
        }
        for (const WholeDocument& document : documents) {
            if (document.head.kind == Kind::article) {
                write_sections(out, document);
            } else {
                write_entry(out, document);
            }
        }
    });
}

}  // namespace recovery
