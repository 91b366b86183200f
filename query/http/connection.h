// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>  // Boost.Asio 1.74 needs it with g++ 12

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "query/http/limits.h"
#include "query/http/request.h"
#include "query/http/response.h"

namespace recovery {

/// Answers a request on the event loop. May suspend, may not throw.
using RequestHandler = std::function<boost::asio::awaitable<Response>(Request)>;

/// Told of every answer before it is sent, with the time since its request was read.
using AnswerObserver = std::function<void(const Response&, std::chrono::microseconds)>;

/// What the connections of one listener have in common.
struct ConnectionPolicy {
    ServerLimits limits;
    RequestHandler handle;
    AnswerObserver answered;
};

/// One client's connection: reads requests, has them answered one at a time and in order,
/// and keeps to the limits. All of it happens on the event loop's thread.
///
/// Time limits are a deadline that the listener looks at now and then (`close_if_late`),
/// not a timer each: an idle connection costs a socket and some hundred bytes.
class Connection {
  public:
    using Clock = std::chrono::steady_clock;

    /// `policy` must outlive the connection.
    Connection(boost::asio::ip::tcp::socket socket, const ConnectionPolicy& policy);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() = default;

    /// Until the connection is closed by either side.
    boost::asio::awaitable<void> serve();

    /// Answers once, without reading, and closes.
    boost::asio::awaitable<void> refuse(Response response);

    /// Closes the connection when its deadline is over.
    void close_if_late(Clock::time_point now);

    /// No further request: an idle connection is closed, another one after its answer.
    void drain();

  private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    enum class Then { keep_alive, close };

    boost::asio::awaitable<bool> wait_for_request();
    boost::asio::awaitable<bool> read_request(Parser& parser);
    boost::asio::awaitable<bool> read_body(Parser& parser);
    boost::asio::awaitable<void> answer(Parser& parser);
    boost::asio::awaitable<void> reject(Response response);
    boost::asio::awaitable<bool> send(Response response, bool with_body, Then then);
    boost::asio::awaitable<void> linger();
    void allow(std::chrono::milliseconds time) { deadline_ = Clock::now() + time; }

    boost::asio::ip::tcp::socket socket_;
    const ConnectionPolicy& policy_;
    boost::beast::flat_buffer buffer_;
    std::optional<Clock::time_point> deadline_;
    Clock::time_point read_at_{};
    bool idle_ = true;
    bool draining_ = false;
};

}  // namespace recovery
