// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
/// `search`, `document` and `page` throw Error{index_missing}, Error{index_corrupt} or
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

    /// All Documents of the page of that id, in the order of the page: an article, or the
    /// FAQs or bios that share a file (`Searcher::page`). Empty when there is none. Where
    /// not overridden, it knows pages of one Document only.
    virtual std::vector<WholeDocument> page(const std::string& page_id) {
        std::vector<WholeDocument> documents;
        if (auto whole = document(page_id)) {
            documents.push_back(std::move(*whole));
        }
        return documents;
    }

    virtual std::optional<Crisis> recognise_crisis(std::string_view text) = 0;
    virtual IndexState state() = 0;
};

}  // namespace recovery
