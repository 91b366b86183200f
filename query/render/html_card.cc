// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_card.h"

#include <array>
#include <string>
#include <string_view>

#include "query/render/html_links.h"
#include "query/render/strings.h"

namespace recovery {

namespace {

constexpr std::string_view title_id = "rs-help";

Label level_label(CrisisLevel level) {
    constexpr std::array labels{
        Label::level_support, Label::level_amber, Label::level_red};
    return labels[static_cast<std::size_t>(level)];
}

// "https://988lifeline.org/chat/" reads as "988lifeline.org/chat", a long one as its
// host.
std::string_view shown_address(std::string_view url) {
    constexpr std::size_t longest = 30;
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) {
        url.remove_prefix(scheme + 3);
    }
    if (url.starts_with("www.")) {
        url.remove_prefix(4);
    }
    if (url.size() > longest) {
        url = url.substr(0, url.find('/'));
    }
    return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
}

void write_number(HtmlWriter& out, const CrisisCall& call) {
    const auto href = tel_href(call.tel);
    if (!href) {
        out.element("span", {{"class", "label"}}, call.label);
        return;
    }
    const auto link = out.element("a", {{"class", "call"}, {"href", *href}});
    out.element("strong", {}, call.tel);
    out.text(" ");
    out.element("span", {}, call.label);
}

void write_call(HtmlWriter& out, const CrisisCall& call, CardLanguage language) {
    write_number(out, call);
    const auto sms = sms_href(call.sms);
    const auto web = page_href(call.url, "");
    if (!sms && !web) {
        return;
    }
    out.text(" ");
    const auto also = out.element("span", {{"class", "also"}});
    if (sms) {
        out.element("a", {{"href", *sms}}, filled(Label::text_to, language, call.sms));
        out.text(" ");
    }
    if (web) {
        out.element(
            "a", {{"href", *web}, {"rel", "noreferrer"}}, shown_address(call.url));
    }
}

}  // namespace

void write_calls(HtmlWriter& out,
                 const std::vector<CrisisCall>& calls,
                 CardLanguage language) {
    if (calls.empty()) {
        return;
    }
    const auto list = out.element("ul", {{"class", "calls"}});
    for (const CrisisCall& call : calls) {
        const auto item = out.element("li");
        write_call(out, call, language);
    }
}

void write_card(HtmlWriter& out, const Crisis& help) {
    const std::string look = "help " + std::string(crisis_level_name(help.level));
    const auto card = out.element("section",
                                  {{"class", look},
                                   {"aria-labelledby", title_id},
                                   {"lang", card_language_code(help.language)}});
    {
        const auto title = out.element("h2", {{"id", title_id}});
        out.element("span",
                    {{"class", "only-heard"}},
                    words(level_label(help.level), help.language));
        out.text(" " + help.title);
    }
    if (help.level == CrisisLevel::amber || help.contacts.empty()) {
        write_calls(out, help.contacts, help.language);
        return;
    }
    {
        const auto first = out.element("p", {{"class", "first-call"}});
        write_call(out, help.contacts.front(), help.language);
    }
    if (!help.steps.empty()) {
        const auto steps = out.element("ol", {{"class", "steps"}});
        for (const std::string& step : help.steps) {
            out.element("li", {}, step);
        }
    }
    write_calls(out, {help.contacts.begin() + 1, help.contacts.end()}, help.language);
}

}  // namespace recovery
