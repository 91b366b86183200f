// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recovery {

/// The description of the JSON API, OpenAPI 3.1: `query/http/openapi.json` as it was when
/// the program was built.
[[nodiscard]] std::string_view openapi_json() noexcept;

}  // namespace recovery
