// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/terminal.h"

#include <algorithm>

#include "indexer/base/escape.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

std::string_view escape_code(Look look) {
    switch (look) {
        case Look::strong:
            return "\x1B[1m";
        case Look::dim:
            return "\x1B[2m";
        case Look::link:
            return "\x1B[36m";
        case Look::label:
            return "\x1B[32m";
        case Look::plain:
            break;
    }
    return "";
}

Excerpt cut_out(const Excerpt& text, std::size_t begin, std::size_t end) {
    Excerpt line{text.text.substr(begin, end - begin), {}};
    for (const Span& range : text.ranges) {
        const std::size_t from = std::max(range.begin, begin);
        const std::size_t to = std::min(range.end, end);
        if (from < to) {
            line.ranges.push_back({from - begin, to - begin});
        }
    }
    return line;
}

}  // namespace

std::string styled(std::string_view text, Look look, const TerminalStyle& style) {
    std::string safe = escape_terminal(text, true);
    if (!style.colour || look == Look::plain || safe.empty()) {
        return safe;
    }
    return std::string(escape_code(look)) + safe + "\x1B[0m";
}

std::vector<WrappedLine> wrap(const Excerpt& text, std::size_t columns) {
    std::vector<WrappedLine> lines;
    const std::string_view all = text.text;
    std::size_t line_begin = 0;
    std::size_t line_end = 0;
    std::size_t used = 0;
    std::size_t at = 0;
    bool continued = false;
    const auto end_line = [&](bool paragraph_goes_on) {
        lines.push_back({cut_out(text, line_begin, line_end), continued});
        continued = paragraph_goes_on;
        used = 0;
    };
    while (at < all.size()) {
        const std::size_t word_end = std::min(all.find_first_of(" \n", at), all.size());
        const std::size_t width = display_width(all.substr(at, word_end - at));
        if (line_end > line_begin && used + 1 + width > columns) {
            end_line(true);
            line_begin = at;
        }
        used += width + (at > line_begin ? 1 : 0);
        line_end = word_end;
        at = word_end + 1;
        if (word_end < all.size() && all[word_end] == '\n') {
            end_line(false);
            line_begin = line_end = at;
        }
    }
    if (line_end > line_begin) {
        end_line(false);
    }
    return lines;
}

std::string marked(const Excerpt& line, const TerminalStyle& style) {
    std::string out;
    std::size_t at = 0;
    const std::string_view text = line.text;
    for (const Span& range : line.ranges) {
        out += styled(text.substr(at, range.begin - at), Look::plain, style);
        out += styled(
            text.substr(range.begin, range.end - range.begin), Look::strong, style);
        at = range.end;
    }
    return out + styled(text.substr(at), Look::plain, style);
}

}  // namespace recovery
