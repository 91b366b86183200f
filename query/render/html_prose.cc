// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html_prose.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

constexpr std::string_view bullet = "\xE2\x80\xA2 ";

enum class LineKind { blank, text, bulleted, numbered };

struct Line {
    LineKind kind = LineKind::blank;
    std::string_view number;  ///< "3" of "3. Stay"
    std::string_view text;    ///< without the mark
};

Line read_line(std::string_view text) {
    constexpr std::size_t most_digits = 3;
    text = trim_ascii(text);
    if (text.empty()) {
        return {};
    }
    if (text.starts_with(bullet)) {
        return {LineKind::bulleted, {}, text.substr(bullet.size())};
    }
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_ascii_digit) - text.begin());
    if (digits > 0 && digits <= most_digits && text.substr(digits).starts_with(". ")) {
        return {LineKind::numbered, text.substr(0, digits), text.substr(digits + 2)};
    }
    return {LineKind::text, {}, text};
}

std::vector<Line> read_lines(std::string_view text) {
    std::vector<Line> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(read_line(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

using Lines = std::vector<Line>::const_iterator;

void write_block(HtmlWriter& out, Lines begin, Lines end) {
    if (begin->kind == LineKind::text) {
        const auto paragraph = out.element("p");
        for (Lines line = begin; line != end; ++line) {
            if (line != begin) {
                out.single("br", {});
            }
            out.text(line->text);
        }
        return;
    }
    const bool numbered = begin->kind == LineKind::numbered;
    const bool from_one = !numbered || begin->number == "1";
    const auto list = out.element(numbered ? "ol" : "ul",
                                  {{"start", from_one ? absent : begin->number}});
    for (Lines line = begin; line != end; ++line) {
        out.element("li", {}, line->text);
    }
}

}  // namespace

void write_prose(HtmlWriter& out, std::string_view text) {
    const std::vector<Line> lines = read_lines(text);
    for (Lines line = lines.begin(); line != lines.end();) {
        const Lines end = std::find_if(
            line, lines.end(), [&](const Line& next) { return next.kind != line->kind; });
        if (line->kind != LineKind::blank) {
            write_block(out, line, end);
        }
        line = end;
    }
}

}  // namespace recovery
