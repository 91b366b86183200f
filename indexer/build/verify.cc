// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/verify.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/base/error.h"
#include "indexer/base/normalise.h"
#include "indexer/build/index_lock.h"
#include "indexer/build/publish_live.h"
#include "indexer/lexicon/crisis_codec.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/file_record.h"
#include "indexer/schema/generations.h"
#include "indexer/schema/stored_section.h"
#include "indexer/schema/terms.h"

namespace recovery {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t max_faults = 100;
constexpr const char* rebuild_hint = "build the index again: recovery-index --rebuild";

// Whatever Xapian throws means that the index cannot be read.
template <typename Work>
auto reading(const fs::path& index_dir, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw Error{ErrorCode::index_corrupt,
                    fmt::format("the index at {} cannot be read: {}",
                                index_dir.string(),
                                error.get_msg()),
                    rebuild_hint};
    }
}

std::uint64_t live_or_throw(const fs::path& index_dir) {
    const std::optional<std::uint64_t> live = live_generation(index_dir);
    if (!live) {
        throw Error{ErrorCode::index_missing,
                    fmt::format("there is no index at {}", index_dir.string()),
                    fmt::format("build one: recovery-index --index {} PATH...",
                                index_dir.string())};
    }
    return *live;
}

/// What is seen of one Document while all sections are looked at.
struct SeenDocument {
    Kind kind = Kind::article;
    std::string title;
    std::string file_term;
    std::uint32_t parts = 0;
    std::set<std::uint32_t> seen_parts;
};

class Verifier {
  public:
    explicit Verifier(const fs::path& index_dir)
        : dir_(generation_dir(index_dir, live_or_throw(index_dir))),
          database_(dir_.string()) {
        result_.generation = live_or_throw(index_dir);
    }

    Verification run() {
        const IndexMetadata metadata = read_index_metadata(database_);
        result_.built_at = metadata.built_at;
        result_.documents = metadata.documents;
        result_.sections = database_.get_doccount();
        check_tables();
        read_sections();
        check_documents(metadata.documents);
        check_files();
        check_bios();
        check_crisis_rules();
        if (more_faults_ > 0) {
            result_.faults.push_back(fmt::format("{} more faults", more_faults_));
        }
        return std::move(result_);
    }

  private:
    void fault(std::string what) {
        if (result_.faults.size() < max_faults) {
            result_.faults.push_back(std::move(what));
        } else {
            ++more_faults_;
        }
    }

    void check_tables() {
        std::ostringstream log;
        const std::size_t errors = Xapian::Database::check(dir_.string(), 0, &log);
        if (errors > 0) {
            fault(fmt::format(
                "Xapian's check found {} errors in {}", errors, dir_.string()));
        }
    }

    void read_sections() {
        for (auto it = database_.postlist_begin(""); it != database_.postlist_end("");
             ++it) {
            const Xapian::Document section = database_.get_document(*it);
            const StoredSection stored = decode_section(section.get_data());
            SeenDocument& document = documents_[stored.document_id];
            document.kind = stored.kind;
            document.title = stored.title;
            document.parts = stored.parts;
            if (!document.seen_parts.insert(stored.part).second) {
                fault(fmt::format(
                    "section {} of {} is there twice", stored.part, stored.document_id));
            }
            auto term = section.termlist_begin();
            term.skip_to(std::string(prefix::file));
            document.file_term = term == section.termlist_end() ? "" : *term;
            if (section.get_value(slot::document_id) != stored.document_id) {
                fault(fmt::format("{} collapses as {}",
                                  stored.document_id,
                                  section.get_value(slot::document_id)));
            }
        }
    }

    void check_documents(const DocumentCounts& told) {
        std::map<Kind, std::size_t> counts;
        for (const auto& [id, document] : documents_) {
            ++counts[document.kind];
            if (document.seen_parts.size() != document.parts ||
                *document.seen_parts.rbegin() + 1 != document.parts) {
                fault(fmt::format("{} has {} of its {} sections",
                                  id,
                                  document.seen_parts.size(),
                                  document.parts));
            }
        }
        const auto compare = [&](const char* what, Kind kind, std::size_t number) {
            if (counts[kind] != number) {
                fault(fmt::format("the index says it has {} {}, it has {}",
                                  number,
                                  what,
                                  counts[kind]));
            }
        };
        compare("articles", Kind::article, told.articles);
        compare("FAQs", Kind::faq, told.faqs);
        compare("bios", Kind::bio, told.bios);
    }

    void check_files() {
        const FileRecords records = read_file_records(database_);
        result_.files = records.size();
        std::set<std::string> known;
        for (const auto& [path, record] : records) {
            if (record.skipped.empty()) {
                known.insert(boolean_term(prefix::file, path));
            }
        }
        std::set<std::string> used;
        for (const auto& [id, document] : documents_) {
            used.insert(document.file_term);
            if (!known.contains(document.file_term)) {
                fault(fmt::format("{} comes from a file that is not remembered", id));
            }
        }
        for (const auto& [name, places] : read_bio_places(database_)) {
            for (const BioPlace& place : places) {
                used.insert(boolean_term(prefix::file, place.path));
            }
        }
        for (const std::string& term : known) {
            if (!used.contains(term)) {
                fault(fmt::format("nothing of {} is in the index",
                                  term.substr(prefix::file.size())));
            }
        }
    }

    void check_bios() {
        std::map<std::string, std::string> shown;  // name -> file term
        for (const auto& [id, document] : documents_) {
            if (document.kind == Kind::bio) {
                shown.emplace(normalise_value(document.title), document.file_term);
            }
        }
        for (const auto& [name, places] : read_bio_places(database_)) {
            const auto it = shown.find(name);
            if (it == shown.end()) {
                fault(fmt::format("the bio of {} is remembered and not there", name));
            }
        }
    }

    void check_crisis_rules() {
        const std::string rules = read_crisis_rules(database_);
        try {
            if (!rules.empty()) {
                (void)decode_crisis_rules(rules);
            }
        } catch (const Error& error) {
            fault(error.what());
        }
    }

    fs::path dir_;
    Xapian::Database database_;
    std::map<std::string, SeenDocument> documents_;
    Verification result_;
    std::size_t more_faults_ = 0;
};

}  // namespace

Verification verify_index(const fs::path& index_dir) {
    return reading(index_dir, [&] { return Verifier(index_dir).run(); });
}

std::uint64_t roll_back(const fs::path& index_dir, double wait_seconds) {
    const std::uint64_t live = live_or_throw(index_dir);
    const IndexLock lock(index_dir, wait_seconds);
    const std::vector<std::uint64_t> generations = list_generations(index_dir);
    const auto after = std::lower_bound(generations.begin(), generations.end(), live);
    if (after == generations.begin()) {
        throw Error{ErrorCode::index_missing,
                    "there is no generation before the one that answers",
                    "nothing has changed"};
    }
    const std::uint64_t before = *std::prev(after);
    reading(index_dir, [&] {
        const Xapian::Database database(generation_dir(index_dir, before).string());
        (void)read_index_metadata(database);
    });
    point_live_at(index_dir, before);
    return before;
}

}  // namespace recovery
