// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/page_reading.h"

#include <utility>

#include "indexer/base/error.h"
#include "indexer/base/normalise.h"
#include "indexer/build/change_set.h"
#include "indexer/build/file_stamp.h"
#include "indexer/document/read_documents.h"

namespace recovery {

PageReading read_page_file(const CorpusFile& file, const std::string& base_url) {
    PageReading reading;
    // Before the content: a change in between must not look as if it had been read.
    const std::optional<FileStamp> stamp = stamp_of(file.file);
    const std::int64_t now_ns = stamp_now_ns();
    std::string bytes;
    try {
        bytes = read_file(file.file);
    } catch (const Error& error) {
        reading.problems.push_back({file.path, 0, 0, error.what()});
        return reading;
    }
    reading.is_read = true;
    FileRecord record;
    record.hash = content_hash(bytes);
    if (stamp && is_settled(*stamp, now_ns)) {
        record.stamp = stamp;
    }
    ReadResult read =
        read_documents({file.path, std::move(bytes), file.root_name}, {base_url});
    reading.documents = std::move(read.documents);
    reading.problems = std::move(read.problems);
    record.skipped = std::move(read.skipped);
    record.has_problems = !reading.problems.empty();
    if (!reading.documents.empty() || !record.skipped.empty()) {
        reading.record = std::move(record);
    }
    return reading;
}

std::string bio_name(const Document& document) {
    return document.kind == Kind::bio ? normalise_value(document.title) : "";
}

std::string bio_hash(const Document& document) {
    ContentHasher hasher;
    const auto add = [&](const std::string& text) {
        hasher.add(text);
        hasher.add(std::string_view("\0", 1));
    };
    add(document.title);
    for (const std::string& credential : document.credentials) {
        add(credential);
    }
    add(document.role);
    add(document.location);
    for (const Section& section : document.sections) {
        add(section.text);
    }
    return hasher.hash();
}

}  // namespace recovery
