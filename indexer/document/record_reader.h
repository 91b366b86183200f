// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/document/document.h"

namespace recovery {

inline constexpr std::size_t max_record_id_bytes = 200;

/// Where a record stands: its file (root-relative), its line there (from 1), and what
/// addresses begin with.
struct RecordPlace {
    std::string_view path;
    int line = 0;
    std::string_view base_url = "/";
};

/// Whether the file at `path` holds records: its extension is "jsonl", whatever its case.
[[nodiscard]] bool is_record_file(std::string_view path);

/// Turns one line of a JSON Lines file (UTF-8, not blank) into a Document with exactly
/// one Section, or says why it is none.
///
/// The line is an object of the fields
///
/// - `_id`: the Document's id, a text of 1 to 200 bytes without white space and controls;
/// - `title`, `text`: one of them at least, or the `name` of a bio; `text` may have lines
///   and is never cut at headings or for its length;
/// - `type`: article (the default), faq or bio, or another word of `kind_of_type`;
/// - `url`: an http or https address, or one that begins with a single "/"; without it
///   `record_url` of the id;
/// - `description`; `date` and `lastmod` (YYYY-MM-DD); `tags`, `authors` and `keywords`
///   (a list of texts or one text; of tags and keywords one text with commas will do);
/// - for a bio `name`, `credentials` (as `tags`), `role` and `location`; `name` is the
///   title where there is none.
///
/// Other fields are ignored; null counts as absent. Without a title the Document's title
/// is "": an id is no title (its letters would be found as words of one), and what shows
/// a Document can show its id or address where the title stands.
///
/// A Problem, with the column when JSON itself is broken: a line that is no such object,
/// a value of the wrong type, or one that is out of bounds (a line above 64 KiB, a list
/// above 200 items, a number that no double holds, nesting above 64). Bytes that are not
/// UTF-8 and half surrogate pairs are broken JSON here; the caller repairs them. Never
/// throws but for want of memory; nesting takes no stack.
///
/// Example: `{"_id": "T1", "title": "Tea", "text": "Is tea safe?"}` is an article of the
/// id "T1" and the url "/T1".
[[nodiscard]] std::variant<Document, Problem> read_record(std::string_view line,
                                                          const RecordPlace& place);

}  // namespace recovery
