// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/explain.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/stored_section.h"
#include "indexer/schema/terms.h"
#include "query/search/ranking.h"

namespace recovery {

namespace {

using Outcome = ExplainedDocument::Outcome;

constexpr std::size_t max_similar_ids = 5;
constexpr std::size_t max_ids_looked_at = 100'000;

std::vector<ExplainedWord> explain_words(const std::vector<QuestionTerm>& terms,
                                         const Xapian::Database& database) {
    std::vector<ExplainedWord> words;
    for (const QuestionTerm& term : terms) {
        words.push_back({term.text,
                         term.stem,
                         term.is_topic,
                         database.get_termfreq(term.stem),
                         term.word.idf});
    }
    return words;
}

std::vector<FeatureShare> shares_of(const Features& features) {
    std::vector<FeatureShare> shares;
    for (const FeatureInfo& feature : feature_table) {
        shares.push_back(
            {feature.name, feature.meaning, features.*feature.value, feature.weight});
    }
    return shares;
}

// Xapian prints weights with twenty digits.
std::string with_short_numbers(const std::string& text) {
    constexpr std::size_t short_enough = 10;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end =
            std::min(text.find_first_not_of("0123456789.", at), text.size());
        if (end - at > short_enough) {
            out += fmt::format("{:.3g}", std::strtod(text.c_str() + at, nullptr));
            at = end;
        } else {
            out.append(text, at, std::max<std::size_t>(end - at, 1));
            at = std::max(end, at + 1);
        }
    }
    return out;
}

// Ids of Documents that hold `part`, whatever its case, for somebody who knows only a
// part of one.
std::vector<std::string> similar_ids(const Xapian::Database& database,
                                     const std::string& part) {
    const std::string wanted = normalise_value(part);
    std::vector<std::string> ids;
    std::size_t looked_at = 0;
    const std::string prefix(prefix::document_id);
    for (auto it = database.allterms_begin(prefix);
         it != database.allterms_end(prefix) && looked_at < max_ids_looked_at &&
         ids.size() < max_similar_ids;
         ++it, ++looked_at) {
        const std::string id = (*it).substr(prefix.size());
        if (!wanted.empty() && normalise_value(id).find(wanted) != std::string::npos) {
            ids.push_back(id);
        }
    }
    return ids;
}

bool matches(const Xapian::Database& database,
             const Xapian::Query& query,
             const std::string& id) {
    if (query.empty()) {
        return false;
    }
    Xapian::Enquire enquire(database);
    enquire.set_query(
        Xapian::Query(Xapian::Query::OP_FILTER,
                      query,
                      Xapian::Query(boolean_term(prefix::document_id, id))));
    return !enquire.get_mset(0, 1).empty();
}

std::vector<ExplainedPlace> places_of(const Xapian::Database& database,
                                      const std::vector<ExplainedWord>& words,
                                      const std::string& id) {
    std::vector<ExplainedPlace> places;
    for (const ExplainedWord& word : words) {
        const auto holds = [&](const std::string& term) {
            return matches(database, Xapian::Query(term), id);
        };
        places.push_back(
            {word.text, holds(std::string(prefix::title) + word.stem), holds(word.stem)});
    }
    return places;
}

ExplainedHit explain_hit(const Xapian::Database& database,
                         const RankedDocument& document,
                         std::size_t rank) {
    const StoredSection section = decode_section(
        database.get_document(document.best().docid, Xapian::DOC_ASSUME_VALID)
            .get_data());
    ExplainedHit hit;
    hit.rank = rank;
    hit.id = document.id;
    hit.title = section.title;
    hit.section = section.heading;
    hit.score = document.score;
    hit.bm25 = document.best().weight;
    hit.first_stage_rank = document.first_stage_rank;
    if (document.first_stage_rank <= ranking::rerank_depth) {
        hit.shares = shares_of(document.best().features);
    }
    return hit;
}

// Takes one requirement of the question after the other away, to find the one that keeps
// the Document out.
Outcome why_missing(const SearchContext& context,
                    const Question& question,
                    const Filters& filters,
                    const std::string& id) {
    const auto found = [&](const Question& asked, const Filters& passed) {
        return matches(
            context.database, compile_query(asked, passed, context.stemmer).query, id);
    };
    if (question.empty()) {
        return Outcome::no_question;
    }
    if (found(question, filters)) {
        return Outcome::too_far;
    }
    if (found(question, {})) {
        return Outcome::filtered;
    }
    Question without = question;
    without.excluded_words.clear();
    without.excluded_phrases.clear();
    if (found(without, {})) {
        return Outcome::excluded;
    }
    without.phrases.clear();
    without.title_words.clear();
    return found(without, {}) ? Outcome::lacks : Outcome::no_word;
}

ExplainedDocument explain_document(const SearchContext& context,
                                   const Question& question,
                                   const ExplainOptions& options,
                                   const std::vector<ExplainedWord>& words,
                                   const std::vector<RankedDocument>& found) {
    ExplainedDocument document;
    document.id = *options.document_id;
    if (!context.database.term_exists(boolean_term(prefix::document_id, document.id))) {
        document.similar = similar_ids(context.database, document.id);
        return document;
    }
    document.places = places_of(context.database, words, document.id);
    const auto it = std::find_if(found.begin(), found.end(), [&](const auto& ranked) {
        return ranked.id == document.id;
    });
    if (it == found.end()) {
        document.outcome = why_missing(context, question, options.filters, document.id);
    } else {
        const auto rank = static_cast<std::size_t>(it - found.begin()) + 1;
        document.outcome = Outcome::shown;
        document.hit = explain_hit(context.database, *it, rank);
    }
    return document;
}

}  // namespace

Explanation explain(const SearchContext& context,
                    const Question& question,
                    const ExplainOptions& options) {
    const std::size_t end = options.offset + options.limit;
    const FoundDocuments found =
        find_documents(context,
                       question,
                       options.filters,
                       options.document_id ? std::max(end, options.last_rank) : end,
                       {});
    const std::vector<RankedDocument>& documents = found.ranked.documents;
    Explanation explanation;
    explanation.notes = found.question.notes;
    explanation.sections = context.database.get_doccount();
    explanation.words = explain_words(
        question_terms(question, context.stemmer, context.statistics), context.database);
    explanation.query = with_short_numbers(found.compiled.query.get_description());
    explanation.total = found.ranked.total;
    explanation.total_is_exact = found.ranked.total_is_exact;
    for (std::size_t i = options.offset; i < std::min(end, documents.size()); ++i) {
        explanation.hits.push_back(explain_hit(context.database, documents[i], i + 1));
    }
    if (options.document_id) {
        explanation.document = explain_document(
            context, found.question, options, explanation.words, documents);
    }
    return explanation;
}

}  // namespace recovery
