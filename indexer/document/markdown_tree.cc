// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/markdown_tree.h"

#include <algorithm>

#include "indexer/base/ascii.h"

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

}  // namespace

MarkdownTree parse_markdown(std::string_view body) {
    const std::string bounded = bound_nesting(body);
    const std::string_view text = bounded.empty() ? body : std::string_view(bounded);
    return MarkdownTree(
        cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

}  // namespace recovery
