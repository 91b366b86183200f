// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/filter_parser.h"

#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/kind.h"
#include "query/http/filter_date.h"
#include "query/http/filter_lexer.h"
#include "query/http/problem.h"

namespace recovery {

namespace {

using Operation = FilterExpression::Operation;
using Expression = std::optional<FilterExpression>;

enum class Field : std::uint8_t { kind, tag, author, date };

std::optional<Field> field_of(std::string_view name) {
    if (name == "type") {
        return Field::kind;
    }
    if (name == "tag" || name == "tags" || name == "category") {
        return Field::tag;
    }
    if (name == "author" || name == "authors") {
        return Field::author;
    }
    return name == "date" ? std::optional(Field::date) : std::nullopt;
}

FilterExpression negated(FilterExpression filter) {
    FilterExpression negation;
    negation.operation = Operation::negation;
    negation.parts.push_back(std::move(filter));
    return negation;
}

// Recursive descent; parentheses are the only recursion, and they are counted. The first
// problem found is the one that is told.
class Parser {
  public:
    explicit Parser(std::string_view text) : lexer_(text) {}

    ParsedFilter parse() {
        Expression filter = expression();
        if (filter && lexer_.peek().type != FilterToken::Type::end) {
            filter = wrong("AND, OR or the end");
        }
        return {std::move(filter), std::move(problem_), conditions_};
    }

  private:
    std::nullopt_t fail(std::string problem) {
        if (problem_.empty()) {
            problem_ = std::move(problem);
        }
        return std::nullopt;
    }

    std::nullopt_t wrong(std::string_view expected) {
        const FilterToken& token = lexer_.peek();
        if (token.type == FilterToken::Type::invalid) {
            return fail(
                fmt::format("Byte {} of the filter is a quote that is not closed, "
                            "or a lone !",
                            token.at));
        }
        return fail(
            fmt::format("Expected {} at byte {} of the filter", expected, token.at));
    }

    bool take_symbol(std::string_view symbol) {
        return lexer_.peek().is_symbol(symbol) && (lexer_.take(), true);
    }

    bool take_keyword(std::string_view keyword) {
        return lexer_.peek().is_keyword(keyword) && (lexer_.take(), true);
    }

    template <typename Part>
    Expression joined(Operation operation, std::string_view keyword, Part part) {
        FilterExpression all;
        all.operation = operation;
        do {
            Expression next = (this->*part)();
            if (!next) {
                return std::nullopt;
            }
            all.parts.push_back(std::move(*next));
        } while (take_keyword(keyword));
        return all.parts.size() == 1 ? std::move(all.parts.front()) : std::move(all);
    }

    Expression expression() {
        return joined(Operation::any_of, "or", &Parser::conjunction);
    }

    Expression conjunction() { return joined(Operation::all_of, "and", &Parser::term); }

    Expression term() {
        bool negative = false;
        while (take_keyword("not")) {
            negative = !negative;
        }
        Expression filter = take_symbol("(") ? in_parentheses() : condition();
        return filter && negative ? negated(std::move(*filter)) : std::move(filter);
    }

    Expression in_parentheses() {
        if (++depth_ > max_filter_depth) {
            return fail(fmt::format("The filter has more than {} levels of parentheses",
                                    max_filter_depth));
        }
        Expression filter = expression();
        --depth_;
        if (filter && !take_symbol(")")) {
            return wrong("AND, OR or )");
        }
        return filter;
    }

    Expression condition() {
        if (!lexer_.peek().is_text()) {
            return wrong(fmt::format("a field ({})", filter_fields));
        }
        const std::string name = lexer_.take().text;
        const auto field = field_of(name);
        if (!field) {
            return fail(fmt::format("Unknown field{} in the filter; known: {}",
                                    shown_name(name),
                                    filter_fields));
        }
        return comparison(*field);
    }

    Expression comparison(Field field) {
        if (take_symbol("=")) {
            return value(field);
        }
        const bool negative = take_symbol("!=");
        if (negative || take_keyword("not")) {
            Expression filter = negative ? value(field) : list_or_exists(field);
            return filter ? Expression(negated(std::move(*filter))) : std::nullopt;
        }
        if (lexer_.peek().is_keyword("in") || lexer_.peek().is_keyword("exists")) {
            return list_or_exists(field);
        }
        return field == Field::date
                   ? date_comparison()
                   : wrong("=, != or IN (the other comparisons are for date)");
    }

    Expression list_or_exists(Field field) {
        if (take_keyword("in")) {
            return list(field);
        }
        if (field == Field::date && take_keyword("exists")) {
            return counted(date_range(std::nullopt, std::nullopt));
        }
        return wrong("IN (EXISTS is for date)");
    }

    Expression list(Field field) {
        if (!take_symbol("[")) {
            return wrong("[");
        }
        FilterExpression any;
        any.operation = Operation::any_of;
        while (!take_symbol("]")) {
            Expression next = value(field);
            if (!next) {
                return std::nullopt;
            }
            any.parts.push_back(std::move(*next));
            if (!take_symbol(",") && !lexer_.peek().is_symbol("]")) {
                return wrong(", or ]");
            }
        }
        return any;
    }

    Expression value(Field field) {
        if (field == Field::date) {
            const auto at = moment();
            return at ? counted(date_range(at, at)) : std::nullopt;
        }
        if (!lexer_.peek().is_text()) {
            return wrong("a value");
        }
        FilterExpression equals;
        equals.operation = Operation::equals;
        equals.value = lexer_.take().text;
        if (field == Field::kind) {
            equals.value = ascii_lower(equals.value);
            if (!kind_from_name(equals.value)) {
                return fail(
                    "Unknown value of type in the filter; known: article, faq, bio");
            }
        }
        equals.field = field == Field::kind  ? FilterExpression::Field::kind
                       : field == Field::tag ? FilterExpression::Field::tag
                                             : FilterExpression::Field::author;
        return counted(std::move(equals));
    }

    std::optional<std::int64_t> moment() {
        const auto at =
            lexer_.peek().is_text() ? filter_moment(lexer_.peek().text) : std::nullopt;
        if (!at) {
            return wrong("a date (seconds since 1970 or YYYY-MM-DD)");
        }
        lexer_.take();
        return at;
    }

    Expression date_comparison() {
        for (const std::string_view symbol : {">=", "<=", ">", "<"}) {
            if (!take_symbol(symbol)) {
                continue;
            }
            const auto at = moment();
            if (!at) {
                return std::nullopt;
            }
            const std::int64_t next = symbol.size() == 2 ? 0 : 1;
            return counted(symbol.front() == '>' ? date_range(*at + next, std::nullopt)
                                                 : date_range(std::nullopt, *at - next));
        }
        const auto first = moment();
        if (first && !take_keyword("to")) {
            return wrong("TO");
        }
        const auto last = first ? moment() : std::nullopt;
        return last ? counted(date_range(first, last)) : std::nullopt;
    }

    Expression counted(FilterExpression filter) {
        if (++conditions_ > max_filter_conditions) {
            return fail(fmt::format("The filter has more than {} conditions",
                                    max_filter_conditions));
        }
        return filter;
    }

    FilterLexer lexer_;
    std::string problem_;
    std::size_t depth_ = 0;
    std::size_t conditions_ = 0;
};

}  // namespace

ParsedFilter parse_filter(std::string_view text) {
    if (text.size() > max_filter_bytes) {
        return {std::nullopt,
                fmt::format("The filter is longer than {} bytes", max_filter_bytes)};
    }
    return Parser(text).parse();
}

}  // namespace recovery
