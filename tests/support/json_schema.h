// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace recovery {

/// What of `value` does not fit `schema`, each with the path of the value; empty when all
/// does. Of JSON Schema it knows $ref (into `document`), type, properties, required,
/// items, enum, allOf, additionalProperties, minimum, maximum, maxItems and maxLength; of
/// other keywords it says that it does not know them, so that none is passed over.
[[nodiscard]] std::vector<std::string> schema_faults(const nlohmann::json& value,
                                                     const nlohmann::json& schema,
                                                     const nlohmann::json& document,
                                                     const std::string& path = "$");

}  // namespace recovery
