// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"
#include "indexer/document/read_documents.h"

namespace recovery {

/// A content file of the sample corpus and what the indexer makes of it.
struct CorpusPage {
    std::string path;  ///< from corpus/, with extension
    std::string bytes;
    ReadResult read;
};

/// A Markdown file below corpus/, README included.
struct MarkdownFile {
    std::string path;
    std::string bytes;
};

/// The pages that the indexer would read, sorted by path; read once.
[[nodiscard]] const std::vector<CorpusPage>& corpus_pages();

/// The page of that path, or nullptr.
[[nodiscard]] const CorpusPage* find_corpus_page(std::string_view path);

/// Every Markdown file of the corpus, sorted by path.
[[nodiscard]] std::vector<MarkdownFile> markdown_files();

/// The Documents of one kind, in the order of `corpus_pages`.
[[nodiscard]] std::vector<const Document*> corpus_documents(Kind kind);

/// The sections of a Document as its readers see them: those that the indexer split for
/// their length are whole again.
[[nodiscard]] std::vector<Section> whole_sections(const Document& document);

}  // namespace recovery
