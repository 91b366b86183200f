// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/terms.h"

#include <fmt/format.h>

#include "indexer/base/fnv1a.h"
#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"
#include "indexer/schema/fields.h"

namespace recovery {

namespace {

constexpr std::size_t hash_digits = 16;

}  // namespace

std::string boolean_term(std::string_view prefix, std::string_view value) {
    if (prefix.size() + value.size() <= max_term_bytes) {
        return fmt::format("{}{}", prefix, value);
    }
    const std::size_t room = max_term_bytes - prefix.size() - hash_digits;
    return fmt::format(
        "{}{}{:016x}", prefix, truncate_utf8(value, room), fnv1a(fnv1a_start, value));
}

std::string section_id_term(std::string_view document_id, std::size_t part) {
    return boolean_term(prefix::section_id, fmt::format("{}#{}", document_id, part));
}

std::string value_term(std::string_view prefix, std::string_view value) {
    return boolean_term(prefix, normalise_value(value));
}

}  // namespace recovery
