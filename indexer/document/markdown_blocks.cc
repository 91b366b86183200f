// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/markdown_blocks.h"

#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/slug.h"
#include "indexer/base/utf8.h"
#include "indexer/document/heading_id.h"
#include "indexer/document/markdown_tree.h"
#include "indexer/document/paragraph.h"
#include "indexer/document/strip_tags.h"

namespace recovery {

namespace {

/// Collects blocks from cmark's events.
class BlockCollector {
  public:
    void enter(cmark_node* node);
    void exit(cmark_node* node);
    [[nodiscard]] MarkdownBlocks take() { return std::move(result_); }

  private:
    struct List {
        bool is_ordered = false;
        int next_number = 1;
    };

    void enter_list(cmark_node* node);
    void enter_item();
    void exit_list();
    void add_inline_html(std::string_view html);
    void add_inline(std::string_view text);
    void add_code_block(std::string_view code);
    void add_text(std::string text, int line);
    void end_heading(cmark_node* node);
    [[nodiscard]] std::string take_anchor(const HeadingText& heading, int line);

    MarkdownBlocks result_;
    Paragraph paragraph_;
    std::vector<List> lists_;
    std::string item_mark_;  ///< of the item whose first line is still to come
    std::string list_text_;  ///< of the outermost list so far
    int list_line_ = 0;
    int images_ = 0;          ///< images around the current node
    std::string hidden_tag_;  ///< script or style whose end is still to come
    Anchors anchors_;
    std::unordered_set<std::string> explicit_ids_;
};

void BlockCollector::enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            add_inline(literal_of(node));
            break;
        case CMARK_NODE_SOFTBREAK:
            paragraph_.break_line(false);
            break;
        case CMARK_NODE_LINEBREAK:
            paragraph_.break_line(true);
            break;
        case CMARK_NODE_HTML_INLINE:
            add_inline_html(literal_of(node));
            break;
        case CMARK_NODE_HTML_BLOCK:
            add_text(strip_tags(literal_of(node)), cmark_node_get_start_line(node));
            break;
        case CMARK_NODE_CODE_BLOCK:
            add_code_block(literal_of(node));
            break;
        case CMARK_NODE_IMAGE:
            ++images_;
            break;
        case CMARK_NODE_LIST:
            enter_list(node);
            break;
        case CMARK_NODE_ITEM:
            enter_item();
            break;
        default:
            break;
    }
}

void BlockCollector::exit(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
            hidden_tag_.clear();
            add_text(paragraph_.take(), cmark_node_get_start_line(node));
            break;
        case CMARK_NODE_HEADING:
            hidden_tag_.clear();
            end_heading(node);
            break;
        case CMARK_NODE_IMAGE:
            --images_;
            break;
        case CMARK_NODE_LIST:
            exit_list();
            break;
        case CMARK_NODE_ITEM:
            item_mark_.clear();
            break;
        default:
            break;
    }
}

void BlockCollector::enter_list(cmark_node* node) {
    if (lists_.empty()) {
        list_line_ = cmark_node_get_start_line(node);
    }
    const bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    lists_.push_back({is_ordered, cmark_node_get_list_start(node)});
}

void BlockCollector::enter_item() {
    List& list = lists_.back();
    item_mark_ = list.is_ordered ? fmt::format("{}. ", list.next_number++) : "• ";
}

void BlockCollector::exit_list() {
    lists_.pop_back();
    if (lists_.empty()) {
        add_text(std::exchange(list_text_, {}), list_line_);
    }
}

void BlockCollector::add_inline(std::string_view text) {
    if (images_ == 0 && hidden_tag_.empty()) {
        paragraph_.add(text);
    }
}

void BlockCollector::add_inline_html(std::string_view html) {
    const std::string name = tag_name(html);
    if (!hidden_tag_.empty()) {
        if (name == "/" + hidden_tag_) {
            hidden_tag_.clear();
        }
    } else if (name == "br") {
        paragraph_.break_line(true);
    } else if (name == "script" || name == "style") {
        hidden_tag_ = name;
    }
}

void BlockCollector::add_code_block(std::string_view code) {
    while (code.ends_with('\n')) {
        code.remove_suffix(1);
    }
    while (code.starts_with('\n')) {
        code.remove_prefix(1);
    }
    const bool is_blank = code.find_first_not_of(" \t\r\n") == std::string_view::npos;
    add_text(std::string(is_blank ? std::string_view() : code), 0);
}

void BlockCollector::add_text(std::string text, int line) {
    if (text.empty()) {
        return;
    }
    if (lists_.empty()) {
        result_.blocks.push_back({0, std::move(text), {}, line});
        return;
    }
    list_text_ += list_text_.empty() ? "" : "\n";
    list_text_ += std::exchange(item_mark_, {});
    list_text_ += text;
}

void BlockCollector::end_heading(cmark_node* node) {
    const int line = cmark_node_get_start_line(node);
    HeadingText heading = read_heading_text(collapse_space(paragraph_.take()));
    if (heading.text.empty()) {
        return;
    }
    std::string anchor = take_anchor(heading, line);
    if (cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT) {
        const int level = cmark_node_get_heading_level(node);
        result_.blocks.push_back(
            {level, std::move(heading.text), std::move(anchor), line});
    } else {
        add_text(std::move(heading.text), line);
    }
}

std::string BlockCollector::take_anchor(const HeadingText& heading, int line) {
    if (heading.id.empty()) {
        return anchors_.for_heading(heading.text);
    }
    if (!explicit_ids_.insert(heading.id).second) {
        result_.problems.push_back(
            {{}, line, 1, fmt::format("the heading id \"{}\" stands twice", heading.id)});
    }
    return anchors_.claim(heading.id);
}

}  // namespace

MarkdownBlocks read_markdown_blocks(std::string_view body) {
    const MarkdownTree tree = parse_markdown(body);
    const MarkdownWalk walk = walk_markdown(tree);
    BlockCollector collector;
    for (;;) {
        const cmark_event_type event = cmark_iter_next(walk.get());
        if (event == CMARK_EVENT_DONE) {
            return collector.take();
        }
        cmark_node* node = cmark_iter_get_node(walk.get());
        if (event == CMARK_EVENT_ENTER) {
            collector.enter(node);
        } else {
            collector.exit(node);
        }
    }
}

}  // namespace recovery
