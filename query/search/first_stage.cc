// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/first_stage.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "indexer/base/error.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/ranking_text.h"
#include "indexer/schema/terms.h"
#include "query/search/facets.h"
#include "query/search/phrase_check.h"
#include "query/search/ranking.h"

namespace recovery {

namespace {

class Lookup {
  public:
    Lookup(const Xapian::Database& database, const Question& question)
        : enquire_(database), question_(question), check_(question.phrases) {
        enquire_.set_weighting_scheme(Xapian::BM25Weight(ranking::bm25_k1,
                                                         ranking::bm25_k2,
                                                         ranking::bm25_k3,
                                                         ranking::bm25_b,
                                                         ranking::bm25_min_normlen));
    }

    Xapian::Enquire& enquire() noexcept { return enquire_; }

    Xapian::MSet run(const Xapian::Query& query,
                     std::size_t wanted,
                     std::size_t look_at,
                     std::size_t sections_of_each) {
        enquire_.set_query(query);
        enquire_.set_collapse_key(slot::document_id,
                                  static_cast<Xapian::doccount>(sections_of_each));
        return enquire_.get_mset(0,
                                 static_cast<Xapian::doccount>(wanted),
                                 static_cast<Xapian::doccount>(look_at),
                                 nullptr,
                                 question_.phrases.empty() ? nullptr : &check_);
    }

  private:
    Xapian::Enquire enquire_;
    const Question& question_;
    PhraseCheck check_;
};

void set_total(FirstStage& found, const Xapian::MSet& mset) {
    // The lower bound is the exact number of collapsed Documents while everything was
    // looked at.
    const std::size_t seen = mset.get_matches_lower_bound();
    found.total_is_exact = seen <= ranking::exact_total;
    found.total = found.total_is_exact
                      ? seen
                      : std::max<std::size_t>(seen, mset.get_matches_estimated());
}

void add_further_sections(Lookup& lookup, const Xapian::Query& query, FirstStage& found) {
    std::vector<Xapian::Query> articles;
    std::unordered_map<std::string_view, RankedDocument*> by_id;
    for (RankedDocument& document : found.documents) {
        if (document.parts > 1) {
            articles.emplace_back(boolean_term(prefix::document_id, document.id));
            by_id.emplace(document.id, &document);
        }
    }
    if (articles.empty()) {
        return;
    }
    const Xapian::Query sections(
        Xapian::Query::OP_FILTER,
        query,
        Xapian::Query(Xapian::Query::OP_OR, articles.begin(), articles.end()));
    const Xapian::MSet mset = lookup.run(sections,
                                         articles.size() * max_sections_of_document,
                                         0,
                                         max_sections_of_document);
    for (auto it = mset.begin(); it != mset.end(); ++it) {
        const auto owner = by_id.find(it.get_collapse_key());
        if (owner != by_id.end() && *it != owner->second->sections.front().docid) {
            owner->second->sections.push_back({*it, it.get_weight()});
        }
    }
}

// Walks along the values once: cheaper than opening one document after the other.
void read_ranking_texts(const Xapian::Database& database, FirstStage& found) {
    std::vector<Candidate*> missing;
    for (RankedDocument& document : found.documents) {
        for (Candidate& section : document.sections) {
            if (section.ranking_text.empty()) {
                missing.push_back(&section);
            }
        }
    }
    std::sort(missing.begin(), missing.end(), [](const Candidate* a, const Candidate* b) {
        return a->docid < b->docid;
    });
    auto value = database.valuestream_begin(slot::ranking_text);
    const auto end = database.valuestream_end(slot::ranking_text);
    for (Candidate* const section : missing) {
        value.skip_to(section->docid);
        if (value == end || value.get_docid() != section->docid) {
            throw Error{ErrorCode::index_corrupt,
                        "a section of the index has no ranking value",
                        "build the index again with recovery-index"};
        }
        section->ranking_text = *value;
    }
}

}  // namespace

FirstStage run_first_stage(const Xapian::Database& database,
                           const Xapian::Query& query,
                           const Question& question,
                           std::size_t wanted,
                           const std::vector<std::string>& facets) {
    FirstStage found;
    Lookup lookup(database, question);
    FacetSpy spy(facets);
    if (!facets.empty()) {
        lookup.enquire().add_matchspy(&spy);
    }
    const std::size_t look_at =
        facets.empty() ? ranking::exact_total + 1 : std::size_t{database.get_doccount()};
    const Xapian::MSet mset = lookup.run(query, wanted, look_at, 1);
    lookup.enquire().clear_matchspies();
    set_total(found, mset);
    found.facets = spy.facets();
    for (auto it = mset.begin(); it != mset.end(); ++it) {
        RankedDocument& document = found.documents.emplace_back();
        document.id = it.get_collapse_key();
        document.first_stage_rank = found.documents.size();
        document.sections.push_back({*it, it.get_weight()});
    }
    read_ranking_texts(database, found);
    for (RankedDocument& document : found.documents) {
        document.parts = decode_ranking_text(document.best().ranking_text).parts;
    }
    add_further_sections(lookup, query, found);
    read_ranking_texts(database, found);
    return found;
}

}  // namespace recovery
