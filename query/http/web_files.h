// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recovery {

/// The bytes of a file of query/web/, or of query/http/openapi.json (the API described in
/// OpenAPI 3.1), as it was when the program was built; "" when there is none of that
/// name.
[[nodiscard]] std::string_view embedded_file(std::string_view name) noexcept;

/// A strong entity tag of `bytes`, with its quotes: equal bytes, equal tags.
[[nodiscard]] std::string entity_tag(std::string_view bytes);

/// The address of an embedded file: "/recovery.css?v=HASH". It changes with the file, so
/// what it brings may be kept for ever.
[[nodiscard]] std::string versioned_path(std::string_view name);

}  // namespace recovery
