// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <filesystem>

namespace recovery {

/// Holds the writer's lock of an index directory (`lock`), which it creates when missing.
/// The lock dies with the process. Waits up to `wait_seconds` for another holder, then
/// throws Error{locked} naming the process that holds it; Error{io} when the directory
/// cannot be made or written. `stop`, when given and set, ends the wait with
/// Error{interrupted}.
class IndexLock {
  public:
    explicit IndexLock(const std::filesystem::path& index_dir,
                       double wait_seconds = 0,
                       const std::atomic<bool>* stop = nullptr);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;
    IndexLock(IndexLock&&) = delete;
    IndexLock& operator=(IndexLock&&) = delete;

  private:
    int descriptor_ = -1;
};

}  // namespace recovery
