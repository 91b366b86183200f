// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/json_schema.h"

#include <algorithm>
#include <set>

namespace recovery {

namespace {

using nlohmann::json;
using Faults = std::vector<std::string>;

bool is_of_type(const json& value, const std::string& type) {
    if (type == "integer") {
        return value.is_number_integer();
    }
    if (type == "number") {
        return value.is_number();
    }
    return value.type_name() == type;
}

bool is_of_types(const json& value, const json& types) {
    if (types.is_string()) {
        return is_of_type(value, types);
    }
    return std::any_of(types.begin(), types.end(), [&](const json& type) {
        return is_of_type(value, type);
    });
}

void append(Faults& faults, const Faults& more) {
    faults.insert(faults.end(), more.begin(), more.end());
}

void check_members(const json& value,
                   const json& schema,
                   const json& document,
                   const std::string& path,
                   Faults& faults) {
    for (const json& name : schema.value("required", json::array())) {
        if (!value.contains(name.get<std::string>())) {
            faults.push_back(path + " lacks " + name.get<std::string>());
        }
    }
    const json properties = schema.value("properties", json::object());
    const json others = schema.value("additionalProperties", json(true));
    for (const auto& [name, member] : value.items()) {
        const std::string at = path + "." + name;
        if (properties.contains(name)) {
            append(faults, schema_faults(member, properties[name], document, at));
        } else if (others.is_object()) {
            append(faults, schema_faults(member, others, document, at));
        } else if (!others.get<bool>()) {
            faults.push_back(at + " is not described");
        }
    }
}

void check_bounds(const json& value,
                  const json& schema,
                  const std::string& path,
                  Faults& faults) {
    if (value.is_number() && (value < schema.value("minimum", value) ||
                              value > schema.value("maximum", value))) {
        faults.push_back(path + " is out of bounds");
    }
    if ((value.is_array() && value.size() > schema.value("maxItems", value.size())) ||
        (value.is_string() && value.get_ref<const std::string&>().size() >
                                  schema.value("maxLength", std::size_t{1} << 30U))) {
        faults.push_back(path + " is too long");
    }
}

}  // namespace

Faults schema_faults(const json& value,
                     const json& schema,
                     const json& document,
                     const std::string& path) {
    static const std::set<std::string> known{"$ref",
                                             "type",
                                             "properties",
                                             "required",
                                             "items",
                                             "enum",
                                             "allOf",
                                             "default",
                                             "minimum",
                                             "maximum",
                                             "maxItems",
                                             "maxLength",
                                             "additionalProperties",
                                             "description"};
    Faults faults;
    for (const auto& keyword : schema.items()) {
        if (!known.contains(keyword.key())) {
            faults.push_back(path + ": unknown keyword " + keyword.key());
        }
    }
    if (schema.contains("$ref")) {
        const std::string pointer = schema["$ref"].get<std::string>().substr(1);
        append(faults,
               schema_faults(
                   value, document.at(json::json_pointer(pointer)), document, path));
    }
    for (const json& part : schema.value("allOf", json::array())) {
        append(faults, schema_faults(value, part, document, path));
    }
    if (schema.contains("type") && !is_of_types(value, schema["type"])) {
        faults.push_back(path + " is no " + schema["type"].dump());
        return faults;
    }
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) ==
            schema["enum"].end()) {
        faults.push_back(path + " is none of " + schema["enum"].dump());
    }
    check_bounds(value, schema, path, faults);
    if (value.is_object()) {
        check_members(value, schema, document, path, faults);
    }
    for (std::size_t i = 0;
         value.is_array() && schema.contains("items") && i < value.size();
         ++i) {
        append(faults,
               schema_faults(value[i],
                             schema["items"],
                             document,
                             path + "[" + std::to_string(i) + "]"));
    }
    return faults;
}

}  // namespace recovery
