// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/filter_lexer.h"

#include <algorithm>
#include <utility>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

constexpr std::string_view single_symbols = "()[],=";
constexpr std::string_view not_in_words = "()[],=!<>\"'";

bool is_word_byte(char c) {
    return !is_ascii_space(c) && not_in_words.find(c) == std::string_view::npos;
}

}  // namespace

bool FilterToken::is_keyword(std::string_view keyword) const {
    return type == Type::word && ascii_lower(text) == keyword;
}

FilterToken FilterLexer::take() {
    FilterToken token = std::move(next_);
    next_ = read();
    return token;
}

FilterToken FilterLexer::read() {
    while (at_ < text_.size() && is_ascii_space(text_[at_])) {
        ++at_;
    }
    FilterToken token;
    token.at = at_;
    if (at_ == text_.size()) {
        return token;
    }
    const char first = text_[at_];
    if (first == '"' || first == '\'') {
        return read_quoted(std::move(token), first);
    }
    std::size_t bytes = 1;
    token.type = FilterToken::Type::symbol;
    if (first == '!' || first == '<' || first == '>') {
        const bool with_equals = text_.substr(at_ + 1).starts_with('=');
        bytes = with_equals ? 2 : 1;
        if (first == '!' && !with_equals) {
            token.type = FilterToken::Type::invalid;
        }
    } else if (single_symbols.find(first) == std::string_view::npos) {
        token.type = FilterToken::Type::word;
        const auto rest = text_.substr(at_);
        bytes = static_cast<std::size_t>(
            std::find_if_not(rest.begin(), rest.end(), is_word_byte) - rest.begin());
    }
    token.text = text_.substr(at_, bytes);
    at_ += bytes;
    return token;
}

FilterToken FilterLexer::read_quoted(FilterToken token, char quote) {
    token.type = FilterToken::Type::invalid;
    for (++at_; at_ < text_.size(); ++at_) {
        char c = text_[at_];
        if (c == quote) {
            ++at_;
            token.type = FilterToken::Type::quoted;
            return token;
        }
        if (c == '\\' && at_ + 1 < text_.size()) {
            c = text_[++at_];
        }
        token.text += c;
    }
    return token;
}

}  // namespace recovery
