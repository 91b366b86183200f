// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/file_record.h"

#include "indexer/base/error.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace recovery {

namespace {

// Metadata keys have the same limit as terms; the whole path or name stands in the value.
std::string file_key(const std::string& path) {
    return boolean_term(metadata_key::file_prefix, path);
}

std::string bio_key(const std::string& name) {
    return boolean_term(metadata_key::bio_prefix, name);
}

std::string encode(const std::string& path, const FileRecord& record) {
    FieldEncoder out;
    out.text(path);
    out.text(record.hash);
    out.text(record.skipped);
    out.number(record.has_problems ? 1 : 0);
    out.number(record.stamp ? 1 : 0);
    const FileStamp stamp = record.stamp.value_or(FileStamp{});
    out.number(stamp.bytes);
    out.number(static_cast<std::uint64_t>(stamp.mtime_ns));
    out.number(static_cast<std::uint64_t>(stamp.ctime_ns));
    out.number(stamp.inode);
    return out.bytes();
}

void decode(std::string_view bytes, FileRecords& records) {
    FieldDecoder in(bytes);
    std::string path(in.text());
    FileRecord record;
    record.hash = in.text();
    record.skipped = in.text();
    record.has_problems = in.number() != 0;
    const bool has_stamp = in.number() != 0;
    FileStamp stamp;
    stamp.bytes = in.number();
    stamp.mtime_ns = static_cast<std::int64_t>(in.number());
    stamp.ctime_ns = static_cast<std::int64_t>(in.number());
    stamp.inode = in.number();
    in.finish();
    if (has_stamp) {
        record.stamp = stamp;
    }
    records.emplace(std::move(path), std::move(record));
}

}  // namespace

void write_file_record(Xapian::WritableDatabase& database,
                       const std::string& path,
                       const std::optional<FileRecord>& record) {
    database.set_metadata(file_key(path), record ? encode(path, *record) : "");
}

FileRecords read_file_records(const Xapian::Database& database) {
    FileRecords records;
    const std::string start(metadata_key::file_prefix);
    for (auto key = database.metadata_keys_begin(start);
         key != database.metadata_keys_end(start);
         ++key) {
        decode(database.get_metadata(*key), records);
    }
    return records;
}

void write_bio_places(Xapian::WritableDatabase& database,
                      const std::string& name,
                      const std::vector<BioPlace>& places) {
    std::vector<std::string> list{name};
    for (const BioPlace& place : places) {
        list.push_back(place.path);
        list.push_back(place.hash);
    }
    database.set_metadata(bio_key(name), places.empty() ? "" : encode_list(list));
}

BioPlaces read_bio_places(const Xapian::Database& database) {
    BioPlaces bios;
    const std::string start(metadata_key::bio_prefix);
    for (auto key = database.metadata_keys_begin(start);
         key != database.metadata_keys_end(start);
         ++key) {
        const std::vector<std::string> list = decode_list(database.get_metadata(*key));
        if (list.size() % 2 == 0) {
            throw Error{ErrorCode::index_corrupt,
                        "a bio record of the index cannot be read",
                        "build the index again with recovery-index"};
        }
        std::vector<BioPlace>& places = bios[list.front()];
        for (std::size_t i = 1; i < list.size(); i += 2) {
            places.push_back({list[i], list[i + 1]});
        }
    }
    return bios;
}

}  // namespace recovery
