// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/server.h"

#include <atomic>
#include <csignal>
#include <new>
#include <optional>
#include <thread>
#include <utility>  // Boost.Asio 1.74 needs it with g++ 12

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "query/http/busy_service.h"
#include "query/http/listener.h"
#include "query/http/metrics.h"
#include "query/http/routes.h"
#include "query/http/site_headers.h"
#include "query/http/transport_problem.h"

namespace recovery {

namespace {

namespace asio = boost::asio;
using ErrorValue = boost::system::error_code;
using std::chrono::microseconds;
using std::chrono::milliseconds;

// Nobody is told to wait who should be told whom to call.
Response unanswered(const Request& request,
                    TransportProblem problem,
                    const SiteOptions& site) {
    BusyService busy;
    Response helped = route(request, busy, site);
    Response response =
        helped.trace.help.empty() ? transport_problem(problem) : std::move(helped);
    if (!response.trace.help.empty()) {
        response.headers.emplace_back("Retry-After", "1");
    }
    add_site_headers(request, site, response);
    return response;
}

constexpr milliseconds tick{200};
constexpr milliseconds drain_tick{20};
constexpr milliseconds worker_patience{1'000};
constexpr std::size_t max_metrics_connections = 32;

/// A question on its way to a worker and back. The worker touches `answer` only before it
/// posts to the loop, the loop only after.
template <typename Answer>
struct Pending {
    explicit Pending(asio::io_context& loop) : alarm(loop) {}

    asio::steady_timer alarm;  ///< goes off when the answer is there, or is late
    std::atomic<bool> abandoned = false;
    bool arrived = false;
    std::optional<Answer> answer;
};

Response metrics_page(std::string text) {
    Response response;
    response.trace.route = "metrics";
    response.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                        {"Cache-Control", "no-store"}};
    response.body = std::move(text);
    return response;
}

Response no_such_page() {
    Response response;
    response.status = 404;
    response.trace.route = "metrics";
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    response.body = "There is only /metrics here.\n";
    return response;
}

}  // namespace

struct Server::State {
    State(ServerOptions&& given, const SearchServiceFactory& factory);

    template <typename Answer, typename Work>
    asio::awaitable<std::optional<Answer>> ask(Work work, TransportProblem& problem);

    asio::awaitable<Response> answer(Request request);
    asio::awaitable<Response> ask_route(Request request);
    asio::awaitable<Response> answer_metrics(Request request);
    asio::awaitable<void> watch();
    asio::awaitable<void> wait_for_signal();
    void drain();
    bool drained() const;

    ConnectionPolicy site_policy();
    ConnectionPolicy metrics_policy();

    ServerOptions options;
    RequestLog log;
    Metrics metrics;
    asio::io_context loop{1};
    Listener site;
    std::optional<Listener> monitoring;
    asio::signal_set signals{loop};
    std::optional<Connection::Clock::time_point> drain_until;
    WorkerPool pool;
};

Server::State::State(ServerOptions&& given, const SearchServiceFactory& factory)
    : options(std::move(given)),
      log(options.log),
      site(loop, parse_endpoint(options.listen), site_policy()),
      pool(options.workers > 0 ? options.workers : std::thread::hardware_concurrency(),
           options.queue,
           factory) {
    if (!options.metrics_listen.empty()) {
        monitoring.emplace(
            loop, parse_endpoint(options.metrics_listen), metrics_policy());
    }
    if (options.handle_signals) {
        signals.add(SIGINT);
        signals.add(SIGTERM);
    }
}

ConnectionPolicy Server::State::site_policy() {
    return {options.limits,
            [this](Request request) { return answer(std::move(request)); },
            [this](const Response& response, microseconds time) {
                metrics.count(response, time);
                log.answer(response, time);
            }};
}

ConnectionPolicy Server::State::metrics_policy() {
    ServerLimits limits = options.limits;
    limits.connections = max_metrics_connections;
    return {limits,
            [this](Request request) { return answer_metrics(std::move(request)); },
            {}};
}

// Has a worker do `work` and waits for it, but not longer than a request may take.
template <typename Answer, typename Work>
asio::awaitable<std::optional<Answer>> Server::State::ask(Work work,
                                                          TransportProblem& problem) {
    auto pending = std::make_shared<Pending<Answer>>(loop);
    pending->alarm.expires_after(options.limits.request);
    auto job = [this, pending, work = std::move(work)](SearchService& service) {
        if (pending->abandoned) {
            return;
        }
        try {
            pending->answer = work(service);
        } catch (...) {
            // Without an answer it is a fault, and said to be one.
        }
        asio::post(loop, [pending] {
            pending->arrived = true;
            pending->alarm.cancel();
        });
    };
    if (!pool.submit(std::move(job))) {
        problem = TransportProblem::queue_full;
        co_return std::nullopt;
    }
    ErrorValue ignored;
    co_await pending->alarm.async_wait(
        asio::redirect_error(asio::use_awaitable, ignored));
    if (!pending->arrived) {
        pending->abandoned = true;
        problem = TransportProblem::too_slow;
        co_return std::nullopt;
    }
    problem = TransportProblem::fault;
    co_return std::move(pending->answer);
}

// No exception goes further: want of memory costs a request, not the server.
asio::awaitable<Response> Server::State::answer(Request request) {
    try {
        co_return co_await ask_route(std::move(request));
    } catch (...) {
    }
    co_return transport_problem(TransportProblem::fault);
}

asio::awaitable<Response> Server::State::ask_route(Request request) {
    if (auto response = route_without_index(request, options.site)) {
        co_return std::move(*response);
    }
    TransportProblem problem = TransportProblem::fault;
    const auto shared = std::make_shared<const Request>(std::move(request));
    auto work = [this, shared](SearchService& service) {
        return route(*shared, service, options.site);
    };
    auto response = co_await ask<Response>(std::move(work), problem);
    co_return response ? std::move(*response)
                       : unanswered(*shared, problem, options.site);
}

asio::awaitable<Response> Server::State::answer_metrics(Request request) {
    if (request.path != "/metrics") {
        co_return no_such_page();
    }
    TransportProblem problem = TransportProblem::fault;
    auto work = [](SearchService& service) { return service.state(); };
    const auto state = co_await ask<IndexState>(work, problem);
    if (state) {
        metrics.set_index(*state);
    }
    metrics.set_load(site.connections(), pool.queued());
    co_return metrics_page(metrics.text());
}

// Looks after time limits, and ends the loop when all is done.
asio::awaitable<void> Server::State::watch() {
    asio::steady_timer timer(loop);
    while (!drained()) {
        timer.expires_after(drain_until ? drain_tick : tick);
        ErrorValue ignored;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        site.close_late();
        if (monitoring) {
            monitoring->close_late();
        }
    }
    loop.stop();
}

bool Server::State::drained() const {
    if (!drain_until) {
        return false;
    }
    return site.connections() == 0 || Connection::Clock::now() >= *drain_until;
}

void Server::State::drain() {
    if (drain_until) {
        return;
    }
    drain_until = Connection::Clock::now() + options.limits.drain;
    log.event("draining");
    site.drain();
    if (monitoring) {
        monitoring->drain();
    }
}

// With its handler gone, a second signal ends the process the hard way.
asio::awaitable<void> Server::State::wait_for_signal() {
    ErrorValue error;
    co_await signals.async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (!error) {
        signals.clear(error);
        drain();
    }
}

Server::Server(ServerOptions options, const SearchServiceFactory& factory)
    : state_(std::make_unique<State>(std::move(options), factory)) {}

Server::~Server() = default;

std::string Server::address() const {
    return endpoint_text(state_->site.address());
}

std::string Server::metrics_address() const {
    return state_->monitoring ? endpoint_text(state_->monitoring->address()) : "";
}

bool Server::run() {
    State& state = *state_;
    if (state.options.handle_signals) {
        asio::co_spawn(state.loop, state.wait_for_signal(), asio::detached);
    }
    state.site.start();
    if (state.monitoring) {
        state.monitoring->start();
    }
    asio::co_spawn(state.loop, state.watch(), asio::detached);
    state.log.event("listening", address());
    for (;;) {
        try {
            state.loop.run();
            break;
        } catch (const std::bad_alloc&) {
            // One handler is lost; the loop goes on.
        }
    }
    const bool all_ended = state.pool.stop(worker_patience);
    state.log.event("stopped");
    return all_ended;
}

void Server::stop() {
    asio::post(state_->loop, [state = state_.get()] { state->drain(); });
}

}  // namespace recovery
