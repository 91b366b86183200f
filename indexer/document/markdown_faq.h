// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/slug.h"
#include "indexer/document/markdown_blocks.h"
#include "indexer/document/page.h"

namespace recovery {

/// Whether a heading asks: it ends with "?", closing quotes and brackets aside.
[[nodiscard]] bool is_question(std::string_view heading);

/// Whether a heading announces questions: it names "FAQ", "Q&A", "frequently asked
/// questions", "common questions" or "questions and answers". Example: "Ketamine FAQs".
[[nodiscard]] bool announces_questions(std::string_view heading);

struct FaqBlocks {
    std::vector<FaqEntry> entries;
    bool asks = false;              ///< some heading or paragraph is a question
    std::vector<Problem> problems;  ///< lines in the body
};

/// Reads the questions and answers of a page, or of the part of it below an announcing
/// heading.
///
/// - A heading h1-h3 that ends with "?" begins an entry (any heading, if none of these
///   does); its answer runs to the next question or to the next heading of the same or a
///   higher level. Deeper headings that do not ask are paragraphs of the answer.
/// - Paragraphs "Q: ..." and "A: ..." are entries too, with an anchor of their own that
///   the page does not have.
/// - A heading that does not ask is a group of questions and no entry, unless text and no
///   question is below it.
/// - Text above the first heading introduces the page and belongs to no entry.
///
/// "Q:" and "A:" are taken off. A question without an answer is a problem and no entry,
/// unless other questions are below it. `anchors` numbers anchors that the page does not
/// have.
[[nodiscard]] FaqBlocks read_faq_blocks(std::span<const MarkdownBlock> blocks,
                                        Anchors& anchors);

}  // namespace recovery
