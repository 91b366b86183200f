// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/index_metadata.h"

#include <sstream>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace recovery {

namespace {

constexpr const char* rebuild_hint =
    "build the index again: recovery-index --index DIR PATH...";

std::string get(const Xapian::Database& database, std::string_view key) {
    return database.get_metadata(std::string(key));
}

DocumentCounts parse_counts(const std::string& text) {
    DocumentCounts counts;
    std::istringstream in(text);
    if (!(in >> counts.articles >> counts.faqs >> counts.bios)) {
        throw Error{ErrorCode::index_corrupt,
                    "the index does not say what it holds",
                    rebuild_hint};
    }
    return counts;
}

}  // namespace

void write_index_metadata(Xapian::WritableDatabase& database,
                          const std::string& built_at,
                          const DocumentCounts& documents) {
    const auto set = [&](std::string_view key, std::string_view value) {
        database.set_metadata(std::string(key), std::string(value));
    };
    set(metadata_key::schema, schema_version);
    set(metadata_key::language, schema_language);
    set(metadata_key::built_at, built_at);
    set(metadata_key::documents,
        fmt::format("{} {} {}", documents.articles, documents.faqs, documents.bios));
}

IndexMetadata read_index_metadata(const Xapian::Database& database) {
    IndexMetadata metadata;
    metadata.schema = get(database, metadata_key::schema);
    metadata.language = get(database, metadata_key::language);
    if (metadata.schema.empty()) {
        throw Error{ErrorCode::index_corrupt,
                    "the database was not made by recovery-index",
                    rebuild_hint};
    }
    if (metadata.schema != schema_version || metadata.language != schema_language) {
        throw Error{
            ErrorCode::schema_mismatch,
            fmt::format("the index has schema {} ({}), this program needs schema {} ({})",
                        metadata.schema,
                        metadata.language,
                        schema_version,
                        schema_language),
            rebuild_hint};
    }
    metadata.built_at = get(database, metadata_key::built_at);
    metadata.documents = parse_counts(get(database, metadata_key::documents));
    return metadata;
}

void write_crisis_rules(Xapian::WritableDatabase& database, const std::string& rules) {
    database.set_metadata(std::string(metadata_key::crisis_rules), rules);
}

std::string read_crisis_rules(const Xapian::Database& database) {
    return get(database, metadata_key::crisis_rules);
}

void write_build_settings(Xapian::WritableDatabase& database,
                          const BuildSettings& settings) {
    FieldEncoder out;
    out.list(settings.roots);
    out.text(settings.base_url);
    out.text(settings.lexicon_dir);
    out.text(settings.lexicon_fingerprint);
    out.number(settings.has_taken_ids ? 1 : 0);
    database.set_metadata(std::string(metadata_key::build_settings), out.bytes());
}

BuildSettings read_build_settings(const Xapian::Database& database) {
    const std::string bytes = get(database, metadata_key::build_settings);
    FieldDecoder in(bytes);
    BuildSettings settings;
    settings.roots = in.list();
    settings.base_url = in.text();
    settings.lexicon_dir = in.text();
    settings.lexicon_fingerprint = in.text();
    settings.has_taken_ids = in.number() != 0;
    in.finish();
    return settings;
}

}  // namespace recovery
