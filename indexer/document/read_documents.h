// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// One file of the corpus: its path from the root ('/'-separated, with extension), its
/// content, and the name of the root folder ("" when it has none), which may tell a kind.
struct Source {
    std::string path;
    std::string bytes;
    std::string root_name = {};
};

struct ReadOptions {
    std::string base_url = "/";  ///< what addresses of pages begin with
};

/// What a file holds: `documents` in the order article, FAQs, bios, or `skipped`, the
/// reason why the page asks not to be found (then there is nothing else).
struct ReadResult {
    std::vector<Document> documents;
    std::vector<Problem> problems;
    std::string skipped;  ///< "" = read
};

/// Whether the file at `path` (root-relative) belongs to the corpus: its extension is one
/// that `read_documents` reads (md, markdown, txt, text) or that of records (jsonl, see
/// record_reader.h), its name does not begin with "README", no part of the path with a
/// dot, and no folder is called "lexicon". All without case.
[[nodiscard]] bool is_content_file(std::string_view path);

/// Turns a file that is a page (not one of records) into Documents.
///
/// The kind of the file is what front matter `type:` says, else its folders, else its
/// shape (a `name` with `credentials` or a `role` is a bio; the rest is up to the
/// reader). Title: front matter, else the page, else the file name. An h1 that a title in
/// the front matter overrides becomes the heading of the introduction. A page of kind faq
/// whose title asks, or that asks nothing, answers its title with its introduction.
/// Dates, tags, authors and keywords of the front matter go to all Documents of the file,
/// `name`, `credentials`, `role` and `location` to its only bio. Long sections are split
/// (`split_section`).
///
/// Ids within a result are unique. Whatever the bytes, outcomes are values: nothing is
/// thrown but for want of memory. The caller bounds the size (8 MiB).
///
/// Example: read_documents({"faqs/detox.md", "# Detox\n\n## How long?\n\nA week."}, {})
/// has one document, with the id "faqs/detox#how-long" and the url "/faqs/detox".
[[nodiscard]] ReadResult read_documents(const Source& source, const ReadOptions& options);

}  // namespace recovery
