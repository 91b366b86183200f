// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recovery {

/// One word of a filter.
struct FilterToken {
    enum class Type : std::uint8_t {
        end,
        word,     ///< bare: may be a key word
        quoted,   ///< never a key word; `text` is what stood in the quotes
        symbol,   ///< ( ) [ ] , = != > >= < <=
        invalid,  ///< a quote that is not closed, a lone "!"
    };
    Type type = Type::end;
    std::string text;
    std::size_t at = 0;  ///< its first byte in the filter

    [[nodiscard]] bool is_symbol(std::string_view symbol) const noexcept {
        return type == Type::symbol && text == symbol;
    }
    /// Whether it is that key word, given in lower case.
    [[nodiscard]] bool is_keyword(std::string_view keyword) const;
    /// Whether it can be a field or a value.
    [[nodiscard]] bool is_text() const noexcept {
        return type == Type::word || type == Type::quoted;
    }
};

/// Takes a filter apart, one token at a time, the next one in view. `text` must outlive
/// it.
class FilterLexer {
  public:
    explicit FilterLexer(std::string_view text) : text_(text) { next_ = read(); }

    [[nodiscard]] const FilterToken& peek() const noexcept { return next_; }
    /// Takes the next token; at the end, `end` for ever.
    FilterToken take();

  private:
    FilterToken read();
    FilterToken read_quoted(FilterToken token, char quote);

    std::string_view text_;
    std::size_t at_ = 0;
    FilterToken next_;
};

}  // namespace recovery
