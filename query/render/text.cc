// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr std::size_t excerpt_lines = 2;
constexpr std::size_t answer_lines = 14;
constexpr std::size_t min_columns = 40;
constexpr std::size_t max_columns = 100;
constexpr std::string_view indent = "   ";
// Room for the hanging indent of a list and for an ellipsis.
constexpr std::size_t slack_columns = 2;

std::string_view type_label(Kind kind) {
    constexpr std::array<std::string_view, 3> labels{"Article", "FAQ", "Person"};
    return labels.at(static_cast<std::size_t>(kind));
}

std::string address(std::string_view url, std::string_view anchor) {
    return anchor.empty() ? std::string(url) : fmt::format("{}#{}", url, anchor);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            out += out.empty() ? "" : between;
            out += part;
        }
    }
    return out;
}

// "LCDC III · Clinical Therapist · Cincinnati"
std::string person_line(const Hit& hit) {
    return joined({joined(hit.credentials, ", "), hit.role, hit.location}, " \xC2\xB7 ");
}

std::string lines_of(const Excerpt& text,
                     std::size_t max_lines,
                     const TerminalStyle& style) {
    constexpr std::string_view bullet = "\xE2\x80\xA2 ";
    std::string out;
    bool in_bullet = false;
    const std::vector<WrappedLine> lines = wrap(text, text_columns(style));
    for (std::size_t i = 0; i < std::min(lines.size(), max_lines); ++i) {
        const Excerpt& line = lines[i].line;
        in_bullet = lines[i].continued ? in_bullet : line.text.starts_with(bullet);
        const bool cut = i + 1 == max_lines && lines.size() > max_lines;
        out += fmt::format("{}{}{}{}\n",
                           line.text.empty() ? "" : indent,
                           lines[i].continued && in_bullet ? "  " : "",
                           marked(line, style),
                           cut ? " \xE2\x80\xA6" : "");
    }
    return out;
}

// A record may have no title.
const std::string& shown_title(const Hit& hit) {
    return hit.title.empty() ? hit.id : hit.title;
}

std::string heading_line(std::size_t number, const Hit& hit, const TerminalStyle& style) {
    return fmt::format(
        "{}. {}  {}\n",
        number,
        styled(shown_title(hit), Look::strong, style),
        styled(fmt::format("[{}]", type_label(hit.kind)), Look::label, style));
}

std::string further_sections(const Hit& hit, const TerminalStyle& style) {
    std::string out;
    for (const SectionHit& more : hit.more) {
        const std::string name = more.section.empty() ? "Introduction" : more.section;
        const std::string anchor = address("", more.anchor);
        out += fmt::format("{}also: {}{}{}\n",
                           indent,
                           styled(name, Look::plain, style),
                           anchor.empty() ? "" : "  ",
                           styled(anchor, Look::dim, style));
    }
    return out;
}

std::string hit_text(std::size_t number, const Hit& hit, const TerminalStyle& style) {
    std::string out = heading_line(number, hit, style);
    if (!hit.section.empty()) {
        out += fmt::format(
            "{}\xC2\xA7 {}\n", indent, styled(hit.section, Look::plain, style));
    }
    if (const std::string person = person_line(hit); !person.empty()) {
        out += fmt::format("{}{}\n", indent, styled(person, Look::plain, style));
    }
    if (number == 1 && hit.kind == Kind::faq) {
        out += lines_of({hit.text, hit.text_ranges}, answer_lines, style);
    } else {
        out += lines_of(hit.excerpt, excerpt_lines, style);
    }
    out += fmt::format(
        "{}{}\n", indent, styled(address(hit.url, hit.anchor), Look::link, style));
    return out + further_sections(hit, style) + "\n";
}

std::string facets_text(const Results& results, const TerminalStyle& style) {
    std::string out;
    for (const Facet& facet : results.facets) {
        std::vector<std::string> values;
        for (const auto& [value, count] : facet.counts) {
            values.push_back(fmt::format("{} {}", value, count));
        }
        out += fmt::format(
            "{}: {}\n",
            styled(facet.field, Look::strong, style),
            values.empty() ? "none" : styled(joined(values, ", "), Look::plain, style));
    }
    return out;
}

std::string notes_text(const Results& results, const TerminalStyle& style) {
    std::string out;
    for (const std::string& note : results.notes) {
        out += fmt::format("Note: {}\n", styled(note, Look::plain, style));
    }
    return out;
}

std::string nothing_found(const Results& results, std::string_view query) {
    if (results.total > 0 && results.limit == 0) {
        return fmt::format("{} results\n", results.total);
    }
    if (results.total > 0) {
        return fmt::format("There are only {} results; none is left on this page.\n",
                           results.total);
    }
    return fmt::format(
        "Nothing was found for \"{}\".\n"
        "Try fewer or other words, without quotes, filters and exclusions.\n",
        query);
}

std::string summary(const Results& results, std::uint64_t time_us) {
    const std::size_t first = results.offset + 1;
    const std::size_t last = results.offset + results.hits.size();
    return fmt::format("{}\xE2\x80\x93{} of {}{} ({:.1f} ms)\n",
                       first,
                       last,
                       results.total_is_exact ? "" : "about ",
                       results.total,
                       static_cast<double>(time_us) / 1000.0);
}

}  // namespace

std::size_t text_columns(const TerminalStyle& style) {
    return std::clamp(style.columns, min_columns, max_columns) - indent.size() -
           slack_columns;
}

std::size_t excerpt_columns(const TerminalStyle& style) {
    // A line breaks before its last word; half a word a line is lost.
    constexpr std::size_t lost = 5;
    return excerpt_lines * (text_columns(style) - lost);
}

std::string answer_text(const Results& results,
                        std::string_view query,
                        std::uint64_t time_us,
                        const TerminalStyle& style) {
    std::string out = notes_text(results, style);
    if (results.hits.empty()) {
        out += nothing_found(results, styled(query, Look::plain, style));
    } else {
        std::size_t number = results.offset;
        for (const Hit& hit : results.hits) {
            out += hit_text(++number, hit, style);
        }
        out += summary(results, time_us);
    }
    return out + facets_text(results, style);
}

std::string document_text(const WholeDocument& document, const TerminalStyle& style) {
    const Hit& head = document.head;
    const std::string anchor = head.kind == Kind::article ? "" : head.anchor;
    std::string out = fmt::format(
        "{}  {}\n",
        styled(shown_title(head), Look::strong, style),
        styled(fmt::format("[{}]", type_label(head.kind)), Look::label, style));
    if (const std::string person = person_line(head); !person.empty()) {
        out += styled(person, Look::plain, style) + "\n";
    }
    out += styled(address(head.url, anchor), Look::link, style) + "\n";
    std::string last_anchor;
    for (const auto& [section, text] : document.sections) {
        const bool continued = section.anchor == last_anchor;
        if (!section.section.empty() && !continued) {
            out += fmt::format("\n{}\n", styled(section.section, Look::strong, style));
        }
        out += "\n" + lines_of({text, {}}, std::string::npos, style);
        last_anchor = section.anchor;
    }
    return out;
}

}  // namespace recovery
