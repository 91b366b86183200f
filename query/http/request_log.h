// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "query/http/response.h"

namespace recovery {

enum class LogLevel {
    off,
    error,  ///< answers of status 500 and above, and what the operator must know
    info,   ///< every answer
};

/// What happened, as logfmt on standard error, a line an answer:
///
///     time=2026-01-01T12:00:00.123Z level=info event=answer route=search status=200
///     ms=1-5 hits=11-100
///
/// Nothing of a request is in it: no question, no address, no user agent. Time and hits
/// are ranges, because exact numbers would tell questions apart. Written by a thread of
/// its own; when standard error is stuck, old lines are dropped and nobody waits.
class RequestLog {
  public:
    explicit RequestLog(LogLevel level);
    ~RequestLog();
    RequestLog(const RequestLog&) = delete;
    RequestLog& operator=(const RequestLog&) = delete;

    void answer(const Response& response, std::chrono::microseconds time);

    /// Something of the program's own life: "listening", "draining". `event` is a word
    /// from the code, `detail` must hold nothing of a request.
    void event(std::string_view event, const std::string& detail = {});

  private:
    struct Sink;
    std::unique_ptr<Sink> sink_;
};

/// The range that stands for a number of milliseconds, and for one of hits.
[[nodiscard]] std::string_view milliseconds_range(std::chrono::microseconds time);
[[nodiscard]] std::string_view hits_range(std::size_t hits);

}  // namespace recovery
