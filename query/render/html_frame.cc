// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_frame.h"

#include "query/render/html_card.h"
#include "query/render/strings.h"

namespace recovery {

namespace {

// Anchors of indexed pages become ids too; the prefix keeps ours apart.
constexpr std::string_view main_id = "rs-main";
constexpr std::string_view box_id = "rs-q";
// Characters. What is longer would make an address that servers refuse, and a refusal
// shows no help.
constexpr std::string_view max_typed = "2000";

CardLanguage other(CardLanguage language) {
    return language == CardLanguage::english ? CardLanguage::spanish
                                             : CardLanguage::english;
}

void write_head(HtmlWriter& out, const PageFrame& frame, std::string_view title) {
    const auto head = out.element("head");
    out.single("meta", {{"charset", "utf-8"}});
    out.single(
        "meta",
        {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    out.single("meta", {{"name", "robots"}, {"content", "noindex"}});
    std::string whole(title);
    if (frame.demo) {
        whole += " · ";
        whole += words(Label::site_name, frame.language);
    }
    out.element("title", {}, whole);
    out.single("link", {{"rel", "stylesheet"}, {"href", frame.style_href}});
    if (!frame.site_style_href.empty()) {
        out.single("link", {{"rel", "stylesheet"}, {"href", frame.site_style_href}});
    }
    out.single("link",
               {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", "/favicon.svg"}});
    out.single("link",
               {{"rel", "search"},
                {"type", "application/opensearchdescription+xml"},
                {"title", words(Label::search_this_site, frame.language)},
                {"href", "/opensearch.xml"}});
}

void write_form(HtmlWriter& out, const PageFrame& frame) {
    const auto form = out.element("form",
                                  {{"class", "search"},
                                   {"role", "search"},
                                   {"method", "get"},
                                   {"action", "/search"}});
    out.element(
        "label", {{"for", box_id}}, words(Label::search_this_site, frame.language));
    const auto row = out.element("div", {{"class", "row"}});
    out.single("input",
               {{"id", box_id},
                {"name", "q"},
                {"type", "search"},
                {"maxlength", max_typed},
                {"value", frame.query},
                {"autocomplete", "off"},
                {"autocapitalize", "none"},
                {"spellcheck", "false"},
                {"enterkeyhint", "search"}});
    if (!frame.lang.empty()) {
        out.single("input",
                   {{"type", "hidden"}, {"name", "lang"}, {"value", frame.lang}});
    }
    out.element("button", {}, words(Label::search_button, frame.language));
}

void write_header(HtmlWriter& out, const PageFrame& frame) {
    const auto header = out.element("header", {{"class", "top"}});
    {
        const auto bar = out.element("div", {{"class", "bar"}});
        if (frame.demo) {
            const std::string home = frame.lang.empty() ? "/" : "/?lang=" + frame.lang;
            out.element("a",
                        {{"class", "site"}, {"href", home}},
                        words(Label::site_name, frame.language));
        }
        const std::string_view code = card_language_code(other(frame.language));
        out.element("a",
                    {{"class", "language"},
                     {"href", frame.other_language_href},
                     {"lang", code},
                     {"hreflang", code}},
                    words(Label::other_language, frame.language));
    }
    write_form(out, frame);
}

void write_footer(HtmlWriter& out, const PageFrame& frame) {
    const auto footer = out.element("footer", {{"class", "foot"}});
    if (!frame.calls.empty()) {
        out.element("h2", {}, words(Label::in_danger, frame.language));
        write_calls(out, frame.calls, frame.language);
    }
    out.element("p", {}, words(Label::footer_note, frame.language));
    out.element("p", {}, words(Label::keeps_nothing, frame.language));
}

}  // namespace

std::string framed(const PageFrame& frame,
                   std::string_view title,
                   const std::function<void(HtmlWriter&)>& write_main) {
    HtmlWriter out;
    {
        const auto html =
            out.element("html", {{"lang", card_language_code(frame.language)}});
        write_head(out, frame, title);
        const auto body = out.element("body");
        const std::string to_main = "#" + std::string(main_id);
        out.element("a",
                    {{"class", "skip"}, {"href", to_main}},
                    words(Label::skip_to_main, frame.language));
        write_header(out, frame);
        {
            const auto main_part =
                out.element("main", {{"id", main_id}, {"tabindex", "-1"}});
            write_main(out);
        }
        write_footer(out, frame);
    }
    return "<!DOCTYPE html>\n" + out.take() + "\n";
}

}  // namespace recovery
