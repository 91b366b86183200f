// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/index_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/build/section_terms.h"
#include "indexer/schema/generations.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& file, const std::string& why) {
    throw Error{ErrorCode::io,
                fmt::format("cannot write {}: {}", file.string(), why),
                "the index that was there before is untouched"};
}

// Runs `work`; whatever Xapian throws becomes an Error.
template <typename Work>
auto translated(const fs::path& file, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        fail(file, error.get_msg().empty() ? error.get_type() : error.get_msg());
    }
}

void sync_path(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || ::fsync(descriptor) != 0) {
        const std::string why = std::strerror(errno);
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        fail(path, why);
    }
    ::close(descriptor);
}

void write_whole_file(const fs::path& file, std::string_view bytes) {
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        fail(file, std::strerror(errno));
    }
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    const bool whole =
        written == static_cast<ssize_t>(bytes.size()) && ::fsync(descriptor) == 0;
    const std::string why = std::strerror(errno);
    ::close(descriptor);
    if (!whole) {
        fail(file, why);
    }
}

void rename_path(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        fail(to, error.message());
    }
}

// What a killed writer left behind.
void remove_unfinished(const fs::path& index_dir) {
    std::error_code error;
    std::vector<fs::path> stale;
    for (fs::directory_iterator it(index_dir, error), end; !error && it != end;
         it.increment(error)) {
        const fs::path& name = it->path().filename();
        if (name.string().starts_with("gen-") && name.extension() == ".part") {
            stale.push_back(it->path());
        }
    }
    for (const fs::path& path : stale) {
        fs::remove_all(path, error);
    }
}

}  // namespace

std::optional<PreviousIndex> read_previous_index(const fs::path& index_dir) {
    try {
        const auto generation = live_generation(index_dir);
        if (!generation) {
            return std::nullopt;
        }
        const Xapian::Database database(generation_dir(index_dir, *generation).string());
        return PreviousIndex{*generation,
                             read_index_metadata(database).documents,
                             read_file_hashes(database)};
    } catch (const Error&) {
        return std::nullopt;
    } catch (const Xapian::Error&) {
        return std::nullopt;
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
    translated(part_dir_,
               [&] { database_.emplace(part_dir_.string(), Xapian::DB_CREATE); });
}

IndexWriter::~IndexWriter() {
    database_.reset();
    std::error_code error;
    fs::remove_all(part_dir_, error);
}

void IndexWriter::add(const Document& document) {
    translated(part_dir_, [&] {
        for (std::size_t part = 0; part < document.sections.size(); ++part) {
            database_->add_document(section_terms(document, part, stemmer_));
        }
    });
    sections_ += document.sections.size();
    switch (document.kind) {
        case Kind::article:
            ++documents_.articles;
            break;
        case Kind::faq:
            ++documents_.faqs;
            break;
        case Kind::bio:
            ++documents_.bios;
            break;
    }
}

void IndexWriter::finish_database(const std::string& built_at, const FileHashes& files) {
    translated(part_dir_, [&] {
        write_index_metadata(*database_, built_at, documents_);
        write_file_hashes(*database_, files);
        if (!crisis_rules_.empty()) {
            write_crisis_rules(*database_, crisis_rules_);
        }
        database_->commit();
        database_->close();
        database_.reset();
        const Xapian::Database written(part_dir_.string());
        if (written.get_doccount() != sections_ ||
            read_index_metadata(written).documents.total() != documents_.total()) {
            fail(part_dir_, "the new generation does not read back");
        }
    });
}

void IndexWriter::publish(const std::string& built_at, const FileHashes& files) {
    finish_database(built_at, files);
    const fs::path finished = generation_dir(index_dir_, generation_);
    rename_path(part_dir_, finished);
    sync_path(index_dir_);
    const fs::path live = live_file(index_dir_);
    fs::path fresh = live;
    fresh += ".new";
    write_whole_file(fresh, fmt::format("auto gen-{}\n", generation_));
    rename_path(fresh, live);
    sync_path(index_dir_);
    for (const std::uint64_t old : list_generations(index_dir_)) {
        if (old != generation_ && old != previous_) {
            std::error_code error;
            fs::remove_all(generation_dir(index_dir_, old), error);
        }
    }
}

}  // namespace recovery
