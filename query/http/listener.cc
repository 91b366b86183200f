// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/listener.h"

#include <charconv>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "indexer/base/error.h"
#include "query/http/transport_problem.h"

namespace recovery {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorValue = boost::system::error_code;

Error bind_error(const tcp::endpoint& endpoint, const ErrorValue& error) {
    const char* hint = "";
    if (error == asio::error::address_in_use) {
        hint =
            "another program listens there: stop it, or give --listen another port "
            "(0 takes any)";
    } else if (error == asio::error::access_denied) {
        hint = "ports below 1024 need a privilege: give --listen a higher one";
    }
    return Error{
        ErrorCode::usage,
        fmt::format("cannot listen on {}: {}", endpoint_text(endpoint), error.message()),
        hint};
}

}  // namespace

tcp::endpoint parse_endpoint(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    const std::string digits = colon == std::string::npos ? "" : text.substr(colon + 1);
    std::string host = text.substr(0, colon == std::string::npos ? 0 : colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    } else if (host.find(':') != std::string::npos) {
        host.clear();
    }
    std::uint16_t port = 0;
    const char* const last = digits.data() + digits.size();
    const auto [end, number_error] = std::from_chars(digits.data(), last, port);
    ErrorValue error;
    const auto address = asio::ip::make_address(host, error);
    if (error || number_error != std::errc{} || end != last) {
        throw Error{ErrorCode::usage,
                    fmt::format("not an address to listen on: {}", text),
                    "give an IP address and a port, such as 127.0.0.1:7700 or "
                    "[::1]:7700"};
    }
    return {address, port};
}

std::string endpoint_text(const tcp::endpoint& endpoint) {
    return endpoint.address().is_v6()
               ? fmt::format("[{}]:{}", endpoint.address().to_string(), endpoint.port())
               : fmt::format("{}:{}", endpoint.address().to_string(), endpoint.port());
}

Listener::Listener(asio::io_context& loop,
                   const tcp::endpoint& endpoint,
                   ConnectionPolicy policy)
    : loop_(loop), acceptor_(loop), shared_(std::make_shared<Shared>()) {
    shared_->policy = std::move(policy);
    ErrorValue error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) {
        acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        acceptor_.bind(endpoint, error);
    }
    if (!error) {
        acceptor_.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        throw bind_error(endpoint, error);
    }
    address_ = acceptor_.local_endpoint();
}

void Listener::start() {
    asio::co_spawn(loop_, accept(), asio::detached);
}

asio::awaitable<void> Listener::accept() {
    while (acceptor_.is_open()) {
        ErrorValue error;
        tcp::socket socket = co_await acceptor_.async_accept(
            asio::redirect_error(asio::use_awaitable, error));
        if (!error) {
            serve_new(std::move(socket));
        } else if (acceptor_.is_open()) {
            co_await pause();
        }
    }
}

// Without descriptors or memory, trying again at once would only burn the processor.
asio::awaitable<void> Listener::pause() {
    constexpr std::chrono::milliseconds length{50};
    ErrorValue ignored;
    asio::steady_timer timer(loop_, length);
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

// What is thrown for want of memory costs this connection only.
void Listener::serve_new(tcp::socket socket) {
    try {
        asio::co_spawn(
            loop_, serve(shared_, std::move(socket)), [](std::exception_ptr) {});
    } catch (...) {
        // The socket is closed; the listener goes on.
    }
}

asio::awaitable<void> Listener::serve(std::shared_ptr<Shared> shared,
                                      tcp::socket socket) {
    struct Entry {
        std::unordered_set<Connection*>& open;
        Connection& connection;

        Entry(std::unordered_set<Connection*>& all, Connection& one)
            : open(all), connection(one) {
            open.insert(&connection);
        }
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;
        ~Entry() { open.erase(&connection); }
    };

    // Refusals need a socket, too: so many at once get a word, the others none.
    constexpr std::size_t max_refusals = 64;
    const std::size_t limit = shared->policy.limits.connections;
    const std::size_t open = shared->open.size();
    if (open >= limit + max_refusals) {
        co_return;
    }
    Connection connection(std::move(socket), shared->policy);
    const Entry entry(shared->open, connection);
    if (open >= limit) {
        co_await connection.refuse(
            transport_problem(TransportProblem::too_many_connections));
    } else {
        co_await connection.serve();
    }
}

std::size_t Listener::connections() const noexcept {
    return shared_->open.size();
}

void Listener::drain() {
    ErrorValue ignored;
    acceptor_.close(ignored);
    for (Connection* const connection : shared_->open) {
        connection->drain();
    }
}

void Listener::close_late() {
    const auto now = Connection::Clock::now();
    for (Connection* const connection : shared_->open) {
        connection->close_if_late(now);
    }
}

}  // namespace recovery
