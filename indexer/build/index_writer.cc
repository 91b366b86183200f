// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/index_writer.h"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/publish_live.h"
#include "indexer/build/section_terms.h"
#include "indexer/build/writing.h"
#include "indexer/schema/generations.h"

namespace recovery {

namespace fs = std::filesystem;

std::optional<PreviousIndex> read_previous_index(const fs::path& index_dir) {
    try {
        const auto generation = live_generation(index_dir);
        if (!generation) {
            return std::nullopt;
        }
        const Xapian::Database database(generation_dir(index_dir, *generation).string());
        return PreviousIndex{*generation,
                             read_index_metadata(database).documents,
                             database.get_doccount(),
                             {read_file_records(database),
                              read_bio_places(database),
                              read_build_settings(database)}};
    } catch (const Error&) {
        return std::nullopt;
    } catch (const Xapian::Error&) {
        return std::nullopt;
    }
}

void count_document(DocumentCounts& counts, Kind kind, int change) {
    std::size_t& count = kind == Kind::article ? counts.articles
                         : kind == Kind::faq   ? counts.faqs
                                               : counts.bios;
    count += static_cast<std::size_t>(change);
}

void remove_unfinished(const fs::path& index_dir) {
    std::error_code error;
    std::vector<fs::path> stale;
    for (fs::directory_iterator it(index_dir, error), end; !error && it != end;
         it.increment(error)) {
        const fs::path& name = it->path().filename();
        if ((name.string().starts_with("gen-") && name.extension() == ".part") ||
            name == "live.new") {
            stale.push_back(it->path());
        }
    }
    for (const fs::path& path : stale) {
        fs::remove_all(path, error);
    }
}

IndexWriter::IndexWriter(const fs::path& index_dir) : index_dir_(index_dir) {
    remove_unfinished(index_dir);
    const auto generations = list_generations(index_dir);
    generation_ = generations.empty() ? 1 : generations.back() + 1;
    try {
        previous_ = live_generation(index_dir);
    } catch (const Error&) {
        // A damaged `live` names nothing worth keeping; publishing replaces it.
        previous_ = std::nullopt;
    }
    part_dir_ = generation_dir(index_dir, generation_);
    part_dir_ += ".part";
    writing(part_dir_, [&] { database_.emplace(part_dir_.string(), Xapian::DB_CREATE); });
}

IndexWriter::~IndexWriter() {
    database_.reset();
    std::error_code error;
    fs::remove_all(part_dir_, error);
}

void IndexWriter::add(const Document& document) {
    writing(part_dir_, [&] {
        for (std::size_t part = 0; part < document.sections.size(); ++part) {
            database_->add_document(section_terms(document, part, stemmer_));
        }
    });
    sections_ += document.sections.size();
    count_document(documents_, document.kind, 1);
}

void IndexWriter::finish_database(const std::string& built_at,
                                  const IndexRecords& records) {
    writing(part_dir_, [&] {
        write_index_metadata(*database_, built_at, documents_);
        write_build_settings(*database_, records.settings);
        for (const auto& [path, record] : records.files) {
            write_file_record(*database_, path, record);
        }
        for (const auto& [name, places] : records.bios) {
            write_bio_places(*database_, name, places);
        }
        if (!crisis_rules_.empty()) {
            write_crisis_rules(*database_, crisis_rules_);
        }
        database_->commit();
        database_->close();
        database_.reset();
        const Xapian::Database written(part_dir_.string());
        if (written.get_doccount() != sections_ ||
            read_index_metadata(written).documents.total() != documents_.total()) {
            fail_writing(part_dir_, "the new generation does not read back");
        }
    });
}

void IndexWriter::publish(const std::string& built_at, const IndexRecords& records) {
    finish_database(built_at, records);
    const fs::path finished = generation_dir(index_dir_, generation_);
    rename_path(part_dir_, finished);
    sync_path(index_dir_);
    point_live_at(index_dir_, generation_);
    for (const std::uint64_t old : list_generations(index_dir_)) {
        if (old != generation_ && old != previous_) {
            std::error_code error;
            fs::remove_all(generation_dir(index_dir_, old), error);
        }
    }
}

}  // namespace recovery
