// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_hits.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

// Indexed pages are English, whatever the language of the interface.
constexpr CardLanguage content_language = CardLanguage::english;

/// The `lang` of our own words between those of the pages.
std::string_view own_lang(CardLanguage language) {
    return language == content_language ? absent : card_language_code(language);
}

void write_excerpt(HtmlWriter& out, const Excerpt& excerpt) {
    if (excerpt.text.empty()) {
        return;
    }
    const auto paragraph = out.element("p", {{"class", "excerpt"}});
    const std::string_view text = excerpt.text;
    std::size_t at = 0;
    for (const Span& range : excerpt.ranges) {
        out.text(text.substr(at, range.begin - at));
        out.element("mark", {}, text.substr(range.begin, range.end - range.begin));
        at = range.end;
    }
    out.text(text.substr(at));
}

// A record may have no title.
std::string_view shown_title(const Hit& hit, CardLanguage language) {
    return hit.title.empty() ? words(Label::untitled, language) : hit.title;
}

void write_link(HtmlWriter& out,
                std::string_view url,
                std::string_view anchor,
                std::string_view text) {
    if (const auto href = page_href(url, anchor)) {
        out.element("a", {{"href", *href}}, text);
    } else {
        out.text(text);
    }
}

void write_section(HtmlWriter& out, const Hit& hit, CardLanguage language) {
    if (hit.section.empty()) {
        return;
    }
    const auto paragraph = out.element("p", {{"class", "section"}});
    out.element("span",
                {{"class", "only-heard"}, {"lang", own_lang(language)}},
                words(Label::in_section, language));
    out.text(" " + hit.section);
}

void write_further_sections(HtmlWriter& out, const Hit& hit, CardLanguage language) {
    if (hit.more.empty()) {
        return;
    }
    const auto more = out.element("div", {{"class", "more"}});
    out.element(
        "p", {{"lang", own_lang(language)}}, words(Label::also_on_this_page, language));
    const auto list = out.element("ul");
    for (const SectionHit& section : hit.more) {
        const auto item = out.element("li");
        write_link(out,
                   section.url,
                   section.anchor,
                   section.section.empty() ? words(Label::introduction, language)
                                           : section.section);
    }
}

void write_hit(HtmlWriter& out, const Hit& hit, CardLanguage language) {
    const std::string look = "hit " + std::string(kind_name(hit.kind));
    const auto item = out.element("li", {{"class", look}});
    if (hit.kind == Kind::bio) {
        write_initials(out, hit.title);
    }
    const auto rest = out.element("div", {{"class", "about"}});
    out.element("p",
                {{"class", "kind"}, {"lang", own_lang(language)}},
                words(kind_label(hit.kind), language));
    {
        const auto title = out.element("h2");
        write_link(out, hit.url, hit.anchor, shown_title(hit, language));
    }
    write_person_line(out, hit);
    write_section(out, hit, language);
    write_excerpt(out, hit.excerpt);
    write_further_sections(out, hit, language);
}

}  // namespace

Label plural_label(Kind kind) {
    constexpr std::array labels{Label::articles, Label::faqs, Label::people};
    return labels.at(static_cast<std::size_t>(kind));
}

Label kind_label(Kind kind) {
    constexpr std::array labels{Label::article, Label::faq, Label::person};
    return labels.at(static_cast<std::size_t>(kind));
}

void write_person_line(HtmlWriter& out, const Hit& person) {
    std::string line;
    const auto add = [&](const std::string& part, std::string_view between) {
        if (!part.empty()) {
            line += line.empty() ? std::string_view{} : between;
            line += part;
        }
    };
    for (const std::string& credential : person.credentials) {
        add(credential, ", ");
    }
    add(person.role, " · ");
    add(person.location, " · ");
    if (!line.empty()) {
        out.element("p", {{"class", "person"}}, line);
    }
}

void write_initials(HtmlWriter& out, std::string_view name) {
    std::string_view last = name.substr(0, name.find(','));
    last.remove_prefix(std::min(last.rfind(' ') + 1, last.size()));
    std::string letters;
    if (!name.empty()) {
        letters += name.substr(0, read_code_point(name, 0).bytes);
    }
    if (!last.empty() && last.data() != name.data()) {
        letters += last.substr(0, read_code_point(last, 0).bytes);
    }
    out.element("div", {{"class", "initials"}, {"aria-hidden", "true"}}, letters);
}

void write_hits(HtmlWriter& out, const Results& results, CardLanguage language) {
    const std::string start = std::to_string(results.offset + 1);
    const auto list = out.element(
        "ol",
        {{"class", "hits"},
         {"start", results.offset == 0 ? absent : std::string_view(start)},
         {"lang",
          language == content_language ? absent : card_language_code(content_language)}});
    for (const Hit& hit : results.hits) {
        write_hit(out, hit, language);
    }
}

}  // namespace recovery
