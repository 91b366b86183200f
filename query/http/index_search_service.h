// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.h"
#include "query/http/search_service.h"
#include "query/search/searcher.h"

namespace recovery {

/// Answers from an index directory and follows what the indexer publishes there.
///
/// The index is opened at the first question; the Searcher follows new generations by
/// itself. At most every `check_every` the service looks whether what is published can be
/// opened: if not, or when the index is gone, the old one goes on answering and
/// `state().reason` says so. Without any index each call throws what opening threw, and
/// opening is tried again after `check_every`.
///
/// A generation that was removed under a search is no failure: the index is opened again
/// and asked once more.
class IndexSearchService final : public SearchService {
  public:
    static constexpr std::chrono::milliseconds default_check_every{250};

    explicit IndexSearchService(
        std::filesystem::path index_dir,
        std::chrono::milliseconds check_every = default_check_every);

    Results search(const Question& question, const SearchOptions& options) override;
    std::optional<WholeDocument> document(const std::string& id) override;
    std::vector<WholeDocument> page(const std::string& page_id) override;

    /// Also by the rules that the index adds, when there is one.
    std::optional<Crisis> recognise_crisis(std::string_view text) override;

    /// `available` with a `reason` when an older index answers than was published.
    IndexState state() override;

  private:
    /// What changes whenever something is published: of the `live` file and of the
    /// database's own version file. All 0 when they are missing.
    struct Stamp {
        std::uint64_t generation = 0;
        std::uint64_t live_inode = 0;
        std::int64_t live_time_ns = 0;
        std::uint64_t version_inode = 0;
        std::int64_t version_time_ns = 0;

        bool operator==(const Stamp&) const = default;
    };

    Stamp read_stamp() const;
    void refresh();
    void open(const Stamp& stamp);
    Searcher& searcher();

    template <typename Work>
    auto answered(Work work);

    std::filesystem::path index_dir_;
    std::chrono::milliseconds check_every_;
    std::optional<std::chrono::steady_clock::time_point> checked_at_;
    Stamp stamp_;
    std::unique_ptr<Searcher> searcher_;
    std::optional<Error> problem_;  ///< of the last look, when it was not well
};

}  // namespace recovery
