// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "query/http/response.h"

namespace recovery {

/// A 200 of application/json. Bytes that are not UTF-8 are replaced.
[[nodiscard]] Response json_response(const nlohmann::ordered_json& body);

}  // namespace recovery
