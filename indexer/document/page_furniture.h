// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/document/text_outline.h"

namespace recovery {

/// Marks what a page carries besides its texts as `Role::furniture`. It goes by shape and
/// position, never by what a line says:
///
/// - *contents list*: two and more short lines or items in a row, each of which comes
///   again below as a line of its own; with it goes the short line right above;
/// - *caption*: a line of its own that begins in lower case and does not end like a
///   sentence; a sentence-case line that begins with "A" or "An" and has no text below;
///   a sentence-case line whose last words are a heading of the page ("Friends talking
///   about signs of misuse" near the heading "Signs of Misuse"); on a Title Case page, a
///   sentence-case line right above a heading that names a scene (`reads_like_caption`,
///   settled with the questions, when the page's style is known);
/// - *repeated line*: a short line that comes twice and more, at least once without text
///   below, with a word that no sentence of the page uses; or three times and more
///   without text below. A repeated heading has its own text each time.
///
/// A repeated name is left alone where text stands below it once.
void mark_furniture(Outline& outline);

/// Marks the contents line of a page that has it only once: the heading directly below
/// the title at `title`, if the page has two headings more and no sentence of it uses any
/// of the line's words. What stands below it is the introduction.
void mark_contents_line(Outline& outline, std::size_t title);

}  // namespace recovery
