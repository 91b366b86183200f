// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "query/http/response.h"
#include "query/http/search_service.h"

namespace recovery {

/// Numbers for monitoring, in Prometheus' text format:
///
/// | metric | what |
/// |---|---|
/// | recovery_http_requests_total{route,code} | answers |
/// | recovery_search_seconds | histogram: from request to answer, waiting included |
/// | recovery_zero_results_total | searches that found nothing |
/// | recovery_crisis_card_total{level} | answers with a card |
/// | recovery_index_documents | Documents in the index; 0 without one |
/// | recovery_index_built_timestamp_seconds | when it was built; 0 without one |
/// | recovery_http_connections | open connections |
/// | recovery_search_queue_length | requests that wait for a worker |
///
/// Labels come from Response::trace and the status: nothing that somebody typed. To be
/// used by one thread.
class Metrics {
  public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void count(const Response& response, std::chrono::microseconds time);
    void set_index(const IndexState& state);
    void set_load(std::size_t connections, std::size_t queued);

    [[nodiscard]] std::string text() const;

  private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace recovery
