// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/document/text_outline.h"

namespace recovery {

/// Finds the bios of a page: gives their first lines `Role::name` and marks the blocks
/// below as `in_bio`. Furniture must be marked before.
///
/// Many headings have the shape of a name ("Group Therapy", "Narcotics Anonymous"), so a
/// name line (name_line.h) has to be borne out. What speaks for it:
///
/// - *voice*: the text below says "I" or "my" (twice counts double), "he" or "her" (but
///   not "he or she"), or uses one word of the name without the others ("Jane has ...");
/// - the whole name comes back in the text below;
/// - a bio stands directly above (if that has credentials and this line has none, "she"
///   alone does not count: it may be a heading within that bio);
/// - furniture (the caption of a portrait) stands directly above.
///
/// Needed are two of these without credentials, voice among them, or the last two; one
/// with credentials; none when the credentials are certain. One more is needed when the
/// page writes a word of the name in lower case elsewhere, as it does with topics. With
/// `whole_page` (a file known to hold bios) every name line that the page does not write
/// in lower case is one once it has text below.
///
/// A line right above the name that has no sentence end and a word of the name ("Photo of
/// Jane Public") is the caption of a portrait and becomes furniture.
///
/// A bio ends at the next name, or at a heading or Title Case question with text of its
/// own, unless that heading stands directly below the name (the person's role).
void mark_bios(Outline& outline, bool whole_page);

}  // namespace recovery
