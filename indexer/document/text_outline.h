// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/text_lines.h"
#include "indexer/document/text_shape.h"
#include "indexer/document/text_words.h"

namespace recovery {

/// What a block of a page is. The first guess goes by its own shape; the passes over the
/// outline (furniture, bios, title, questions) settle it by its neighbours.
enum class Role {
    text,      ///< a paragraph
    item,      ///< of a list
    heading,   ///< opens a section
    question,  ///< shaped like one, not settled yet
    faq,       ///< a question that opens an FAQ entry
    name,      ///< opens a bio
    title,
    furniture  ///< caption, contents line: not part of any text
};

struct OutlineBlock {
    std::string text;
    LineShape shape;
    Role role = Role::text;
    bool after_blank = false;
    bool numbered = false;
    bool in_bio = false;  ///< belongs to the bio above, whatever it looks like
};

/// A page as a row of blocks, with the words it uses.
struct Outline {
    std::vector<OutlineBlock> blocks;
    PageWords words;
};

/// Splits `text` into blocks and gives each its first role:
///
/// - an item mark makes an item, except a lone number above a paragraph ("1. Ask for
///   Help"), which numbers a heading or question;
/// - short lines below a line that ends in a colon are the items of a list that lost its
///   marks, if there are two and more; so are three and more lower-case lines in a row;
/// - then headings and questions by their shape (text_shape.h); the rest is text.
///
/// "Q:" and "A:" before a question and its answer are taken off.
[[nodiscard]] Outline read_outline(std::string_view text);

[[nodiscard]] inline bool is_content(const OutlineBlock& block) {
    return block.role == Role::text || block.role == Role::item;
}

/// The first block after `at` that is not furniture; `blocks.size()` at the end.
[[nodiscard]] std::size_t next_block(const Outline& outline, std::size_t at);

/// Whether text or items stand directly below the block at `at`, furniture aside.
[[nodiscard]] bool owns_content(const Outline& outline, std::size_t at);

}  // namespace recovery
