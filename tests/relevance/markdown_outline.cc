// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/markdown_outline.h"

#include <memory>

#include <cmark.h>

#include "indexer/document/front_matter.h"

namespace recovery {
namespace {

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Walk = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

void enter(cmark_node* node, MarkdownOutline& outline) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
        outline.headings.push_back({cmark_node_get_heading_level(node), ""});
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        outline.links.emplace_back(cmark_node_get_url(node));
    }
}

void add_heading_text(cmark_node* node, MarkdownOutline& outline) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        outline.headings.back().text += cmark_node_get_literal(node);
    } else if (type == CMARK_NODE_SOFTBREAK) {
        outline.headings.back().text += ' ';
    }
}

}  // namespace

MarkdownOutline markdown_outline(std::string_view file) {
    const std::string_view body = file.substr(read_front_matter(file).body_offset);
    const Tree tree(cmark_parse_document(body.data(), body.size(), CMARK_OPT_DEFAULT),
                    &cmark_node_free);
    const Walk walk(cmark_iter_new(tree.get()), &cmark_iter_free);
    MarkdownOutline outline;
    bool in_heading = false;
    for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        cmark_node* node = cmark_iter_get_node(walk.get());
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
            in_heading = event == CMARK_EVENT_ENTER;
        }
        if (event == CMARK_EVENT_ENTER) {
            enter(node, outline);
            if (in_heading) {
                add_heading_text(node, outline);
            }
        }
    }
    return outline;
}

std::vector<std::string> headings_of_level(const MarkdownOutline& outline, int level) {
    std::vector<std::string> texts;
    for (const Heading& heading : outline.headings) {
        if (heading.level == level) {
            texts.push_back(heading.text);
        }
    }
    return texts;
}

}  // namespace recovery
