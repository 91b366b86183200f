// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/http/response.h"

namespace recovery {

/// What the transport answers by itself, because no request came of it or nobody could
/// take it.
enum class TransportProblem {
    malformed,             ///< 400: not HTTP, or a request that may not be
    body_too_large,        ///< 413
    expectation,           ///< 417: an `Expect` other than 100-continue
    header_too_large,      ///< 431
    fault,                 ///< 500: a fault of ours
    transfer_encoding,     ///< 501: another transfer encoding than chunked
    queue_full,            ///< 503, to be tried again after a second
    too_slow,              ///< 503, the same: no answer within the time limit
    too_many_connections,  ///< 503, the same
};

/// As application/problem+json (RFC 9457), with the members that Meilisearch clients
/// read: `message`, `code`, `link`. The trace's route is "transport".
[[nodiscard]] Response transport_problem(TransportProblem problem);

}  // namespace recovery
