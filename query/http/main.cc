// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/run_main.h"
#include "query/http/index_search_service.h"
#include "query/http/options.h"
#include "query/http/server.h"

namespace recovery {

namespace {

// The usual soft limit of 1,024 descriptors is less than the connections we take.
void raise_descriptor_limit(std::size_t connections) {
    constexpr rlim_t for_the_rest = 512;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return;
    }
    const rlim_t wanted = std::min(limit.rlim_max, connections + for_the_rest);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        (void)::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

void print_addresses(const Server& server) {
    fmt::print("Listening on http://{}/\n", server.address());
    if (!server.metrics_address().empty()) {
        fmt::print("Metrics on http://{}/metrics\n", server.metrics_address());
    }
    std::fflush(stdout);
}

int serve(ServeOptions options) {
    options.server.handle_signals = true;
    raise_descriptor_limit(options.server.limits.connections);
    // Who reads our output or an answer may go away; that ends neither.
    std::signal(SIGPIPE, SIG_IGN);
    const auto make_service = [dir = options.index_dir] {
        return std::make_unique<IndexSearchService>(dir);
    };
    Server server(options.server, make_service);
    print_addresses(server);
    if (!server.run()) {
        std::_Exit(exit_found);  // a worker still uses what destructors would take away
    }
    return exit_found;
}

int main_status(int argc, const char* const* argv) {
    const ServeInvocation invocation = parse_serve_options(argc, argv);
    if (!invocation.options) {
        fmt::print("{}", invocation.text);
        return exit_found;
    }
    return serve(*invocation.options);
}

}  // namespace

}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::run_main("recovery-serve",
                              [&] { return recovery::main_status(argc, argv); });
}
