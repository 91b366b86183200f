// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_codec.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/generations.h"
#include "indexer/schema/stored_section.h"
#include "indexer/schema/terms.h"
#include "query/search/facets.h"
#include "query/search/find_documents.h"
#include "query/search/ranking.h"

namespace recovery {

namespace {

constexpr int max_reruns = 3;

std::string build_hint(const std::filesystem::path& index_dir) {
    return fmt::format("build one: recovery-index --index {} PATH...",
                       index_dir.string());
}

struct OpenGeneration {
    std::uint64_t number;
    Xapian::Database database;
};

// Between the reading of its name and its opening a generation may be replaced and
// removed: then there is another name to read.
OpenGeneration open_live(const std::filesystem::path& index_dir) {
    std::optional<std::uint64_t> tried;
    for (;;) {
        const auto live = live_generation(index_dir);
        if (!live) {
            throw Error{ErrorCode::index_missing,
                        fmt::format("there is no index at {}", index_dir.string()),
                        build_hint(index_dir)};
        }
        try {
            return {*live, Xapian::Database(generation_dir(index_dir, *live).string())};
        } catch (const Xapian::Error& error) {
            if (tried == live) {
                throw Error{ErrorCode::index_corrupt,
                            fmt::format("the index at {} cannot be opened: {}",
                                        index_dir.string(),
                                        error.get_msg()),
                            build_hint(index_dir)};
            }
            tried = live;
        }
    }
}

Hit to_hit(StoredSection&& section) {
    Hit hit;
    hit.id = std::move(section.document_id);
    hit.kind = section.kind;
    hit.title = std::move(section.title);
    hit.section = std::move(section.heading);
    hit.url = std::move(section.url);
    hit.anchor = std::move(section.anchor);
    hit.text = std::move(section.text);
    hit.tags = std::move(section.tags);
    hit.date = std::move(section.date);
    hit.credentials = std::move(section.credentials);
    hit.role = std::move(section.role);
    hit.location = std::move(section.location);
    return hit;
}

void check_window(std::size_t offset, std::size_t limit) {
    if (limit > max_result_window || offset > max_result_window ||
        limit + offset > max_result_window) {
        throw Error{ErrorCode::usage,
                    fmt::format("offset and limit together may not exceed {}",
                                max_result_window)};
    }
}

void check_options(const SearchOptions& options) {
    check_window(options.offset, options.limit);
    for (const std::string& field : options.facets) {
        if (std::find(facet_fields.begin(), facet_fields.end(), field) ==
            facet_fields.end()) {
            throw Error{ErrorCode::usage,
                        fmt::format("unknown facet: {}", field),
                        "known are type, tag and author"};
        }
    }
}

// Parts of one long section share an anchor; the hit itself is one of the sections found.
bool is_shown(const Hit& hit, const std::string& anchor) {
    return anchor == hit.anchor || hit.more.size() == ranking::max_further_sections ||
           std::any_of(hit.more.begin(), hit.more.end(), [&](const SectionHit& more) {
               return more.anchor == anchor;
           });
}

}  // namespace

template <typename Work>
auto Searcher::guarded(Work work) {
    for (int rerun = 0;; ++rerun) {
        try {
            if (rerun > 0) {
                renew();
            }
            return work();
        } catch (const Xapian::DatabaseModifiedError& error) {
            if (rerun == max_reruns) {
                throw Error{
                    ErrorCode::index_corrupt,
                    "the index changed faster than it could be read: " + error.get_msg()};
            }
        } catch (const Xapian::Error& error) {
            // Files of a generation that was replaced and removed are missing.
            if (rerun == max_reruns || !is_superseded()) {
                throw Error{ErrorCode::index_corrupt,
                            fmt::format("the index at {} cannot be read: {}",
                                        index_dir_.string(),
                                        error.get_msg()),
                            build_hint(index_dir_)};
            }
        }
    }
}

Searcher::Searcher(const std::filesystem::path& index_dir) : index_dir_(index_dir) {
    OpenGeneration live = open_live(index_dir);
    generation_ = live.number;
    database_ = std::move(live.database);
    metadata_ = guarded([&] { return read_index_metadata(database_); });
    section_count_ = guarded([&] { return database_.get_doccount(); });
    load_crisis_rules();
    is_stale_ = false;
}

void Searcher::load_crisis_rules() {
    const std::string encoded = guarded([&] { return read_crisis_rules(database_); });
    added_crisis_.reset();
    crisis_note_.clear();
    if (encoded.empty()) {
        return;
    }
    try {
        added_crisis_.emplace(decode_crisis_rules(encoded));
    } catch (const Error& error) {
        crisis_note_ = fmt::format("{}; {}", error.what(), error.hint());
    }
}

std::optional<Crisis> Searcher::recognise_crisis(std::string_view text) const {
    return stronger(recovery::recognise_crisis(text),
                    added_crisis_ ? added_crisis_->recognise(text) : std::nullopt);
}

bool Searcher::is_superseded() const {
    try {
        const auto live = live_generation(index_dir_);
        return live && live != generation_;
    } catch (const Error&) {
        return false;
    }
}

// What is open goes on answering when the generation that follows cannot be read.
bool Searcher::follow_generation() {
    if (!is_superseded()) {
        return false;
    }
    try {
        OpenGeneration live = open_live(index_dir_);
        (void)read_index_metadata(live.database);
        generation_ = live.number;
        database_ = std::move(live.database);
        return true;
    } catch (const Error&) {
        return false;
    } catch (const Xapian::Error&) {
        return false;
    }
}

void Searcher::renew() {
    if (follow_generation() || database_.reopen()) {
        is_stale_ = true;
    }
}

void Searcher::refresh() {
    guarded([&] {
        renew();
        if (is_stale_) {
            metadata_ = read_index_metadata(database_);
            section_count_ = database_.get_doccount();
        }
    });
    if (is_stale_) {
        load_crisis_rules();
        is_stale_ = false;
    }
}

Explanation Searcher::explain(const Question& question, const ExplainOptions& options) {
    check_window(options.offset, options.limit);
    refresh();
    return guarded([&] {
        statistics_.begin(database_);
        return recovery::explain({database_, stemmer_, statistics_}, question, options);
    });
}

Results Searcher::search(const Question& question, const SearchOptions& options) {
    check_options(options);
    refresh();
    return guarded([&] { return search_once(question, options); });
}

HighlightTerms Searcher::highlight_terms(const std::vector<std::string>& stems) const {
    HighlightTerms terms;
    for (const std::string& stem : stems) {
        terms.add(stem, statistics_.idf(stem));
    }
    return terms;
}

StoredSection Searcher::read_section(const Candidate& candidate) const {
    return decode_section(
        database_.get_document(candidate.docid, Xapian::DOC_ASSUME_VALID).get_data());
}

Results Searcher::search_once(const Question& question, const SearchOptions& options) {
    statistics_.begin(database_);
    FoundDocuments found = find_documents({database_, stemmer_, statistics_},
                                          question,
                                          options.filters,
                                          options.offset + options.limit,
                                          options.facets);
    Results results;
    results.limit = options.limit;
    results.offset = options.offset;
    results.notes = std::move(found.question.notes);
    if (!crisis_note_.empty()) {
        results.notes.push_back(crisis_note_);
    }
    results.total = found.ranked.total;
    results.total_is_exact = found.ranked.total_is_exact;
    results.facets = std::move(found.ranked.facets);
    const HighlightTerms terms = highlight_terms(found.compiled.topic_stems);
    const std::size_t end =
        std::min(options.offset + options.limit, found.ranked.documents.size());
    for (std::size_t i = options.offset; i < end; ++i) {
        results.hits.push_back(
            hit(found.ranked.documents[i], terms, options.excerpt_bytes));
    }
    return results;
}

Hit Searcher::hit(const RankedDocument& document,
                  const HighlightTerms& terms,
                  std::size_t excerpt_bytes) {
    Hit hit = to_hit(read_section(document.best()));
    hit.score = document.score;
    const std::vector<TextMatch> matches = find_matches(hit.text, terms, stemmer_);
    hit.excerpt = make_excerpt(hit.text, matches, excerpt_bytes);
    for (const TextMatch& match : matches) {
        hit.text_ranges.push_back(match.span);
    }
    add_further_sections(document, terms, hit);
    return hit;
}

void Searcher::add_further_sections(const RankedDocument& document,
                                    const HighlightTerms& terms,
                                    Hit& hit) {
    const double least = document.best().weight * ranking::further_section_share;
    for (std::size_t i = 1; i < document.sections.size(); ++i) {
        // Reading a section costs more than finding it: first what needs no reading.
        if (document.sections[i].weight < least) {
            continue;
        }
        const StoredSection section = read_section(document.sections[i]);
        if (!is_shown(hit, section.anchor)) {
            const auto matches = find_matches(section.text, terms, stemmer_);
            hit.more.push_back({section.heading,
                                section.anchor,
                                section.url,
                                make_excerpt(section.text, matches)});
        }
    }
}

std::optional<WholeDocument> Searcher::read_document(const std::string& id_term) const {
    std::vector<StoredSection> sections;
    for (auto it = database_.postlist_begin(id_term);
         it != database_.postlist_end(id_term);
         ++it) {
        sections.push_back(decode_section(database_.get_document(*it).get_data()));
    }
    if (sections.empty()) {
        return std::nullopt;
    }
    std::sort(sections.begin(), sections.end(), [](const auto& a, const auto& b) {
        return a.part < b.part;
    });
    WholeDocument whole;
    for (StoredSection& section : sections) {
        whole.sections.push_back(
            {{section.heading, section.anchor, section.url, {}}, section.text});
    }
    whole.head = to_hit(std::move(sections.front()));
    whole.head.text.clear();
    return whole;
}

std::optional<WholeDocument> Searcher::document(const std::string& id) {
    refresh();
    return guarded([&] { return read_document(boolean_term(prefix::document_id, id)); });
}

std::vector<WholeDocument> Searcher::page(const std::string& page_id) {
    refresh();
    const std::string alone = boolean_term(prefix::document_id, page_id);
    const std::string beginning = alone + '#';
    return guarded([&] {
        std::vector<std::pair<Xapian::docid, std::string>> found;
        if (database_.term_exists(alone)) {
            found.emplace_back(*database_.postlist_begin(alone), alone);
        }
        for (auto it = database_.allterms_begin(beginning);
             it != database_.allterms_end(beginning) && found.size() < max_page_documents;
             ++it) {
            found.emplace_back(*database_.postlist_begin(*it), *it);
        }
        std::sort(found.begin(), found.end());
        std::vector<WholeDocument> documents;
        for (const auto& [docid, term] : found) {
            if (auto whole = read_document(term)) {
                documents.push_back(std::move(*whole));
            }
        }
        return documents;
    });
}

}  // namespace recovery
