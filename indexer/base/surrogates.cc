// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/surrogates.h"

#include <cstddef>
#include <cstdlib>

namespace recovery {

namespace {

constexpr std::size_t escape_length = 6;  // \uXXXX

// The code unit of an escape \uXXXX at byte `at`; 0 when there is none.
unsigned code_unit(const std::string& json, std::size_t at) {
    if (at + escape_length > json.size() || json[at] != '\\' || json[at + 1] != 'u') {
        return 0;
    }
    return static_cast<unsigned>(
        std::strtoul(json.substr(at + 2, 4).c_str(), nullptr, 16));
}

bool is_high(unsigned unit) {
    return unit >= 0xD800U && unit <= 0xDBFFU;
}

bool is_low(unsigned unit) {
    return unit >= 0xDC00U && unit <= 0xDFFFU;
}

}  // namespace

std::string without_half_surrogates(std::string json) {
    std::size_t at = 0;
    while ((at = json.find('\\', at)) != std::string::npos) {
        const unsigned unit = code_unit(json, at);
        if (is_high(unit) && is_low(code_unit(json, at + escape_length))) {
            at += 2 * escape_length;
        } else if (is_high(unit) || is_low(unit)) {
            json.replace(at, escape_length, "\\uFFFD");
            at += escape_length;
        } else {
            at += 2;
        }
    }
    return json;
}

}  // namespace recovery
