// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/fields.h"

#include <array>

#include <fmt/format.h>

namespace recovery {

namespace {

using Type = Field::Type;

constexpr std::array table{
    Field{"text", Type::text, "", "stem, with positions", "addict"},
    Field{"title", Type::text, prefix::title, "stem, each once", "Saddict"},
    Field{"section",
          Type::boolean,
          prefix::section_id,
          "document id, '#', part number",
          "Qarticles/is-ketamine-addictive#3"},
    Field{"document",
          Type::boolean,
          prefix::document_id,
          "document id",
          "Pfaqs/ketamine#is-ketamine-habit-forming"},
    Field{"file", Type::boolean, prefix::file, "path in the root", "Ffaqs/ketamine.md"},
    Field{"type", Type::boolean, prefix::kind, "article, faq or bio", "XKINDfaq"},
    Field{"tag", Type::boolean, prefix::tag, "normalised value", "Kketamine"},
    Field{"author", Type::boolean, prefix::author, "normalised value", "Asample author"},
    Field{"document",
          Type::value,
          "0",
          "document id; the collapse key",
          "articles/is-ketamine-addictive"},
    Field{"type", Type::value, "1", "article, faq or bio", "faq"},
    Field{"date",
          Type::value,
          "2",
          "YYYY-MM-DD of lastmod, else date; empty if unknown",
          "2026-11-24"},
    Field{"tags", Type::value, "3", "list of strings as written", "ketamine"},
    Field{"authors", Type::value, "4", "list of strings as written", "Sample author"},
    Field{"ranking",
          Type::value,
          "5",
          "words of title and heading, body position, parts",
          "is ketamine addictive, timeline, 209, 7"},
    Field{"schema", Type::metadata, metadata_key::schema, "decimal", "2"},
    Field{"language", Type::metadata, metadata_key::language, "Snowball name", "english"},
    Field{"built at",
          Type::metadata,
          metadata_key::built_at,
          "ISO 8601, UTC",
          "2026-11-24T09:30:00Z"},
    Field{"documents",
          Type::metadata,
          metadata_key::documents,
          "articles, FAQs, bios in decimal, one blank between",
          "1 4 9"},
    Field{"crisis rules",
          Type::metadata,
          metadata_key::crisis_rules,
          "encoded rules and model; absent without a lexicon of its own",
          "crisis-rules 2..."},
    Field{"file",
          Type::metadata,
          metadata_key::file_prefix,
          "path -> path, content hash, stamp, why skipped",
          "file/faqs/ketamine.md"},
    Field{"bio",
          Type::metadata,
          metadata_key::bio_prefix,
          "normalised name -> files that hold the bio, hashes",
          "bio/mary d porter"},
    Field{"settings",
          Type::metadata,
          metadata_key::build_settings,
          "roots, base URL, lexicon and its fingerprint",
          "/srv/site, /, ..."},
};

std::string_view type_name(Type type) {
    switch (type) {
        case Type::text:
            return "text";
        case Type::boolean:
            return "boolean";
        case Type::value:
            return "value";
        case Type::metadata:
            break;
    }
    return "metadata";
}

}  // namespace

std::span<const Field> fields() {
    return table;
}

std::string describe_fields() {
    std::string out =
        fmt::format("schema {}, language {}\n\n", schema_version, schema_language);
    constexpr std::string_view row = "{:<10} {:<9} {:<10} {:<52} {}\n";
    out += fmt::format(row, "name", "type", "key", "encoding", "example");
    for (const Field& field : table) {
        out += fmt::format(row,
                           field.name,
                           type_name(field.type),
                           field.key,
                           field.encoding,
                           field.example);
    }
    return out;
}

}  // namespace recovery
