// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/base/escape.h"

namespace recovery {

namespace {

// A line break before any other element would show as a blank.
bool stands_on_its_own_line(std::string_view name) {
    constexpr std::array<std::string_view, 20> names{
        "article", "body",   "div",     "footer", "form",  "h1",   "h2",
        "head",    "header", "li",      "link",   "main",  "meta", "nav",
        "ol",      "p",      "section", "table",  "title", "ul"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

HtmlWriter::Element HtmlWriter::element(std::string_view name, Attributes attributes) {
    open(name, attributes);
    open_.push_back(name);
    return Element(*this);
}

void HtmlWriter::element(std::string_view name,
                         Attributes attributes,
                         std::string_view content) {
    const Element whole = element(name, attributes);
    text(content);
}

void HtmlWriter::single(std::string_view name, Attributes attributes) {
    open(name, attributes);
}

void HtmlWriter::text(std::string_view text) {
    out_ += escape_html(text);
}

std::string HtmlWriter::take() {
    return std::exchange(out_, {});
}

void HtmlWriter::open(std::string_view name, Attributes attributes) {
    if (stands_on_its_own_line(name)) {
        out_ += '\n';
    }
    out_ += '<';
    out_ += name;
    for (const Attribute& attribute : attributes) {
        if (attribute.value.data() == nullptr) {
            continue;
        }
        out_ += ' ';
        out_ += attribute.name;
        out_ += "=\"";
        out_ += escape_html(attribute.value);
        out_ += '"';
    }
    out_ += '>';
}

void HtmlWriter::close() {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
}

}  // namespace recovery
