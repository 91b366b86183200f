// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

#include "query/http/search_service.h"

namespace recovery {

/// Makes the service of one worker. Called from the worker's own thread, from several at
/// once.
using SearchServiceFactory = std::function<std::unique_ptr<SearchService>()>;

/// Something for a worker to do with its service. What it throws is dropped.
using SearchJob = std::function<void(SearchService&)>;

/// A fixed number of threads, each with a SearchService of its own, and a bounded queue
/// of jobs before them, first in, first out. Knows no sockets.
///
/// All functions may be called from any thread.
class WorkerPool {
  public:
    /// Starts the threads, at least one. Each makes its service, so that no visitor waits
    /// for that, and then takes jobs. When the factory throws, the thread tries again at
    /// its next job; a job that finds no service is handed one that has no index.
    WorkerPool(std::size_t workers,
               std::size_t queue_length,
               const SearchServiceFactory& factory);

    /// As `stop` without an end to its patience.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Queues a job. False, and the job is dropped, when the queue is full or the pool
    /// stopped. Never waits.
    [[nodiscard]] bool submit(SearchJob job);

    /// How many jobs wait, those being done not counted.
    [[nodiscard]] std::size_t queued() const;

    /// Takes no more jobs, drops those that wait and gives those being done so much time.
    /// False when a worker is still busy after that; its thread then goes on by itself,
    /// and the process should end soon.
    bool stop(std::chrono::milliseconds patience);

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace recovery
