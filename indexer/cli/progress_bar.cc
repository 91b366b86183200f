// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/progress_bar.h"

#include <unistd.h>

#include <cstdio>
#include <string>

#include <fmt/format.h>

namespace recovery {

namespace {

constexpr std::chrono::milliseconds redraw_interval{100};
constexpr std::chrono::milliseconds line_interval{5000};
constexpr std::size_t bar_cells = 30;

}  // namespace

ProgressBar::ProgressBar()
    : terminal_(::isatty(STDERR_FILENO) == 1),
      due_(Clock::now() + (terminal_ ? redraw_interval : line_interval)) {}

ProgressBar::~ProgressBar() {
    if (drawn_ && terminal_) {
        fmt::print(stderr, "\r\x1B[K");
        std::fflush(stderr);
    }
}

void ProgressBar::update(std::size_t done, std::size_t total) {
    const Clock::time_point now = Clock::now();
    if (now < due_) {
        return;
    }
    due_ = now + (terminal_ ? redraw_interval : line_interval);
    drawn_ = true;
    if (terminal_) {
        const std::size_t full = done * bar_cells / total;
        fmt::print(stderr,
                   "\rReading [{}{}] {} of {} files\x1B[K",
                   std::string(full, '='),
                   std::string(bar_cells - full, ' '),
                   done,
                   total);
        std::fflush(stderr);
    } else {
        fmt::print(stderr, "{} of {} files read\n", done, total);
    }
}

}  // namespace recovery
