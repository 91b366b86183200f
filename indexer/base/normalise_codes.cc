// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/normalise_codes.h"

#include <array>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

struct Code {
    std::string_view compact;    // without separators
    std::string_view canonical;  // parts separated by blanks
};

constexpr std::array codes{
    Code{"12step", "12 step"},   Code{"12steps", "12 steps"}, Code{"24x7", "24 7"},
    Code{"7oh", "7 oh"},         Code{"delta8", "delta 8"},   Code{"delta9", "delta 9"},
    Code{"delta10", "delta 10"}, Code{"dsm4", "dsm 4"},       Code{"dsmiv", "dsm 4"},
    Code{"dsm5", "dsm 5"},       Code{"dsmv", "dsm 5"},       Code{"dsm5tr", "dsm 5 tr"},
    Code{"dsmvtr", "dsm 5 tr"},  Code{"icd10", "icd 10"},     Code{"icd11", "icd 11"},
    Code{"lcdc2", "lcdc ii"},    Code{"lcdcii", "lcdc ii"},   Code{"lcdc3", "lcdc iii"},
    Code{"lcdciii", "lcdc iii"}, Code{"licdccs", "licdc cs"}, Code{"lisws", "lisw s"},
    Code{"lpccs", "lpcc s"},
};

constexpr std::size_t letters = 26;

// Whether some code begins with these two letters; no code parts its first two.
constexpr std::array<bool, letters * letters> make_first_letters() {
    std::array<bool, letters * letters> pairs{};
    for (const Code& code : codes) {
        if (is_ascii_letter(code.compact[0])) {
            pairs.at(static_cast<std::size_t>(code.compact[0] - 'a') * letters +
                     static_cast<std::size_t>(code.compact[1] - 'a')) = true;
        }
    }
    return pairs;
}
constexpr std::array<bool, letters* letters> first_letters = make_first_letters();

// Most words are no code, and most of those show it at once.
bool may_be_code(std::string_view text, std::size_t at) {
    if (!is_ascii_letter(text[at])) {
        return is_ascii_digit(text[at]);
    }
    return at + 1 < text.size() && is_ascii_letter(text[at + 1]) &&
           first_letters[static_cast<std::size_t>(text[at] - 'a') * letters +
                         static_cast<std::size_t>(text[at + 1] - 'a')];
}

bool ends_word(std::string_view text, std::size_t at) {
    return at >= text.size() || !is_word_character(read_code_point(text, at).value);
}

// The digit that carries this letter on a telephone.
char keypad_digit(char c) {
    constexpr std::string_view digits = "22233344455566677778889999";
    return is_ascii_digit(c) ? c : digits[static_cast<std::size_t>(c - 'a')];
}

// Reads `count` characters that `allowed` accepts; moves `at` behind them.
template <typename Allowed>
bool read_run(std::string_view text,
              std::size_t& at,
              std::size_t count,
              Allowed allowed,
              std::string& out) {
    if (at + count > text.size()) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!allowed(text[at + i])) {
            return false;
        }
        out.push_back(text[at + i]);
    }
    at += count;
    return true;
}

void skip_one_of(std::string_view text, std::size_t& at, std::string_view set) {
    if (at < text.size() && set.find(text[at]) != std::string_view::npos) {
        ++at;
    }
}

void skip_country_code(std::string_view text, std::size_t& at) {
    std::size_t next = at;
    skip_one_of(text, next, "+");
    if (next < text.size() && text[next] == '1') {
        ++next;
        skip_one_of(text, next, "-. /");
        at = next;
    }
}

std::size_t match_compact(std::string_view text,
                          std::size_t at,
                          std::string_view compact) {
    std::size_t next = at;
    for (const char c : compact) {
        const bool separated =
            next > at && next + 1 < text.size() &&
            std::string_view("-/ ").find(text[next]) != std::string_view::npos &&
            text[next + 1] == c;
        next += separated ? 1 : 0;
        if (next >= text.size() || text[next] != c) {
            return 0;
        }
        ++next;
    }
    return ends_word(text, next) ? next - at : 0;
}

}  // namespace

std::optional<CanonicalMatch> match_phone(std::string_view folded, std::size_t at) {
    std::size_t next = at;
    std::string digits;
    skip_country_code(folded, next);
    skip_one_of(folded, next, "(");
    if (!read_run(folded, next, 3, is_ascii_digit, digits)) {
        return std::nullopt;
    }
    skip_one_of(folded, next, ")");
    skip_one_of(folded, next, "-. /");
    if (!read_run(folded, next, 3, is_ascii_digit, digits)) {
        return std::nullopt;
    }
    const std::size_t before_line = next;
    skip_one_of(folded, next, "-. ");
    const bool separated = next > before_line;
    std::string line;
    const auto dialled = [&](char c) {
        return is_ascii_digit(c) || (separated && is_ascii_letter(c));
    };
    if (!read_run(folded, next, 4, dialled, line) || !ends_word(folded, next)) {
        return std::nullopt;
    }
    for (const char c : line) {
        digits.push_back(keypad_digit(c));
    }
    return CanonicalMatch{next - at, digits};
}

std::optional<CanonicalMatch> match_code(std::string_view folded, std::size_t at) {
    CanonicalMatch best;
    if (!may_be_code(folded, at)) {
        return std::nullopt;
    }
    for (const Code& code : codes) {
        if (code.compact.front() != folded[at]) {
            continue;
        }
        const std::size_t bytes = match_compact(folded, at, code.compact);
        if (bytes > best.bytes) {
            best = {bytes, std::string(code.canonical)};
        }
    }
    if (best.bytes == 0) {
        return std::nullopt;
    }
    return best;
}

}  // namespace recovery
