// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/stored_section.h"

#include <array>

#include "indexer/base/error.h"
#include "indexer/schema/values.h"

namespace recovery {

namespace {

// In the order in which they are stored; for reading and writing alike.
template <typename StoredSectionType>
auto text_fields(StoredSectionType& section) {
    return std::array{&section.document_id,
                      &section.url,
                      &section.anchor,
                      &section.title,
                      &section.heading,
                      &section.text,
                      &section.description,
                      &section.date,
                      &section.role,
                      &section.location};
}

}  // namespace

std::string encode_section(const StoredSection& section) {
    FieldEncoder out;
    out.number(static_cast<std::uint64_t>(section.kind));
    out.number(section.part);
    out.number(section.parts);
    for (const std::string* field : text_fields(section)) {
        out.text(*field);
    }
    out.list(section.tags);
    out.list(section.authors);
    out.list(section.credentials);
    return out.bytes();
}

StoredSection decode_section(std::string_view bytes) {
    FieldDecoder in(bytes);
    StoredSection section;
    const std::uint64_t kind = in.number();
    if (kind >= all_kinds.size()) {
        throw Error{ErrorCode::index_corrupt,
                    "the index holds a document of unknown type",
                    "build the index again with recovery-index"};
    }
    section.kind = all_kinds.at(static_cast<std::size_t>(kind));
    section.part = static_cast<std::uint32_t>(in.number());
    section.parts = static_cast<std::uint32_t>(in.number());
    for (std::string* field : text_fields(section)) {
        *field = in.text();
    }
    section.tags = in.list();
    section.authors = in.list();
    section.credentials = in.list();
    in.finish();
    return section;
}

}  // namespace recovery
