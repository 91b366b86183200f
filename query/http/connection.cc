// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/connection.h"

#include <array>

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "query/http/message.h"
#include "query/http/transport_problem.h"

namespace recovery {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

// A request's header and what a client sends ahead; Beast stops reading here.
constexpr std::size_t max_buffered_bytes = std::size_t{32} << 10U;

constexpr std::size_t max_linger_bytes = std::size_t{1} << 20U;

}  // namespace

Connection::Connection(tcp::socket socket, const ConnectionPolicy& policy)
    : socket_(std::move(socket)), policy_(policy), buffer_(max_buffered_bytes) {
    beast::error_code ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
}

asio::awaitable<void> Connection::serve() {
    while (socket_.is_open() && !draining_) {
        if (!co_await wait_for_request()) {
            break;
        }
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(policy_.limits.header_bytes));
        parser.body_limit(policy_.limits.body_bytes);
        if (!co_await read_request(parser)) {
            break;
        }
        co_await answer(parser);
    }
}

// Until the first byte comes an idle connection holds no buffer.
asio::awaitable<bool> Connection::wait_for_request() {
    beast::error_code error;
    if (buffer_.size() == 0) {
        buffer_.shrink_to_fit();
        idle_ = true;
        allow(policy_.limits.idle);
        co_await socket_.async_wait(tcp::socket::wait_read,
                                    asio::redirect_error(asio::use_awaitable, error));
        idle_ = false;
    }
    allow(policy_.limits.header);
    co_return !error && socket_.is_open();
}

// Answers by itself what can be no request; false then, and when the client went away.
asio::awaitable<bool> Connection::read_request(Parser& parser) {
    beast::error_code error;
    co_await http::async_read_header(
        socket_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
    read_at_ = Clock::now();
    const auto problem = error ? problem_of(error) : problem_of(parser.get().base());
    if (problem) {
        co_await reject(transport_problem(*problem));
        co_return false;
    }
    if (error) {
        co_return false;
    }
    co_return parser.is_done() || co_await read_body(parser);
}

asio::awaitable<bool> Connection::read_body(Parser& parser) {
    beast::error_code error;
    allow(policy_.limits.body);
    if (expects_continue(parser.get().base()) && buffer_.size() == 0) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(socket_,
                                   asio::buffer(go_on),
                                   asio::redirect_error(asio::use_awaitable, error));
        if (error) {
            co_return false;
        }
    }
    co_await http::async_read(
        socket_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
    read_at_ = Clock::now();
    if (const auto problem = error ? problem_of(error) : std::nullopt) {
        co_await reject(transport_problem(*problem));
    }
    co_return !error;
}

asio::awaitable<void> Connection::answer(Parser& parser) {
    deadline_.reset();  // the handler has its own time limit
    auto request = to_request(parser.get().base());
    if (!request) {
        co_await reject(transport_problem(TransportProblem::malformed));
        co_return;
    }
    request->body = std::move(parser.get().body());
    Response response = co_await policy_.handle(std::move(*request));
    const bool with_body = parser.get().method() != http::verb::head;
    const bool keep_alive = parser.get().keep_alive() && !draining_;
    const bool sent = co_await send(
        std::move(response), with_body, keep_alive ? Then::keep_alive : Then::close);
    if (!sent || !keep_alive) {
        draining_ = true;
        co_await linger();
    }
}

asio::awaitable<void> Connection::refuse(Response response) {
    co_await reject(std::move(response));
}

asio::awaitable<void> Connection::reject(Response response) {
    draining_ = true;
    if (read_at_ == Clock::time_point{}) {
        read_at_ = Clock::now();
    }
    co_await send(std::move(response), true, Then::close);
    co_await linger();
}

asio::awaitable<bool> Connection::send(Response response, bool with_body, Then then) {
    if (policy_.answered) {
        policy_.answered(response,
                         std::chrono::duration_cast<std::chrono::microseconds>(
                             Clock::now() - read_at_));
    }
    const std::string head = response_head(response, then == Then::keep_alive);
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(head),
        with_body ? asio::buffer(response.body) : asio::const_buffer{}};
    beast::error_code error;
    allow(policy_.limits.send);
    co_await asio::async_write(
        socket_, parts, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

// Closing a socket with unread bytes resets the connection, and the client may lose the
// answer: so what it still sends is read for a while.
asio::awaitable<void> Connection::linger() {
    beast::error_code error;
    socket_.shutdown(tcp::socket::shutdown_send, error);
    allow(policy_.limits.linger);
    std::array<char, 4096> rest;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    for (std::size_t read = 0; !error && read < max_linger_bytes;) {
        read += co_await socket_.async_read_some(
            asio::buffer(rest), asio::redirect_error(asio::use_awaitable, error));
    }
    socket_.close(error);
}

void Connection::close_if_late(Clock::time_point now) {
    if (deadline_ && now >= *deadline_) {
        beast::error_code ignored;
        socket_.close(ignored);
    }
}

void Connection::drain() {
    draining_ = true;
    if (idle_) {
        beast::error_code ignored;
        socket_.close(ignored);
    }
}

}  // namespace recovery
