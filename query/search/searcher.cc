// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_codec.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/generations.h"
#include "indexer/schema/stored_section.h"
#include "indexer/schema/terms.h"
#include "query/search/facets.h"
#include "query/search/phrase_check.h"
#include "query/search/ranking.h"

namespace recovery {

namespace {

constexpr int max_reruns = 2;

std::string build_hint(const std::filesystem::path& index_dir) {
    return fmt::format("build one: recovery-index --index {} PATH...",
                       index_dir.string());
}

Xapian::Database open_database(const std::filesystem::path& index_dir) {
    const auto generation = live_generation(index_dir);
    if (!generation) {
        throw Error{ErrorCode::index_missing,
                    fmt::format("there is no index at {}", index_dir.string()),
                    build_hint(index_dir)};
    }
    const std::string dir = generation_dir(index_dir, *generation).string();
    try {
        return Xapian::Database(dir);
    } catch (const Xapian::Error& error) {
        throw Error{ErrorCode::index_corrupt,
                    fmt::format("the index at {} cannot be opened: {}",
                                index_dir.string(),
                                error.get_msg()),
                    build_hint(index_dir)};
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

void check_options(const SearchOptions& options) {
    if (options.limit > max_result_window || options.offset > max_result_window ||
        options.limit + options.offset > max_result_window) {
        throw Error{ErrorCode::usage,
                    fmt::format("offset and limit together may not exceed {}",
                                max_result_window)};
    }
    for (const std::string& field : options.facets) {
        if (std::find(facet_fields.begin(), facet_fields.end(), field) ==
            facet_fields.end()) {
            throw Error{ErrorCode::usage,
                        fmt::format("unknown facet: {}", field),
                        "known are type, tag and author"};
        }
    }
}

void set_weighting(Xapian::Enquire& enquire) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(ranking::bm25_k1,
                                                    ranking::bm25_k2,
                                                    ranking::bm25_k3,
                                                    ranking::bm25_b,
                                                    ranking::bm25_min_normlen));
}

// Equal scores are ordered by id, so that an answer does not depend on the order of
// indexing.
void order_hits(std::vector<Hit>& hits) {
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
}

// Parts of one long section share an anchor; the hit itself is one of the sections found.
bool is_shown(const Hit& hit, const std::string& anchor) {
    return anchor == hit.anchor || hit.more.size() == ranking::max_further_sections ||
           std::any_of(hit.more.begin(), hit.more.end(), [&](const SectionHit& more) {
               return more.anchor == anchor;
           });
}

void set_total(Results& results, const Xapian::MSet& mset) {
    // The lower bound is the exact number of collapsed Documents while everything was
    // looked at.
    const std::size_t seen = mset.get_matches_lower_bound();
    results.total_is_exact = seen <= ranking::exact_total;
    results.total = results.total_is_exact
                        ? seen
                        : std::max<std::size_t>(seen, mset.get_matches_estimated());
}

}  // namespace

template <typename Work>
auto Searcher::guarded(Work work) {
    for (int rerun = 0;; ++rerun) {
        try {
            return work();
        } catch (const Xapian::DatabaseModifiedError& error) {
            if (rerun == max_reruns) {
                throw Error{
                    ErrorCode::index_corrupt,
                    "the index changed faster than it could be read: " + error.get_msg()};
            }
            database_.reopen();
        } catch (const Xapian::Error& error) {
            throw Error{ErrorCode::index_corrupt,
                        fmt::format("the index at {} cannot be read: {}",
                                    index_dir_.string(),
                                    error.get_msg()),
                        build_hint(index_dir_)};
        }
    }
}

Searcher::Searcher(const std::filesystem::path& index_dir)
    : index_dir_(index_dir), database_(open_database(index_dir)) {
    metadata_ = guarded([&] { return read_index_metadata(database_); });
    load_crisis_rules();
}

void Searcher::load_crisis_rules() {
    const std::string encoded = guarded([&] { return read_crisis_rules(database_); });
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

Results Searcher::search(const Question& question, const SearchOptions& options) {
    check_options(options);
    return guarded([&] { return search_once(question, options); });
}

HighlightTerms Searcher::highlight_terms(const std::vector<std::string>& stems) const {
    HighlightTerms terms;
    const double documents = database_.get_doccount();
    for (const std::string& stem : stems) {
        const double with_stem = database_.get_termfreq(stem);
        terms.add(stem, std::log(1 + (documents - with_stem + 0.5) / (with_stem + 0.5)));
    }
    return terms;
}

Results Searcher::search_once(const Question& question, const SearchOptions& options) {
    Results results;
    results.limit = options.limit;
    results.offset = options.offset;
    results.notes = question.notes;
    if (!crisis_note_.empty()) {
        results.notes.push_back(crisis_note_);
    }
    const CompiledQuery compiled = compile_query(question, options.filters, stemmer_);
    if (compiled.query.empty()) {
        return results;
    }
    Xapian::Enquire enquire(database_);
    set_weighting(enquire);
    enquire.set_query(compiled.query);
    enquire.set_collapse_key(slot::document_id);
    FacetSpy spy(options.facets);
    if (!options.facets.empty()) {
        enquire.add_matchspy(&spy);
    }
    const PhraseCheck check(question.phrases);
    const auto look_at = options.facets.empty() ? ranking::exact_total + 1
                                                : std::size_t{database_.get_doccount()};
    const Xapian::MSet mset =
        enquire.get_mset(0,
                         static_cast<Xapian::doccount>(options.offset + options.limit),
                         static_cast<Xapian::doccount>(look_at),
                         nullptr,
                         question.phrases.empty() ? nullptr : &check);
    set_total(results, mset);
    results.facets = spy.facets();
    const HighlightTerms terms = highlight_terms(compiled.topic_stems);
    for (auto it = mset.begin(); it != mset.end(); ++it) {
        if (it.get_rank() < options.offset) {
            continue;
        }
        Hit hit = to_hit(decode_section(it.get_document().get_data()));
        hit.score = it.get_weight();
        const std::vector<TextMatch> matches = find_matches(hit.text, terms, stemmer_);
        hit.excerpt = make_excerpt(hit.text, matches, options.excerpt_bytes);
        for (const TextMatch& match : matches) {
            hit.text_ranges.push_back(match.span);
        }
        results.hits.push_back(std::move(hit));
    }
    order_hits(results.hits);
    add_further_sections(compiled, terms, results);
    return results;
}

void Searcher::add_further_sections(const CompiledQuery& compiled,
                                    const HighlightTerms& terms,
                                    Results& results) {
    std::vector<Xapian::Query> articles;
    std::unordered_map<std::string, Hit*> by_id;
    for (Hit& hit : results.hits) {
        if (hit.kind == Kind::article && hit.score > 0) {
            articles.emplace_back(boolean_term(prefix::document_id, hit.id));
            by_id.emplace(hit.id, &hit);
        }
    }
    if (articles.empty()) {
        return;
    }
    Xapian::Enquire enquire(database_);
    set_weighting(enquire);
    enquire.set_query(Xapian::Query(
        Xapian::Query::OP_FILTER,
        compiled.query,
        Xapian::Query(Xapian::Query::OP_OR, articles.begin(), articles.end())));
    constexpr std::size_t wanted = ranking::max_further_sections + 1;
    enquire.set_collapse_key(slot::document_id, wanted);
    const Xapian::MSet mset =
        enquire.get_mset(0, static_cast<Xapian::doccount>(articles.size() * wanted));
    for (auto it = mset.begin(); it != mset.end(); ++it) {
        const auto owner = by_id.find(it.get_collapse_key());
        // Reading a section costs more than finding it: first what needs no reading.
        if (owner == by_id.end() ||
            it.get_weight() < owner->second->score * ranking::further_section_share) {
            continue;
        }
        const StoredSection section = decode_section(it.get_document().get_data());
        if (!is_shown(*owner->second, section.anchor)) {
            const auto matches = find_matches(section.text, terms, stemmer_);
            owner->second->more.push_back({section.heading,
                                           section.anchor,
                                           section.url,
                                           make_excerpt(section.text, matches)});
        }
    }
}

std::optional<WholeDocument> Searcher::document(const std::string& id) {
    return guarded([&]() -> std::optional<WholeDocument> {
        std::vector<StoredSection> sections;
        const std::string term = boolean_term(prefix::document_id, id);
        for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term);
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
    });
}

}  // namespace recovery
