// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/request_log.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace recovery {

namespace {

constexpr std::size_t queued_lines = 8192;
constexpr unsigned first_server_error = 500;

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::error:
            return spdlog::level::err;
        case LogLevel::off:
            break;
    }
    return spdlog::level::off;
}

}  // namespace

struct RequestLog::Sink {
    std::shared_ptr<spdlog::details::thread_pool> writer;
    std::shared_ptr<spdlog::async_logger> logger;
};

RequestLog::RequestLog(LogLevel level) : sink_(std::make_unique<Sink>()) {
    sink_->writer = std::make_shared<spdlog::details::thread_pool>(queued_lines, 1);
    sink_->logger = std::make_shared<spdlog::async_logger>(
        "requests",
        std::make_shared<spdlog::sinks::stderr_sink_mt>(),
        sink_->writer,
        spdlog::async_overflow_policy::overrun_oldest);
    sink_->logger->set_level(spdlog_level(level));
    sink_->logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        "time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc));
}

RequestLog::~RequestLog() = default;

void RequestLog::answer(const Response& response, std::chrono::microseconds time) {
    const auto level =
        response.status >= first_server_error ? spdlog::level::err : spdlog::level::info;
    if (!sink_->logger->should_log(level)) {
        return;
    }
    const RequestTrace& trace = response.trace;
    sink_->logger->log(level,
                       "event=answer route={} status={} ms={}{}{}",
                       trace.route,
                       response.status,
                       milliseconds_range(time),
                       trace.hits ? " hits=" : "",
                       trace.hits ? hits_range(*trace.hits) : "");
}

void RequestLog::event(std::string_view event, const std::string& detail) {
    sink_->logger->log(spdlog::level::info,
                       "event={}{}{}",
                       event,
                       detail.empty() ? "" : " detail=",
                       detail);
}

std::string_view milliseconds_range(std::chrono::microseconds time) {
    constexpr std::array<std::pair<int, std::string_view>, 5> ranges{
        {{1, "0-1"}, {5, "1-5"}, {20, "5-20"}, {100, "20-100"}, {1000, "100-1000"}}};
    for (const auto& [below_ms, name] : ranges) {
        if (time < std::chrono::milliseconds(below_ms)) {
            return name;
        }
    }
    return "1000+";
}

std::string_view hits_range(std::size_t hits) {
    if (hits == 0) {
        return "0";
    }
    constexpr std::size_t few = 10;
    constexpr std::size_t many = 100;
    return hits <= few ? "1-10" : hits <= many ? "11-100" : "101+";
}

}  // namespace recovery
