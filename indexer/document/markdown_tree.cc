// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/markdown_tree.h"

#include <algorithm>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

bool is_marker(char c) {
    return c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')';
}

/// Where the marks at the start of `line` pass the limit; npos when they do not.
std::size_t excess_at(std::string_view line) {
    int markers = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (is_marker(c) && ++markers > max_markers_per_line) {
            return at;
        }
        if (!is_marker(c) && !is_ascii_space(c) && !is_ascii_digit(c)) {
            break;
        }
    }
    return std::string_view::npos;
}

/// `body` without the marks beyond the limit, or "" when there are none: rules such as
/// "-----" stay what they are, whatever their length.
std::string bound_nesting(std::string_view body) {
    std::string bounded;
    std::size_t copied = 0;
    std::size_t at = 0;
    while (at < body.size()) {
        const std::size_t end = std::min(body.find_first_of("\r\n", at), body.size());
        const std::string_view line = body.substr(at, end - at);
        const std::size_t excess = excess_at(line);
        if (excess != std::string_view::npos) {
            const std::size_t text =
                line.find_first_not_of(">-+*.)0123456789 \t", excess);
            bounded += body.substr(copied, at + excess - copied);
            copied = at + std::min(text, line.size());
        }
        at = end + 1;
    }
    if (copied > 0) {
        bounded += body.substr(copied);
    }
    return bounded;
}

/// Where a stretch of `text` that is too long for one paragraph ends: between lines, else
/// words, else characters.
std::size_t stretch_end(std::string_view text) {
    const std::string_view stretch = truncate_utf8(text, max_paragraph_bytes);
    for (const char* cut : {"\n", " "}) {
        const std::size_t at = stretch.rfind(cut);
        if (at != std::string_view::npos && at > max_paragraph_bytes / 2) {
            return at + 1;
        }
    }
    return stretch.size();
}

/// `body` with an empty line put into each stretch without one that is longer than
/// `max_paragraph_bytes`, or "" when there is none.
std::string bound_paragraphs(std::string_view body) {
    std::string bounded;
    std::size_t copied = 0;
    std::size_t at = 0;
    while (body.size() - at > max_paragraph_bytes) {
        const std::string_view stretch = body.substr(at, max_paragraph_bytes);
        const std::size_t blank =
            std::max(stretch.rfind("\n\n") + 1, stretch.rfind("\n\r\n") + 1);
        if (blank > 0) {
            at += blank;
            continue;
        }
        at += stretch_end(body.substr(at));
        bounded += body.substr(copied, at - copied);
        bounded += "\n\n";
        copied = at;
    }
    if (copied > 0) {
        bounded += body.substr(copied);
    }
    return bounded;
}

}  // namespace

MarkdownTree parse_markdown(std::string_view body) {
    const std::string shallow = bound_nesting(body);
    const std::string_view text = shallow.empty() ? body : std::string_view(shallow);
    const std::string short_lines = bound_paragraphs(text);
    const std::string_view bounded =
        short_lines.empty() ? text : std::string_view(short_lines);
    return MarkdownTree(
        cmark_parse_document(bounded.data(), bounded.size(), CMARK_OPT_DEFAULT));
}

}  // namespace recovery
