// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <cmark.h>

namespace recovery {

struct MarkdownTreeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// cmark's tree of a page, freed with it.
using MarkdownTree = std::unique_ptr<cmark_node, MarkdownTreeDeleter>;

/// A walk over a tree; must not outlive it.
using MarkdownWalk = std::unique_ptr<cmark_iter, MarkdownTreeDeleter>;

/// How deep one line may nest lists and quotes. Each level costs cmark a node, and time
/// on every line that follows.
inline constexpr int max_markers_per_line = 100;

/// The longest stretch of text without an empty line. cmark 0.30.2 takes cubic time for
/// some paragraphs ("![[]()" a million times runs for minutes).
inline constexpr std::size_t max_paragraph_bytes = std::size_t{32} * 1024;

/// Parses `body` (UTF-8) as CommonMark. The list and quote marks of a line beyond
/// `max_markers_per_line` are ignored, and stretches longer than `max_paragraph_bytes`
/// are cut by an empty line (lines of the tree below a cut count it). cmark itself does
/// not throw; it ends the process when it gets no memory.
[[nodiscard]] MarkdownTree parse_markdown(std::string_view body);

[[nodiscard]] inline MarkdownWalk walk_markdown(const MarkdownTree& tree) {
    return MarkdownWalk(cmark_iter_new(tree.get()));
}

/// cmark gives a null pointer for "no text".
[[nodiscard]] inline std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

}  // namespace recovery
