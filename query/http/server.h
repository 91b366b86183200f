// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "query/http/limits.h"
#include "query/http/request_log.h"
#include "query/http/site_options.h"
#include "query/http/worker_pool.h"

namespace recovery {

struct ServerOptions {
    std::string listen = "127.0.0.1:7700";  ///< an IP address and a port; 0 takes any
    std::string metrics_listen;             ///< the same; "": none
    std::size_t workers = 0;                ///< 0: as many as there are processors
    std::size_t queue = 256;                ///< requests that may wait for a worker
    SiteOptions site;
    ServerLimits limits;
    LogLevel log = LogLevel::info;
    bool handle_signals = false;  ///< SIGINT and SIGTERM call `stop`, once
};

/// The search over HTTP: one thread for all connections, and workers that search.
///
/// What needs no index is answered on the event loop; everything else waits in a bounded
/// queue for a worker. A full queue and a late worker are 503 with Retry-After; a late
/// answer is dropped, and a request nobody waits for any more is not begun.
///
/// Example:
///
///     Server server(options, [] { return std::make_unique<IndexSearchService>(dir); });
///     fmt::print("http://{}\n", server.address());
///     server.run();
class Server {
  public:
    /// Listens from here on; throws Error{usage} when an address cannot be had.
    Server(ServerOptions options, const SearchServiceFactory& factory);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// With the real port: "127.0.0.1:7700". "" when there is no metrics listener.
    [[nodiscard]] std::string address() const;
    [[nodiscard]] std::string metrics_address() const;

    /// Serves until `stop`, then lets running requests end for `limits.drain`. False when
    /// a worker could not be waited for: the process should then end without destructors.
    /// May be called once.
    bool run();

    /// From any thread.
    void stop();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace recovery
