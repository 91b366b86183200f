// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>

#include "indexer/base/error.h"

namespace recovery {

/// Throws Error{interrupted} when `stop` is set.
inline void throw_if_stopped(const std::atomic<bool>& stop) {
    if (stop.load(std::memory_order_relaxed)) {
        throw Error{ErrorCode::interrupted,
                    "stopped before the end",
                    "the index that was there before is untouched"};
    }
}

}  // namespace recovery
