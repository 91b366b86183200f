// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recovery {

/// What monitoring may know of a request: nothing that somebody typed.
struct RequestTrace {
    std::string_view route = "unknown";  ///< a name from the code, never from the request
    std::optional<std::size_t> hits;     ///< Documents found, for a search
    std::string_view help = {};          ///< level of the card shown: "red", "support"
};

/// An HTTP response, whatever takes it. Content-Length, Date and Connection are the
/// transport's.
struct Response {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    RequestTrace trace;
};

}  // namespace recovery
