// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/monitoring.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include "indexer/base/date.h"
#include "indexer/base/version.h"
#include "query/http/json_response.h"

namespace recovery {

namespace {

using Json = nlohmann::ordered_json;
using std::chrono::system_clock;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    const char* const begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + count, value);
    return error == std::errc() && end == begin + count ? std::optional(value)
                                                        : std::nullopt;
}

// "2026-11-24T09:30:00Z"
std::optional<system_clock::time_point> moment(std::string_view text) {
    constexpr std::string_view form = "YYYY-MM-DDThh:mm:ssZ";
    if (text.size() != form.size() || !parse_date(text)) {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second) {
        return std::nullopt;
    }
    return std::chrono::sys_days{std::chrono::year{*year} / *month / *day} +
           std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second};
}

}  // namespace

Response healthz_answer() {
    Response response;
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    response.body = "ok\n";
    return response;
}

Response health_answer() {
    return json_response({{"status", "available"}});
}

Response version_answer() {
    return json_response({{"commitSha", "unknown"},
                          {"commitDate", "unknown"},
                          {"pkgVersion", version_text},
                          {"name", "recovery-search"}});
}

Response readyz_answer(const IndexState& state, system_clock::time_point now) {
    Json body{{"status", state.available ? "ready" : "unavailable"},
              {"documents", state.documents},
              {"sections", state.sections},
              {"built_at", state.built_at},
              {"age_seconds", nullptr},
              {"schema", state.schema},
              {"reason", state.reason},
              {"hint", state.hint}};
    if (const auto built_at = moment(state.built_at)) {
        const auto age =
            std::chrono::duration_cast<std::chrono::seconds>(now - *built_at).count();
        body["age_seconds"] = std::max<long long>(0, age);
    }
    Response response = json_response(body);
    response.status = state.available ? 200 : 503;
    return response;
}

Response stats_answer(const IndexState& state, const SiteOptions& site) {
    Json body{{"databaseSize", 0},
              {"lastUpdate", nullptr},
              {"indexes",
               {{site.index_uid,
                 {{"numberOfDocuments", state.documents},
                  {"isIndexing", false},
                  {"fieldDistribution", Json::object()}}}}}};
    if (!state.built_at.empty()) {
        body["lastUpdate"] = state.built_at;
    }
    return json_response(body);
}

}  // namespace recovery
