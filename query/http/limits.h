// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace recovery {

/// What one client may take of the server.
struct ServerLimits {
    std::size_t header_bytes = std::size_t{8} << 10U;
    std::size_t body_bytes = std::size_t{64} << 10U;
    std::size_t connections = 4096;

    std::chrono::milliseconds idle{60'000};    ///< between requests
    std::chrono::milliseconds header{5'000};   ///< from a request's first byte on
    std::chrono::milliseconds body{10'000};    ///< for the whole body
    std::chrono::milliseconds request{5'000};  ///< for an answer, waiting included
    std::chrono::milliseconds send{20'000};    ///< for the client to take the answer
    std::chrono::milliseconds linger{2'000};   ///< for reading on after a refusal
    std::chrono::milliseconds drain{5'000};    ///< for running requests at the end
};

}  // namespace recovery
