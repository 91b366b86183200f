// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recovery {

/// Decoded name and value pairs in their order; a name may come more than once.
using NamedValues = std::vector<std::pair<std::string, std::string>>;

/// An HTTP request, whatever brought it. Everything in it is from outside: strings are
/// valid UTF-8 without NUL where `make_request` made it, and nothing more.
struct Request {
    std::string method;      ///< as sent: "GET"
    std::string path;        ///< percent-decoded, without query: "/search"
    NamedValues parameters;  ///< of the query string, percent- and plus-decoded
    NamedValues headers;     ///< names in lower case
    std::string body;

    /// The first of that name; names of headers in lower case.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

/// Takes method and target of a request line apart; headers and body are the caller's to
/// add. Nothing when the target is no absolute path, holds a broken percent escape or a
/// NUL. Bytes that are not UTF-8 become U+FFFD.
///
/// Example: make_request("GET", "/search?q=detox+at%20home") has the path "/search" and
/// the parameter q, "detox at home".
[[nodiscard]] std::optional<Request> make_request(std::string_view method,
                                                  std::string_view target);

}  // namespace recovery
