// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/kind.h"

namespace recovery {

/// What a hit shows, kept as the data of its Xapian document.
///
/// `heading` and `text` are this section's own; everything else is the Document's and the
/// same in all its sections, so that a hit needs one read. `part` counts the sections of
/// the Document from 0 in page order, `parts` is how many there are.
struct StoredSection {
    Kind kind = Kind::article;
    std::string document_id;
    std::string url;
    std::string anchor;
    std::string title;
    std::string heading;
    std::string text;
    std::string description;
    std::string date;
    std::vector<std::string> tags;
    std::vector<std::string> authors;
    std::vector<std::string> credentials;
    std::string role;
    std::string location;
    std::uint32_t part = 0;
    std::uint32_t parts = 1;
};

/// The bytes of a section; `decode_section` reads them back. The layout belongs to the
/// schema version and to nobody else.
[[nodiscard]] std::string encode_section(const StoredSection& section);

/// Throws Error{index_corrupt} when `bytes` are not what `encode_section` wrote.
[[nodiscard]] StoredSection decode_section(std::string_view bytes);

}  // namespace recovery
