// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/update.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "indexer/build/bio_ledger.h"

namespace recovery {

namespace {

class Update {
  public:
    Update(Scan& scan,
           const Scope& scope,
           const PreviousIndex& previous,
           const std::string& base_url,
           IndexEditor& editor,
           Report& report)
        : scan_(scan),
          scope_(scope),
          records_(previous.records.files),
          bios_before_(previous.records.bios),
          bios_(previous.records.bios),
          base_url_(base_url),
          editor_(editor),
          report_(report) {
        outcome_.total_before = previous.documents.total();
    }

    UpdateOutcome run() {
        note_changes();
        if (outcome_.is_possible && (!replaced_.empty() || !only_records_.empty())) {
            outcome_.has_changed = true;
            hand_bios_on();
            remove_documents();
            add_documents();
            write_records();
        }
        tell_conflicts();
        return outcome_;
    }

  private:
    // `replaced_` are the files whose Documents are made anew or go.
    void note_changes() {
        for (const std::string& path : scan_.removed) {
            replaced_.insert(path);
            bios_.remove_file(path);
        }
        for (auto& [path, reading] : scan_.readings) {
            std::move(reading.problems.begin(),
                      reading.problems.end(),
                      std::back_inserter(report_.problems));
            const bool is_known = records_.contains(path);
            if (scan_.is_same(path, records_)) {
                note_new_record(path, reading);
            } else if (reading.record || is_known) {
                replaced_.insert(path);
                bios_.remove_file(path);
                bios_.add_file(path, reading.documents);
            }
        }
    }

    // The content is the same, but its stamp may be good now, or its problems gone.
    void note_new_record(const std::string& path, const PageReading& reading) {
        FileRecord record = *reading.record;
        record.has_problems |= has_conflict(path, reading);
        if (record != records_.at(path)) {
            only_records_.emplace(path, std::move(record));
        }
    }

    [[nodiscard]] bool has_conflict(const std::string& path,
                                    const PageReading& reading) const {
        return std::any_of(reading.documents.begin(),
                           reading.documents.end(),
                           [&](const Document& document) {
                               return bios_.conflict(path, document).has_value();
                           });
    }

    [[nodiscard]] std::string owner_before(const std::string& name) const {
        const auto it = bios_before_.find(name);
        return it == bios_before_.end() ? "" : it->second.front().path;
    }

    // A person whose bio came from another file before, or comes from a file that was not
    // read.
    void hand_bios_on() {
        for (const std::string& name : bios_.touched()) {
            const std::string before = owner_before(name);
            const std::string now = bios_.owner(name);
            if (before == now) {
                continue;
            }
            if (!before.empty() && !replaced_.contains(before)) {
                dropped_bios_.emplace_back(before, name);
            }
            if (!now.empty() && !replaced_.contains(now)) {
                read_taken_over(now, name);
            }
        }
    }

    void read_taken_over(const std::string& path, const std::string& name) {
        for (const std::string& root : scope_.roots) {
            const std::filesystem::path file = std::filesystem::path(root) / path;
            std::error_code error;
            if (!std::filesystem::is_regular_file(file, error)) {
                continue;
            }
            const std::string root_name = std::filesystem::path(root).filename().string();
            for (Document& document :
                 read_page_file({file, path, root_name}, base_url_).documents) {
                if (bio_name(document) == name) {
                    taken_over_.push_back(std::move(document));
                    return;
                }
            }
        }
        // The file changed or went in this very moment.
        outcome_.is_possible = false;
    }

    // What went from one path to another is not lost.
    [[nodiscard]] std::set<std::string> moved_from() const {
        std::set<std::string> paths;
        for (const auto& move : compare_files(scan_.before, scan_.after).moved) {
            paths.insert(move.from);
        }
        return paths;
    }

    void remove_documents() {
        std::vector<IndexedDocument> gone;
        const std::set<std::string> moved = moved_from();
        for (const std::string& path : replaced_) {
            std::vector<IndexedDocument> documents = editor_.documents_of(path);
            if (!moved.contains(path)) {
                lost_[path] = documents.size();
            }
            std::move(documents.begin(), documents.end(), std::back_inserter(gone));
        }
        for (const auto& [path, name] : dropped_bios_) {
            for (IndexedDocument& document : editor_.documents_of(path)) {
                Document bio;
                bio.kind = document.kind;
                bio.title = document.title;
                if (bio_name(bio) == name) {
                    gone.push_back(std::move(document));
                }
            }
        }
        for (const IndexedDocument& document : gone) {
            editor_.remove(document);
        }
    }

    void add_documents() {
        for (auto& [path, reading] : scan_.readings) {
            if (!replaced_.contains(path)) {
                continue;
            }
            std::set<std::string> own_bios;
            for (const Document& document : reading.documents) {
                const std::string name = bio_name(document);
                const bool is_shown = name.empty() || (bios_.owner(name) == path &&
                                                       own_bios.insert(name).second);
                if (is_shown) {
                    add(document);
                    // A document under another id in the same file is no loss.
                    const auto lost = lost_.find(path);
                    if (lost != lost_.end() && lost->second > 0) {
                        --lost->second;
                    }
                }
            }
        }
        std::size_t lost = 0;
        for (const auto& [path, count] : lost_) {
            lost += count;
        }
        for (const Document& document : taken_over_) {
            add(document);
            lost -= std::min<std::size_t>(lost, 1);
        }
        outcome_.lost_documents = lost;
    }

    void add(const Document& document) {
        if (editor_.has_document(document.id)) {
            outcome_.is_possible = false;
            return;
        }
        editor_.add(document);
    }

    void write_records() {
        for (const std::string& path : scan_.removed) {
            editor_.set_record(path, std::nullopt);
        }
        for (const auto& [path, reading] : scan_.readings) {
            if (replaced_.contains(path)) {
                std::optional<FileRecord> record = reading.record;
                if (record) {
                    record->has_problems |= has_conflict(path, reading);
                }
                editor_.set_record(path, record);
            }
        }
        for (const auto& [path, record] : only_records_) {
            editor_.set_record(path, record);
        }
        for (const std::string& name : bios_.touched()) {
            editor_.set_bio(name, bios_.places_of(name));
        }
    }

    // Of the files that were read, and of those whose bio no longer is the one shown.
    void tell_conflicts() {
        for (const auto& [path, reading] : scan_.readings) {
            for (const Document& document : reading.documents) {
                if (auto problem = bios_.conflict(path, document)) {
                    report_.problems.push_back(*std::move(problem));
                }
            }
        }
        for (const std::string& name : bios_.touched()) {
            const std::vector<BioPlace> places = bios_.places_of(name);
            for (const BioPlace& place : places) {
                if (place.hash != places.front().hash &&
                    !scan_.readings.contains(place.path)) {
                    tell_conflict_of_unread(place.path, name);
                }
            }
        }
    }

    void tell_conflict_of_unread(const std::string& path, const std::string& name) {
        Document bio;
        bio.kind = Kind::bio;
        bio.title = name;
        if (auto problem = bios_.conflict(path, bio)) {
            report_.problems.push_back(*std::move(problem));
        }
        const auto known = records_.find(path);
        if (known != records_.end() && !known->second.has_problems) {
            FileRecord record = known->second;
            record.has_problems = true;
            editor_.set_record(path, record);
        }
    }

    Scan& scan_;
    const Scope& scope_;
    const FileRecords& records_;
    const BioPlaces& bios_before_;
    BioLedger bios_;
    const std::string& base_url_;
    IndexEditor& editor_;
    Report& report_;
    UpdateOutcome outcome_;
    std::set<std::string> replaced_;
    FileRecords only_records_;
    std::vector<std::pair<std::string, std::string>> dropped_bios_;  // path, name
    std::vector<Document> taken_over_;
    std::map<std::string, std::size_t> lost_;  // by path: Documents that went
};

}  // namespace

UpdateOutcome update_index(Scan& scan,
                           const Scope& scope,
                           const PreviousIndex& previous,
                           const std::string& base_url,
                           IndexEditor& editor,
                           Report& report) {
    return Update(scan, scope, previous, base_url, editor, report).run();
}

}  // namespace recovery
