// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "indexer/document/text_outline.h"

namespace recovery {

/// What the file is known to hold, as far as questions are concerned.
enum class QuestionUse {
    by_shape,
    sections,  ///< an article: no FAQ entries
    entries    ///< an FAQ: every question and short heading opens an entry
};

/// The longest answer of one paragraph, in words: three or four sentences. Sections under
/// a question heading begin where answers end.
inline constexpr std::size_t max_brief_answer_words = 80;
/// The longest answer of two or three paragraphs.
inline constexpr std::size_t max_answer_words = 120;
inline constexpr std::size_t max_answer_paragraphs = 3;
/// The longest answer, lists included, of a question that stands between short ones.
inline constexpr std::size_t max_inner_answer_words = 200;

/// Settles each heading and question of a page that stands in no bio: heading, FAQ entry
/// or plain text. Furniture, bios and the title (at `title`; `blocks.size()` when there
/// is none) must be marked before.
///
/// The page's *heading style* comes first: Title Case when at least two thirds of the
/// headings with text, and of the questions with more than a brief answer (at half the
/// weight, as they may be rhetorical), are in it. On a Title Case page a line in sentence
/// case is no heading. A sentence-case line with nothing below is one only if it is short
/// and stands right above a name, question or heading.
///
/// - A question is **text** (rhetorical) when it speaks to the text around it
///   (`is_conversational`), or has nothing below, or cannot be a heading and is no FAQ.
/// - Questions directly one after another, each with its answer, are a *run*. Questions
///   with long answers at its ends are cut off; **FAQ entries** are what is left, if
///   there are two and more and at least half have a brief answer. Where the line cannot
///   be a heading, answers of up to three paragraphs pass for brief.
/// - A single question is an FAQ entry when it cannot be a heading, has one brief
///   paragraph below, names a word of the title, and does not stand directly below a
///   heading.
/// - All other questions are **headings**.
///
/// Example: below "What Is Detox?" stand four paragraphs, below "Is detox painful?" and
/// "Is detox free?" one sentence each: one section and two FAQ entries.
void settle_questions(Outline& outline, std::size_t title, QuestionUse use);

}  // namespace recovery
