// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/metrics.h"

#include <ctime>
#include <map>
#include <string_view>
#include <utility>

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace recovery {

namespace {

prometheus::Gauge& gauge(prometheus::Registry& registry,
                         const char* name,
                         const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

const prometheus::Histogram::BucketBoundaries boundaries_s{
    0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};

double seconds_since_epoch(const std::string& utc) {
    std::tm parts{};
    const char* const end = ::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return end == nullptr ? 0 : static_cast<double>(::timegm(&parts));
}

}  // namespace

struct Metrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("recovery_http_requests_total")
            .Help("Answers by route and status")
            .Register(registry);
    prometheus::Family<prometheus::Counter>& cards =
        prometheus::BuildCounter()
            .Name("recovery_crisis_card_total")
            .Help("Answers that showed whom to call, by level")
            .Register(registry);
    prometheus::Counter& nothing_found = prometheus::BuildCounter()
                                             .Name("recovery_zero_results_total")
                                             .Help("Searches that found nothing")
                                             .Register(registry)
                                             .Add({});
    prometheus::Histogram& search_seconds =
        prometheus::BuildHistogram()
            .Name("recovery_search_seconds")
            .Help("Searches, from request to answer, waiting included")
            .Register(registry)
            .Add({}, boundaries_s);
    prometheus::Gauge& documents = gauge(
        registry, "recovery_index_documents", "Documents in the index; 0 without one");
    prometheus::Gauge& built = gauge(registry,
                                     "recovery_index_built_timestamp_seconds",
                                     "When the index was built; 0 without one");
    prometheus::Gauge& connections =
        gauge(registry, "recovery_http_connections", "Open connections");
    prometheus::Gauge& queued = gauge(
        registry, "recovery_search_queue_length", "Requests that wait for a worker");

    // Looking labels up in a family builds maps of strings; these views are literals.
    std::map<std::pair<std::string_view, unsigned>, prometheus::Counter*> by_route;
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}

Metrics::~Metrics() = default;

void Metrics::count(const Response& response, std::chrono::microseconds time) {
    const RequestTrace& trace = response.trace;
    prometheus::Counter*& counter =
        families_->by_route[std::pair{trace.route, response.status}];
    if (counter == nullptr) {
        counter = &families_->requests.Add({{"route", std::string(trace.route)},
                                            {"code", std::to_string(response.status)}});
    }
    counter->Increment();
    if (trace.hits) {
        families_->search_seconds.Observe(std::chrono::duration<double>(time).count());
        if (*trace.hits == 0) {
            families_->nothing_found.Increment();
        }
    }
    if (!trace.help.empty()) {
        families_->cards.Add({{"level", std::string(trace.help)}}).Increment();
    }
}

void Metrics::set_index(const IndexState& state) {
    families_->documents.Set(static_cast<double>(state.documents));
    families_->built.Set(seconds_since_epoch(state.built_at));
}

void Metrics::set_load(std::size_t connections, std::size_t queued) {
    families_->connections.Set(static_cast<double>(connections));
    families_->queued.Set(static_cast<double>(queued));
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace recovery
