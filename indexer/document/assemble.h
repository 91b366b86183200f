// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/document/document.h"
#include "indexer/document/front_matter.h"
#include "indexer/document/markdown_reader.h"

namespace recovery {

/// Where a page stands: its path from the root, what addresses begin with, and the kind
/// that front matter or folder give it.
struct PagePlace {
    std::string path;
    std::string base_url;
    std::optional<Kind> kind;
};

/// Puts a page and its front matter together: the article (if it has text), then its
/// FAQs, then its bios, with ids, addresses and the fields that the file's Documents
/// share.
///
/// Empty when there is no text at all; a bio needs only a name. See `read_documents` for
/// the rules.
[[nodiscard]] std::vector<Document> assemble_documents(MarkdownPage page,
                                                       const FrontMatter& fields,
                                                       const PagePlace& place);

}  // namespace recovery
