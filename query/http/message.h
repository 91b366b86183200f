// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>  // Boost.Asio 1.74 needs it with g++ 12

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

#include "query/http/request.h"
#include "query/http/response.h"
#include "query/http/transport_problem.h"

namespace recovery {

using RequestHeader = boost::beast::http::header<true, boost::beast::http::fields>;

/// What is wrong with a message that Beast could not read; nothing when the client only
/// went away.
[[nodiscard]] std::optional<TransportProblem> problem_of(
    const boost::beast::error_code& error);

/// What is wrong with a header that Beast could read. Framing that two programs may
/// understand differently is refused (RFC 9112, sections 3.2 and 6.1): a missing or
/// second Host, another transfer encoding than chunked, any in HTTP/1.0.
[[nodiscard]] std::optional<TransportProblem> problem_of(const RequestHeader& header);

/// Whether the client waits for "100 Continue".
[[nodiscard]] bool expects_continue(const RequestHeader& header);

/// The request as `route` knows it, without its body: HEAD as GET, an absolute target
/// without its origin, header names in lower case, header values valid UTF-8. Nothing
/// when the target makes no sense.
[[nodiscard]] std::optional<Request> to_request(const RequestHeader& header);

/// Status line and header fields with the empty line after them. Fields that hold control
/// characters are left out.
[[nodiscard]] std::string response_head(const Response& response, bool keep_alive);

}  // namespace recovery
