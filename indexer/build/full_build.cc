// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/full_build.h"

#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "indexer/build/bio_ledger.h"
#include "indexer/build/file_stamp.h"
#include "indexer/build/page_reading.h"
#include "indexer/build/record_file.h"
#include "indexer/build/stop.h"
#include "indexer/document/record_reader.h"

namespace recovery {

namespace {

// A file of records that is none would fill the report.
constexpr std::size_t max_record_problems = 100;

/// One build: the report and the records as they grow. The files must outlive it.
class Build {
  public:
    Build(const std::string& base_url,
          IndexWriter& writer,
          Report& report,
          IndexRecords& records,
          const std::atomic<bool>& stop)
        : base_url_(base_url),
          writer_(writer),
          report_(report),
          records_(records),
          stop_(stop) {}

    void file(const CorpusFile& file) {
        if (is_record_file(file.path)) {
            record_file(file);
        } else {
            page(file);
        }
    }

    void finish() { records_.bios = bios_.places(); }

  private:
    /// Where a Document comes from; line 0 for a page.
    struct Origin {
        std::string_view path;
        int line = 0;
    };

    void page(const CorpusFile& file) {
        PageReading reading = read_page_file(file, base_url_);
        bios_.add_file(file.path, reading.documents);
        const std::size_t before = report_.problems.size();
        std::move(reading.problems.begin(),
                  reading.problems.end(),
                  std::back_inserter(report_.problems));
        for (const Document& document : reading.documents) {
            if (std::optional<Problem> problem = page_document(file, document)) {
                report_.problems.push_back(std::move(*problem));
            }
        }
        if (!reading.record) {
            return;
        }
        reading.record->has_problems = report_.problems.size() > before;
        if (!reading.record->skipped.empty()) {
            report_.skipped.push_back({file.path, reading.record->skipped});
        }
        records_.files.emplace(file.path, *std::move(reading.record));
    }

    // Files come by path: the first that has a person's bio is the one that keeps it.
    [[nodiscard]] std::optional<Problem> page_document(const CorpusFile& file,
                                                       const Document& document) {
        const std::string name = bio_name(document);
        if (!name.empty() && !shown_bios_.insert(name).second) {
            return bios_.conflict(file.path, document);
        }
        return add(document, {file.path});
    }

    void record_file(const CorpusFile& file) {
        std::size_t added = 0;
        std::size_t problems = 0;
        const auto report = [&](Problem problem) {
            if (++problems <= max_record_problems) {
                report_.problems.push_back(std::move(problem));
            }
        };
        const auto sink = [&](std::variant<Document, Problem> outcome, int line) {
            if (const auto* document = std::get_if<Document>(&outcome)) {
                ++added;
                if (std::optional<Problem> taken = add(*document, {file.path, line})) {
                    report(std::move(*taken));
                }
            } else {
                report(std::get<Problem>(std::move(outcome)));
            }
        };
        const std::optional<FileStamp> stamp = stamp_of(file.file);
        const std::int64_t now_ns = stamp_now_ns();
        std::optional<std::string> hash = read_record_file(file, base_url_, sink, stop_);
        if (problems > max_record_problems) {
            report_.problems.push_back(
                {file.path,
                 0,
                 0,
                 fmt::format("{} more problems in this file are not listed",
                             problems - max_record_problems)});
        }
        if (added > 0 && hash) {
            FileRecord record{*std::move(hash)};
            record.stamp = stamp && is_settled(*stamp, now_ns) ? stamp : std::nullopt;
            record.has_problems = problems > 0;
            records_.files.emplace(file.path, std::move(record));
        }
    }

    /// Adds a Document, unless its id is taken.
    [[nodiscard]] std::optional<Problem> add(const Document& document, Origin origin) {
        const auto [owner, fresh] = owners_.try_emplace(document.id, origin);
        if (fresh) {
            writer_.add(document);
            return std::nullopt;
        }
        records_.settings.has_taken_ids = true;
        const Origin& first = owner->second;
        return Problem{
            document.path,
            origin.line,
            0,
            fmt::format("the id {} is taken by {}{}; this document is left out",
                        document.id,
                        first.path,
                        first.line > 0 ? fmt::format(":{}", first.line) : "")};
    }

    const std::string& base_url_;
    IndexWriter& writer_;
    Report& report_;
    IndexRecords& records_;
    const std::atomic<bool>& stop_;
    BioLedger bios_;
    std::set<std::string> shown_bios_;
    std::unordered_map<std::string, Origin> owners_;  // by document id
};

}  // namespace

void build_all(const Walk& walk,
               const std::string& base_url,
               IndexWriter& writer,
               Report& report,
               IndexRecords& records,
               const Progress& progress,
               const std::atomic<bool>& stop) {
    Build build(base_url, writer, report, records, stop);
    std::size_t done = 0;
    for (const CorpusFile& file : walk.files) {
        throw_if_stopped(stop);
        build.file(file);
        progress(++done, walk.files.size());
    }
    build.finish();
    report.documents = writer.documents();
    report.sections = writer.sections();
}

}  // namespace recovery
