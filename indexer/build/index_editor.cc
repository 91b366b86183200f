// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/index_editor.h"

#include <set>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/section_terms.h"
#include "indexer/build/writing.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/generations.h"
#include "indexer/schema/stored_section.h"
#include "indexer/schema/terms.h"

namespace recovery {

IndexEditor::IndexEditor(const std::filesystem::path& index_dir,
                         const PreviousIndex& previous)
    : dir_(generation_dir(index_dir, previous.generation)),
      documents_(previous.documents) {
    writing(dir_, [&] {
        try {
            database_.emplace(dir_.string(), Xapian::DB_OPEN);
        } catch (const Xapian::DatabaseLockError&) {
            throw;
        } catch (const Xapian::Error& error) {
            // Readable, but not for writing: a file of it is missing or damaged.
            throw Error{ErrorCode::index_corrupt,
                        fmt::format("{} is damaged: {}", dir_.string(), error.get_msg()),
                        "make it anew: recovery-index --rebuild"};
        }
        // Not flushed before its end: nothing of it may be seen before the rest.
        database_->begin_transaction();
    });
}

IndexEditor::~IndexEditor() {
    try {
        if (database_) {
            database_->cancel_transaction();
        }
    } catch (const Xapian::Error&) {
        // Nothing was committed; that is all this promises.
    }
}

std::vector<IndexedDocument> IndexEditor::documents_of(const std::string& path) {
    return writing(dir_, [&] {
        std::vector<IndexedDocument> documents;
        std::set<std::string> seen;
        const std::string term = boolean_term(prefix::file, path);
        for (auto it = database_->postlist_begin(term);
             it != database_->postlist_end(term);
             ++it) {
            const Xapian::Document section = database_->get_document(*it);
            if (seen.insert(section.get_value(slot::document_id)).second) {
                const StoredSection stored = decode_section(section.get_data());
                documents.push_back({stored.document_id, stored.kind, stored.title});
            }
        }
        return documents;
    });
}

bool IndexEditor::has_document(const std::string& id) {
    return writing(dir_, [&] {
        return database_->term_exists(boolean_term(prefix::document_id, id));
    });
}

void IndexEditor::add(const Document& document) {
    writing(dir_, [&] {
        for (std::size_t part = 0; part < document.sections.size(); ++part) {
            database_->add_document(section_terms(document, part, stemmer_));
        }
    });
    count_document(documents_, document.kind, 1);
}

void IndexEditor::remove(const IndexedDocument& document) {
    writing(dir_, [&] {
        database_->delete_document(boolean_term(prefix::document_id, document.id));
    });
    count_document(documents_, document.kind, -1);
}

void IndexEditor::set_record(const std::string& path,
                             const std::optional<FileRecord>& record) {
    writing(dir_, [&] { write_file_record(*database_, path, record); });
}

void IndexEditor::set_bio(const std::string& name, const std::vector<BioPlace>& places) {
    writing(dir_, [&] { write_bio_places(*database_, name, places); });
}

std::size_t IndexEditor::sections() const {
    return database_->get_doccount();
}

void IndexEditor::commit(const std::string& built_at) {
    writing(dir_, [&] {
        write_index_metadata(*database_, built_at, documents_);
        database_->commit_transaction();
        database_->close();
        database_.reset();
    });
}

}  // namespace recovery
