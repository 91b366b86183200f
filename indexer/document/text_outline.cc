// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_outline.h"

#include <utility>

namespace recovery {

namespace {

// An unmarked list has two items at least: one short line below a colon is a heading.
constexpr std::size_t min_listed_lines = 2;
// Two captions may stand in a row, three lower-case lines are a list.
constexpr std::size_t min_lower_lines = 3;
constexpr std::size_t max_item_words = 12;

Role role_by_shape(const OutlineBlock& block) {
    if (looks_like_question(block.text, block.shape)) {
        return Role::question;
    }
    return looks_like_heading(block.text, block.shape) ? Role::heading : Role::text;
}

bool is_numbered_heading(const std::vector<TextBlock>& blocks, std::size_t at) {
    const auto marked = [&](std::size_t i) {
        return i < blocks.size() && blocks[i].mark != ItemMark::none;
    };
    const bool lone = !(at > 0 && marked(at - 1)) && !marked(at + 1);
    return blocks[at].mark == ItemMark::number && lone && at + 1 < blocks.size() &&
           blocks[at + 1].after_blank;
}

// Takes "Q:", "Q." or "A:" off the front of `text`.
void take_off_letter(std::string& text, char letter) {
    if (text.size() > 3 && text[0] == letter && (text[1] == ':' || text[1] == '.') &&
        text[2] == ' ') {
        text.erase(0, 3);
    }
}

bool may_be_item(const OutlineBlock& block) {
    return block.role != Role::item &&
           (block.role == Role::heading || block.shape.starts_lower) &&
           block.shape.ending == Ending::none && block.shape.words <= max_item_words;
}

// The end of the unmarked list that begins at `begin`, or `begin` when there is none.
// Where the items are parted by blank lines, the last line may be the heading of what
// comes next; Title Case of several words tells it from an item.
std::size_t listed_end(const std::vector<OutlineBlock>& blocks, std::size_t begin) {
    std::size_t end = begin;
    const bool dense = begin + 1 < blocks.size() && !blocks[begin + 1].after_blank;
    while (end < blocks.size() && may_be_item(blocks[end]) &&
           (end == begin || !dense || !blocks[end].after_blank)) {
        ++end;
    }
    if (!dense && end > begin && end < blocks.size()) {
        const LineShape& last = blocks[end - 1].shape;
        const bool heading = last.style == CaseStyle::title && last.words > 1;
        end -= heading && blocks[end - 1].role == Role::heading ? 1U : 0U;
    }
    return end - begin >= min_listed_lines ? end : begin;
}

std::size_t lower_end(const std::vector<OutlineBlock>& blocks, std::size_t begin) {
    std::size_t end = begin;
    while (end < blocks.size() && blocks[end].shape.starts_lower &&
           blocks[end].role == Role::text && may_be_item(blocks[end])) {
        ++end;
    }
    return end - begin >= min_lower_lines ? end : begin;
}

void mark_unmarked_lists(std::vector<OutlineBlock>& blocks) {
    std::size_t at = 0;
    while (at < blocks.size()) {
        const bool announced = at > 0 && blocks[at - 1].role == Role::text &&
                               blocks[at - 1].shape.ending == Ending::colon;
        const std::size_t end =
            announced ? listed_end(blocks, at) : lower_end(blocks, at);
        for (; at < end; ++at) {
            blocks[at].role = Role::item;
        }
        // Past the whole row, or a row of n lines would be measured n times.
        at = end == at ? at + 1 : end;
    }
}

}  // namespace

Outline read_outline(std::string_view text) {
    std::vector<TextBlock> read = read_blocks(text);
    Outline outline;
    for (std::size_t i = 0; i < read.size(); ++i) {
        OutlineBlock block;
        block.after_blank = read[i].after_blank;
        block.numbered = is_numbered_heading(read, i);
        const bool item = read[i].mark != ItemMark::none && !block.numbered;
        block.role = item ? Role::item : Role::text;
        block.text = std::move(read[i].text);
        take_off_letter(block.text, 'Q');
        if (i > 0 && !item) {
            take_off_letter(block.text, 'A');
        }
        outline.blocks.push_back(std::move(block));
    }
    for (OutlineBlock& block : outline.blocks) {
        block.shape = shape_of(block.text, outline.words);
        const bool sentence = block.shape.ending != Ending::none;
        outline.words.add(block.text,
                          sentence || block.role == Role::item ||
                              block.text.size() > max_short_line_bytes);
    }
    for (OutlineBlock& block : outline.blocks) {
        block.shape = shape_of(block.text, outline.words);
        if (block.role == Role::text) {
            block.role = role_by_shape(block);
        }
    }
    mark_unmarked_lists(outline.blocks);
    return outline;
}

std::size_t next_block(const Outline& outline, std::size_t at) {
    do {
        ++at;
    } while (at < outline.blocks.size() && outline.blocks[at].role == Role::furniture);
    return at;
}

bool owns_content(const Outline& outline, std::size_t at) {
    const std::size_t next = next_block(outline, at);
    return next < outline.blocks.size() && is_content(outline.blocks[next]);
}

}  // namespace recovery
