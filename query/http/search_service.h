// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/question/crisis.h"
#include "query/question/question.h"
#include "query/search/results.h"
#include "query/search/searcher.h"

namespace recovery {

/// What is known of the index behind a service.
struct IndexState {
    bool available = false;
    std::string reason;  ///< why not, for people; "" when available
    std::string hint;    ///< what mends it
    std::uint64_t documents = 0;
    std::uint64_t sections = 0;
    std::string built_at;  ///< ISO 8601, UTC
    std::string schema;
};

/// Answers of one worker. An implementation need not be thread-safe: each worker has its
/// own.
///
/// `search` and `document` throw Error{index_missing}, Error{index_corrupt} or
/// Error{schema_mismatch} when there is no index to ask, Error{usage} for bad options.
/// `recognise_crisis` and `state` always answer.
class SearchService {
  public:
    SearchService() = default;
    SearchService(const SearchService&) = delete;
    SearchService& operator=(const SearchService&) = delete;
    virtual ~SearchService() = default;

    virtual Results search(const Question& question, const SearchOptions& options) = 0;
    virtual std::optional<WholeDocument> document(const std::string& id) = 0;
    virtual std::optional<Crisis> recognise_crisis(std::string_view text) = 0;
    virtual IndexState state() = 0;
};

}  // namespace recovery
