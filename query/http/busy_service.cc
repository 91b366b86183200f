// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/busy_service.h"

#include "indexer/base/error.h"

namespace recovery {

namespace {

constexpr const char* reason = "too many questions at once";
constexpr const char* hint = "ask again in a moment";

[[noreturn]] void refuse() {
    throw Error{ErrorCode::index_missing, reason, hint};
}

}  // namespace

Results BusyService::search(const Question&, const SearchOptions&) {
    refuse();
}

std::optional<WholeDocument> BusyService::document(const std::string&) {
    refuse();
}

std::optional<Crisis> BusyService::recognise_crisis(std::string_view text) {
    return recovery::recognise_crisis(text);
}

IndexState BusyService::state() {
    IndexState state;
    state.reason = reason;
    state.hint = hint;
    return state;
}

}  // namespace recovery
