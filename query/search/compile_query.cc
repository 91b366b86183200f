// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile_query.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"
#include "query/question/parse_question.h"
#include "query/search/ranking.h"

namespace recovery {

namespace {

using Xapian::Query;

struct WeightedStem {
    std::string stem;
    unsigned count = 1;
};

class Compiler {
  public:
    explicit Compiler(Stemmer& stemmer) : stemmer_(stemmer) {}

    CompiledQuery compile(const Question& question, const Filters& filters) {
        sort_words(question);
        Query query = question.empty() ? Query() : ranked(question);
        query = required(query, question);
        query = filtered(query, filters, question.empty());
        CompiledQuery compiled;
        compiled.query = excluded(query, question);
        for (const WeightedStem& word : topic_) {
            compiled.topic_stems.push_back(word.stem);
        }
        for (const std::string& compound : question.compounds) {
            compiled.topic_stems.push_back(stemmer_.stem(compound));
        }
        return compiled;
    }

  private:
    static void add_stem(std::vector<WeightedStem>& list,
                         std::string stem,
                         unsigned count) {
        const auto known =
            std::find_if(list.begin(), list.end(), [&](const WeightedStem& w) {
                return w.stem == stem;
            });
        if (known != list.end()) {
            known->count += count;
        } else {
            list.push_back({std::move(stem), count});
        }
    }

    void sort_words(const Question& question) {
        for (const QuestionWord& word : question.words) {
            add_stem(is_stop_word(word.text) ? stop_ : topic_,
                     stemmer_.stem(word.text),
                     word.count);
        }
        if (topic_.empty()) {
            topic_.swap(stop_);
        }
    }

    // Appends the words, or one operator that picks the most telling of too many.
    static void add_bag(std::vector<Query>& parts,
                        const std::vector<WeightedStem>& words,
                        std::string_view prefix) {
        std::vector<Query> terms;
        terms.reserve(words.size());
        for (const WeightedStem& word : words) {
            terms.emplace_back(std::string(prefix) + word.stem, word.count);
        }
        if (terms.size() > ranking::elite_words) {
            parts.emplace_back(
                Query::OP_ELITE_SET, terms.begin(), terms.end(), ranking::elite_words);
        } else {
            parts.insert(parts.end(), terms.begin(), terms.end());
        }
    }

    static Query scaled(const std::vector<Query>& parts, double weight) {
        return {Query::OP_SCALE_WEIGHT,
                Query(Query::OP_OR, parts.begin(), parts.end()),
                weight};
    }

    Query ranked(const Question& question) {
        std::vector<WeightedStem> stream = topic_;
        for (const std::string& compound : question.compounds) {
            add_stem(stream, stemmer_.stem(compound), 1);
        }
        std::vector<Query> parts;
        add_bag(parts, stream, "");
        add_bag(parts, topic_, prefix::title);
        Query topic(Query::OP_OR, parts.begin(), parts.end());
        if (stop_.empty()) {
            return topic;
        }
        std::vector<Query> in_title;
        std::vector<Query> in_stream;
        add_bag(in_title, stop_, prefix::title);
        add_bag(in_stream, stop_, "");
        const Query damped(Query::OP_OR,
                           scaled(in_title, ranking::title_stop),
                           scaled(in_stream, ranking::stream_stop));
        // They order what the topic finds and find nothing by themselves.
        return {Query::OP_AND_MAYBE, topic, damped};
    }

    Query phrase(const Phrase& phrase) {
        std::vector<std::string> stems;
        const std::size_t looked_up = std::min(phrase.words.size(), max_phrase_words);
        for (std::size_t i = 0; i < looked_up; ++i) {
            stems.push_back(stemmer_.stem(phrase.words[i]));
        }
        return {Query::OP_PHRASE,
                stems.begin(),
                stems.end(),
                static_cast<Xapian::termcount>(stems.size())};
    }

    Query required(Query query, const Question& question) {
        for (const Phrase& wanted : question.phrases) {
            query = Query(Query::OP_FILTER, query, phrase(wanted));
        }
        for (const std::string& word : question.title_words) {
            query = Query(Query::OP_FILTER,
                          query,
                          Query(std::string(prefix::title) + stemmer_.stem(word)));
        }
        return query;
    }

    Query excluded(Query query, const Question& question) {
        if (query.empty()) {
            return query;
        }
        for (const std::string& word : question.excluded_words) {
            query = Query(Query::OP_AND_NOT, query, Query(stemmer_.stem(word)));
        }
        for (const Phrase& unwanted : question.excluded_phrases) {
            query = Query(Query::OP_AND_NOT, query, phrase(unwanted));
        }
        return query;
    }

    template <typename Values, typename MakeTerm>
    static void add_filter(std::vector<Query>& all,
                           const Values& values,
                           MakeTerm make_term) {
        std::vector<Query> any;
        any.reserve(values.size());
        for (const auto& value : values) {
            any.emplace_back(make_term(value));
        }
        if (!any.empty()) {
            all.emplace_back(Query::OP_OR, any.begin(), any.end());
        }
    }

    static Query filtered(const Query& query, const Filters& filters, bool everything) {
        if (filters.empty() && !(everything && filters.empty_finds_all)) {
            return query;
        }
        std::vector<Query> all;
        add_filter(all, filters.kinds, [](Kind kind) {
            return boolean_term(prefix::kind, kind_name(kind));
        });
        add_filter(all, filters.tags, [](const std::string& tag) {
            return value_term(prefix::tag, tag);
        });
        add_filter(all, filters.authors, [](const std::string& author) {
            return value_term(prefix::author, author);
        });
        if (!filters.conditions.empty() || all.empty()) {
            all.push_back(filter_query({.parts = filters.conditions}));
        }
        const Query filter(Query::OP_AND, all.begin(), all.end());
        if (everything) {
            return {Query::OP_SCALE_WEIGHT, filter, 0.0};
        }
        return {Query::OP_FILTER, query, filter};
    }

    Stemmer& stemmer_;
    std::vector<WeightedStem> topic_;
    std::vector<WeightedStem> stop_;
};

}  // namespace

CompiledQuery compile_query(const Question& question,
                            const Filters& filters,
                            Stemmer& stemmer) {
    return Compiler(stemmer).compile(question, filters);
}

}  // namespace recovery
