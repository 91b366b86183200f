// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>  // Boost.Asio 1.74 needs it with g++ 12

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "query/http/connection.h"

namespace recovery {

/// "127.0.0.1:7700" or "[::1]:7700" as an endpoint. Port 0 means any. Throws
/// Error{usage}; names are not looked up.
[[nodiscard]] boost::asio::ip::tcp::endpoint parse_endpoint(const std::string& text);

/// The other way round.
[[nodiscard]] std::string endpoint_text(const boost::asio::ip::tcp::endpoint& endpoint);

/// Accepts connections at one address and serves them until it is drained. All of it
/// happens on the event loop's thread.
class Listener {
  public:
    /// Binds and listens; throws Error{usage} when it cannot, with what to do about it.
    Listener(boost::asio::io_context& loop,
             const boost::asio::ip::tcp::endpoint& endpoint,
             ConnectionPolicy policy);
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() = default;

    /// With the real port.
    [[nodiscard]] boost::asio::ip::tcp::endpoint address() const { return address_; }

    /// Begins to accept.
    void start();

    /// Accepts no more, closes idle connections; the others end after their answer.
    void drain();

    /// Closes what is beyond its time limit. To be called a few times a second.
    void close_late();

    [[nodiscard]] std::size_t connections() const noexcept;

  private:
    /// What connections need; it lives as long as one of them.
    struct Shared {
        ConnectionPolicy policy;
        std::unordered_set<Connection*> open;
    };

    boost::asio::awaitable<void> accept();
    boost::asio::awaitable<void> pause();
    void serve_new(boost::asio::ip::tcp::socket socket);
    static boost::asio::awaitable<void> serve(std::shared_ptr<Shared> shared,
                                              boost::asio::ip::tcp::socket socket);

    boost::asio::io_context& loop_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::ip::tcp::endpoint address_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace recovery
