// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace recovery {

/// Shows on standard error how far a run is: a bar that redraws itself on a terminal, a
/// plain line every few seconds elsewhere, so that a log stays short. A run that is over
/// before the first line is due prints nothing.
class ProgressBar {
  public:
    ProgressBar();
    /// Leaves the line of the bar empty.
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ProgressBar(ProgressBar&&) = delete;
    ProgressBar& operator=(ProgressBar&&) = delete;

    void update(std::size_t done, std::size_t total);

  private:
    using Clock = std::chrono::steady_clock;

    bool terminal_;
    bool drawn_ = false;
    Clock::time_point due_;
};

}  // namespace recovery
