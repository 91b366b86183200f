// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/scan.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "indexer/base/error.h"
#include "indexer/build/file_reader.h"
#include "indexer/build/stop.h"
#include "indexer/document/record_reader.h"

namespace recovery {

namespace {

std::string hash_of_file(const std::filesystem::path& file,
                         const std::atomic<bool>& stop) {
    ContentHasher hasher;
    FileReader reader(file);
    for (std::string_view piece = reader.next(); !piece.empty(); piece = reader.next()) {
        throw_if_stopped(stop);
        hasher.add(piece);
    }
    return hasher.hash();
}

class Scanner {
  public:
    Scanner(const Scope& scope,
            const FileRecords& records,
            const std::string& base_url,
            const std::atomic<bool>& stop)
        : scope_(scope), records_(records), base_url_(base_url), stop_(stop) {}

    Scan run() {
        scan_.walk = walk_corpus(scope_.walks);
        for (const CorpusFile& file : scan_.walk.files) {
            throw_if_stopped(stop_);
            look_at(file);
        }
        find_removed();
        return std::move(scan_);
    }

  private:
    void look_at(const CorpusFile& file) {
        seen_.insert(file.path);
        const auto known = records_.find(file.path);
        const FileRecord* const record =
            known == records_.end() ? nullptr : &known->second;
        if (record != nullptr && !record->has_problems && record->stamp &&
            record->stamp == file.stamp) {
            keep(file.path, *record);
        } else if (is_record_file(file.path)) {
            look_at_records(file, record);
        } else {
            read_page(file, record);
        }
    }

    void keep(const std::string& path, const FileRecord& record) {
        if (record.skipped.empty()) {
            scan_.after.emplace(path, record.hash);
        } else {
            scan_.walk.skipped.push_back({path, record.skipped});
        }
    }

    void look_at_records(const CorpusFile& file, const FileRecord* record) {
        std::string hash;
        try {
            hash = hash_of_file(file.file, stop_);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::interrupted) {
                throw;
            }
            unreadable(file.path, record, {{file.path, 0, 0, error.what()}});
            return;
        }
        // Problems of records are told by reading them all again.
        scan_.has_changed_records |=
            record == nullptr || record->hash != hash || record->has_problems;
        scan_.after.emplace(file.path, std::move(hash));
    }

    void read_page(const CorpusFile& file, const FileRecord* record) {
        PageReading reading = read_page_file(file, base_url_);
        if (!reading.is_read) {
            unreadable(file.path, record, std::move(reading.problems));
            return;
        }
        if (reading.record && !reading.record->skipped.empty()) {
            scan_.walk.skipped.push_back({file.path, reading.record->skipped});
        } else if (reading.record) {
            scan_.after.emplace(file.path, reading.record->hash);
        }
        scan_.readings.emplace(file.path, std::move(reading));
    }

    void unreadable(const std::string& path,
                    const FileRecord* record,
                    std::vector<Problem> problems) {
        std::move(
            problems.begin(), problems.end(), std::back_inserter(scan_.walk.problems));
        if (record != nullptr) {
            keep(path, *record);
        }
    }

    // A problem at a path, or at a folder above it, means that nobody knows.
    [[nodiscard]] bool is_uncertain(const std::string& path) const {
        return std::any_of(scan_.walk.problems.begin(),
                           scan_.walk.problems.end(),
                           [&](const Problem& problem) {
                               const std::string& at = problem.path;
                               return path == at || at == "." ||
                                      (path.starts_with(at) && path[at.size()] == '/');
                           });
    }

    void find_removed() {
        for (const auto& [path, record] : records_) {
            if (!scope_.covers(path)) {
                continue;
            }
            if (record.skipped.empty()) {
                scan_.before.emplace(path, record.hash);
            }
            if (seen_.contains(path)) {
                continue;
            }
            if (is_uncertain(path)) {
                keep(path, record);
            } else {
                scan_.removed.push_back(path);
                scan_.has_changed_records |= is_record_file(path);
            }
        }
    }

    const Scope& scope_;
    const FileRecords& records_;
    const std::string& base_url_;
    const std::atomic<bool>& stop_;
    Scan scan_;
    std::unordered_set<std::string_view> seen_;
};

}  // namespace

bool Scan::is_same(const std::string& path, const FileRecords& records) const {
    const auto reading = readings.find(path);
    const auto known = records.find(path);
    return reading != readings.end() && known != records.end() &&
           reading->second.record && reading->second.record->hash == known->second.hash &&
           reading->second.record->skipped == known->second.skipped;
}

Scan scan_corpus(const Scope& scope,
                 const FileRecords& records,
                 const std::string& base_url,
                 const std::atomic<bool>& stop) {
    return Scanner(scope, records, base_url, stop).run();
}

}  // namespace recovery
