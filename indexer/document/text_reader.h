// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/document/document.h"
#include "indexer/document/page.h"

namespace recovery {

/// Takes a page that was exported to plain text apart into an article's sections, FAQ
/// entries and bios.
///
/// Such an export has no markup, so the reader goes by shape alone: length, capitals, end
/// punctuation, position, repetition and neighbours. It knows no phrase of any page.
///
/// - The *title* is the first line outside bios and furniture, if it is a heading or
///   question (not a question that opens an FAQ run without introduction).
/// - A *heading* is a short line of its own with no sentence end (text_shape.h), in the
///   page's heading style (question_lines.h); a question may be one.
/// - An *FAQ entry* is a question with a brief answer, as a rule among others
///   (question_lines.h).
/// - A *bio* is a name line that its text or neighbours bear out (bio_lines.h), with all
///   text up to the next name or section.
/// - *Captions, contents lists and repeated lines* are dropped (page_furniture.h).
/// - All else is paragraphs and list items; lines of a hard-wrapped file are joined
///   (text_lines.h).
///
/// A heading that only groups FAQ entries or bios ("Our Team") is dropped; one directly
/// above another heading is a section without text. Nothing else is lost: every sentence
/// is in exactly one text.
///
/// Example:
///
///     Is Tea a Drug?                   title
///
///     Many people drink tea daily.     introduction
///
///     What Tea Does                    heading
///
///     It wakes you up:                 section text
///       • for an hour
///     cup on a table                   caption, dropped
///
///     Is tea legal?                    FAQ entry, together with the next
///
///     Yes, everywhere.
///
///     Is tea safe?
///
///     For most people it is.
///
///     Jane Public, LISW-S              bio
///
///     Jane has worked with families since 2010.
///
/// `text` is UTF-8; a byte order mark, CR LF and control characters are allowed. With
/// `known`, the kind is settled: in an article no question is an FAQ entry; in an FAQ
/// file every question, and every heading with text, opens an entry; a bio file holds
/// nothing but bios (what stands above the first name is the introduction, so a bio file
/// without a name line gives one section).
///
/// `sections` is empty when the page has no article text. Never throws (but for memory),
/// and takes time linear in the text.
[[nodiscard]] Page read_text(std::string_view text,
                             std::optional<Kind> known = std::nullopt);

}  // namespace recovery
