// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/filter_expression.h"

#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"

namespace recovery {

namespace {

using Operation = FilterExpression::Operation;
using Xapian::Query;

Query everything() {
    return Query(std::string());
}

Query equals(const FilterExpression& filter) {
    switch (filter.field) {
        case FilterExpression::Field::kind:
            return Query(boolean_term(prefix::kind, filter.value));
        case FilterExpression::Field::tag:
            return Query(value_term(prefix::tag, filter.value));
        case FilterExpression::Field::author:
            break;
    }
    return Query(value_term(prefix::author, filter.value));
}

// What is forbidden is taken away once, in place of joining all the rest.
Query all_of(const std::vector<FilterExpression>& parts) {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    for (const FilterExpression& part : parts) {
        if (part.operation == Operation::negation) {
            unwanted.push_back(filter_query(part.parts.at(0)));
        } else {
            wanted.push_back(filter_query(part));
        }
    }
    const Query all = wanted.empty() ? everything()
                                     : Query(Query::OP_AND, wanted.begin(), wanted.end());
    return unwanted.empty()
               ? all
               : Query(Query::OP_AND_NOT,
                       all,
                       Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
}

Query any_of(const std::vector<FilterExpression>& parts) {
    std::vector<Query> queries;
    queries.reserve(parts.size());
    for (const FilterExpression& part : parts) {
        queries.push_back(filter_query(part));
    }
    return {Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace

Query filter_query(const FilterExpression& filter) {
    switch (filter.operation) {
        case Operation::all_of:
            return all_of(filter.parts);
        case Operation::any_of:
            return any_of(filter.parts);
        case Operation::negation:
            return {Query::OP_AND_NOT, everything(), filter_query(filter.parts.at(0))};
        case Operation::equals:
            return equals(filter);
        case Operation::date_range:
            break;
    }
    return filter.from > filter.to
               ? Query()
               : Query(Query::OP_VALUE_RANGE, slot::date, filter.from, filter.to);
}

}  // namespace recovery
