// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/corpus_pages.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "indexer/build/corpus_walk.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;

const fs::path corpus_root = fs::path(RECOVERY_SOURCE_DIR) / "corpus";

std::vector<CorpusPage> read_pages() {
    std::vector<CorpusPage> pages;
    for (const CorpusFile& file : walk_corpus(own_roots({corpus_root})).files) {
        std::string bytes = read_file(file.file);
        ReadResult read = read_documents({file.path, bytes, file.root_name}, {});
        pages.push_back({file.path, std::move(bytes), std::move(read)});
    }
    return pages;
}

}  // namespace

const std::vector<CorpusPage>& corpus_pages() {
    static const std::vector<CorpusPage> pages = read_pages();
    return pages;
}

const CorpusPage* find_corpus_page(std::string_view path) {
    const auto page = std::ranges::find(corpus_pages(), path, &CorpusPage::path);
    return page == corpus_pages().end() ? nullptr : &*page;
}

std::vector<MarkdownFile> markdown_files() {
    std::vector<MarkdownFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(corpus_root)) {
        if (entry.path().extension() == ".md") {
            files.push_back(
                {entry.path().lexically_relative(corpus_root).generic_string(),
                 read_file(entry.path())});
        }
    }
    std::ranges::sort(files, {}, &MarkdownFile::path);
    return files;
}

std::vector<const Document*> corpus_documents(Kind kind) {
    std::vector<const Document*> found;
    for (const CorpusPage& page : corpus_pages()) {
        for (const Document& document : page.read.documents) {
            if (document.kind == kind) {
                found.push_back(&document);
            }
        }
    }
    return found;
}

std::vector<Section> whole_sections(const Document& document) {
    std::vector<Section> sections;
    for (const Section& section : document.sections) {
        if (!sections.empty() && sections.back().anchor == section.anchor) {
            sections.back().text += "\n\n" + section.text;
        } else {
            sections.push_back(section);
        }
    }
    return sections;
}

}  // namespace recovery
