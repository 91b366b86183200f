// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/message.h"

#include <algorithm>
#include <ctime>
#include <iterator>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/status.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr unsigned http_1_0 = 10;
constexpr unsigned http_1_1 = 11;

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

bool is_plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

// "http://host/path" is a target that servers must take (RFC 9112, section 3.2.2).
std::string_view without_origin(std::string_view target) {
    constexpr std::string_view scheme = "http://";
    if (!target.starts_with(scheme)) {
        return target;
    }
    const std::size_t path = target.find_first_of("/?#", scheme.size());
    return path == std::string_view::npos ? "/" : target.substr(path);
}

const std::string& date_now() {
    static thread_local std::time_t made_at = 0;
    static thread_local std::string date;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        made_at = now;
        date = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
    }
    return date;
}

}  // namespace

std::optional<TransportProblem> problem_of(const beast::error_code& error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return TransportProblem::header_too_large;
    }
    if (error == http::error::body_limit) {
        return TransportProblem::body_too_large;
    }
    const bool of_the_message =
        error.category() == http::make_error_code(http::error::bad_method).category();
    if (!of_the_message || error == http::error::end_of_stream ||
        error == http::error::partial_message) {
        return std::nullopt;
    }
    return TransportProblem::malformed;
}

std::optional<TransportProblem> problem_of(const RequestHeader& header) {
    const auto hosts = header.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && header.version() >= http_1_1)) {
        return TransportProblem::malformed;
    }
    const auto encodings = header.count(http::field::transfer_encoding);
    if (encodings > 0) {
        if (encodings > 1 || header.version() == http_1_0 ||
            header.count(http::field::content_length) > 0) {
            return TransportProblem::malformed;
        }
        if (!beast::iequals(header[http::field::transfer_encoding], "chunked")) {
            return TransportProblem::transfer_encoding;
        }
    }
    const auto expectation = header[http::field::expect];
    if (!expectation.empty() && !beast::iequals(expectation, "100-continue")) {
        return TransportProblem::expectation;
    }
    return std::nullopt;
}

bool expects_continue(const RequestHeader& header) {
    return header.version() >= http_1_1 &&
           beast::iequals(header[http::field::expect], "100-continue");
}

std::optional<Request> to_request(const RequestHeader& header) {
    const bool head = header.method() == http::verb::head;
    auto request = make_request(head ? "GET" : view(header.method_string()),
                                without_origin(view(header.target())));
    if (request) {
        for (const auto& field : header) {
            request->headers.emplace_back(ascii_lower(view(field.name_string())),
                                          repair_utf8(view(field.value())));
        }
    }
    return request;
}

std::string response_head(const Response& response, bool keep_alive) {
    std::string head =
        fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\nConnection: {}\r\n",
                    response.status,
                    view(http::obsolete_reason(http::int_to_status(response.status))),
                    date_now(),
                    keep_alive ? "keep-alive" : "close");
    for (const auto& [name, value] : response.headers) {
        if (is_plain(name) && is_plain(value)) {
            fmt::format_to(std::back_inserter(head), "{}: {}\r\n", name, value);
        }
    }
    constexpr unsigned no_content = 204;
    constexpr unsigned not_modified = 304;
    if (response.status != no_content && response.status != not_modified) {
        fmt::format_to(
            std::back_inserter(head), "Content-Length: {}\r\n", response.body.size());
    }
    head += "\r\n";
    return head;
}

}  // namespace recovery
