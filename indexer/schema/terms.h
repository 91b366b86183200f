// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recovery {

/// `prefix` + `value`, at most `max_term_bytes` long: a longer value is cut and closed
/// with the 16 hex digits of its FNV-1a hash (Fowler, Noll and Vo), so that different
/// values stay different.
[[nodiscard]] std::string boolean_term(std::string_view prefix, std::string_view value);

/// The unique term of one part of a Document: boolean_term("Q", "<document id>#<part>").
[[nodiscard]] std::string section_id_term(std::string_view document_id, std::size_t part);

/// A tag or an author as a boolean term: normalised, so that case and accents do not
/// matter.
[[nodiscard]] std::string value_term(std::string_view prefix, std::string_view value);

}  // namespace recovery
