// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/index_search_service.h"

#include <sys/stat.h>

#include <utility>

#include <fmt/format.h>

#include "indexer/schema/generations.h"

namespace recovery {

namespace {

struct FileStamp {
    std::uint64_t inode = 0;
    std::int64_t time_ns = 0;
};

FileStamp file_stamp(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {};
    }
    constexpr std::int64_t ns_per_second = 1'000'000'000;
    return {static_cast<std::uint64_t>(status.st_ino),
            status.st_mtim.tv_sec * ns_per_second + status.st_mtim.tv_nsec};
}

}  // namespace

IndexSearchService::IndexSearchService(std::filesystem::path index_dir,
                                       std::chrono::milliseconds check_every)
    : index_dir_(std::move(index_dir)), check_every_(check_every) {}

IndexSearchService::Stamp IndexSearchService::read_stamp() const {
    const auto generation = live_generation(index_dir_);
    if (!generation) {
        return {};
    }
    const FileStamp live = file_stamp(live_file(index_dir_));
    // Xapian replaces this file with each commit.
    const FileStamp version =
        file_stamp(generation_dir(index_dir_, *generation) / "iamglass");
    return {*generation, live.inode, live.time_ns, version.inode, version.time_ns};
}

void IndexSearchService::refresh() {
    const auto now = std::chrono::steady_clock::now();
    if (checked_at_ && now - *checked_at_ < check_every_) {
        return;
    }
    checked_at_ = now;
    try {
        const Stamp stamp = read_stamp();
        if (!searcher_ || problem_ || stamp != stamp_) {
            open(stamp);
        }
    } catch (const Error& error) {
        problem_ = error;
    }
}

// The stamp is older than what is opened, never newer: a publish in between is seen at
// the next look.
void IndexSearchService::open(const Stamp& stamp) {
    searcher_ = std::make_unique<Searcher>(index_dir_);
    stamp_ = stamp;
    problem_.reset();
}

Searcher& IndexSearchService::searcher() {
    refresh();
    if (!searcher_) {
        throw problem_.value_or(Error{ErrorCode::index_missing, "there is no index"});
    }
    return *searcher_;
}

template <typename Work>
auto IndexSearchService::answered(Work work) {
    try {
        return work(searcher());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::index_corrupt || !searcher_) {
            throw;
        }
    }
    open(read_stamp());
    return work(*searcher_);
}

Results IndexSearchService::search(const Question& question,
                                   const SearchOptions& options) {
    return answered(
        [&](Searcher& searcher) { return searcher.search(question, options); });
}

std::optional<WholeDocument> IndexSearchService::document(const std::string& id) {
    return answered([&](Searcher& searcher) { return searcher.document(id); });
}

std::vector<WholeDocument> IndexSearchService::page(const std::string& page_id) {
    return answered([&](Searcher& searcher) { return searcher.page(page_id); });
}

std::optional<Crisis> IndexSearchService::recognise_crisis(std::string_view text) {
    refresh();
    return searcher_ ? searcher_->recognise_crisis(text)
                     : recovery::recognise_crisis(text);
}

IndexState IndexSearchService::state() {
    refresh();
    IndexState state;
    if (searcher_) {
        const IndexMetadata& metadata = searcher_->metadata();
        state.available = true;
        state.documents = metadata.documents.total();
        state.sections = searcher_->section_count();
        state.built_at = metadata.built_at;
        state.schema = metadata.schema;
    }
    if (problem_) {
        state.hint = problem_->hint();
        state.reason = searcher_ ? fmt::format("the index of {} still answers: {}",
                                               state.built_at,
                                               problem_->what())
                                 : problem_->what();
    }
    return state;
}

}  // namespace recovery
