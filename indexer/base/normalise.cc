// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/normalise.h"

#include <array>

#include <utf8proc.h>

#include "indexer/base/ascii.h"
#include "indexer/base/normalise_codes.h"
#include "indexer/base/utf8.h"

namespace recovery {

namespace {

constexpr std::size_t max_decomposition = 32;

void append(NormalisedText& out, char32_t c, std::uint32_t offset) {
    append_code_point(out.text, c);
    out.offsets.resize(out.text.size(), offset);
}

// What each ASCII byte folds to.
constexpr std::array<char, 128> make_ascii_fold() {
    std::array<char, 128> fold{};
    for (std::size_t c = 0; c < fold.size(); ++c) {
        const bool control = (c < 0x20U && c != '\n') || c == 0x7FU;
        fold.at(c) = control ? ' ' : ascii_lower(static_cast<char>(c));
    }
    fold['`'] = '\'';
    return fold;
}
constexpr std::array<char, 128> ascii_fold = make_ascii_fold();

bool is_dropped(char32_t c) {
    switch (c) {
        case 0x00AE:  // registered
        case 0x2122:  // trade mark
        case 0x2120:  // service mark
        case 0x00B9:
        case 0x00B2:
        case 0x00B3:
        case 0x2070:
            return true;
        default:
            return c >= 0x2074 && c <= 0x2079;
    }
}

// What case folding and decomposition leave as they are but people type plainly. 0: no
// change.
char32_t plain_form(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x02BC:
        case 0x00B4:
        case 0x0060:
        case 0xFF07:
            return U'\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB:
        case 0x2033:
            return U'"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
            return U'-';
        case 0x00F8:
            return U'o';
        case 0x0142:
            return U'l';
        case 0x0111:
            return U'd';
        case 0x0131:
            return U'i';
        default:
            return 0;
    }
}

bool is_hangul_syllable(char32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

void fold_code_point(char32_t c, std::uint32_t offset, NormalisedText& out) {
    if (is_dropped(c)) {
        return;
    }
    if (const char32_t plain = plain_form(c); plain != 0) {
        append(out, plain, offset);
        return;
    }
    if (is_space(c) || is_hangul_syllable(c)) {
        append(out, is_space(c) ? U' ' : c, offset);
        return;
    }
    std::array<utf8proc_int32_t, max_decomposition> parts{};
    int last_boundary = 0;
    const auto count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(c),
        parts.data(),
        static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                       UTF8PROC_IGNORE),
        &last_boundary);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count > 0 ? count : 0); ++i) {
        const auto part = static_cast<char32_t>(parts[i]);
        const char32_t plain = plain_form(part);
        append(out, plain != 0 ? plain : is_space(part) ? U' ' : part, offset);
    }
}

NormalisedText fold(std::string_view text) {
    NormalisedText out;
    out.text.reserve(text.size());
    out.offsets.reserve(text.size() + 1);
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < ascii_fold.size() && byte != 0) {
            out.text.push_back(ascii_fold[byte]);
            out.offsets.push_back(static_cast<std::uint32_t>(at++));
            continue;
        }
        const CodePoint c = read_code_point(text, at);
        fold_code_point(c.value == 0 ? replacement_character : c.value,
                        static_cast<std::uint32_t>(at),
                        out);
        at += c.bytes;
    }
    out.offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

constexpr std::array<bool, 256> make_word_bytes() {
    std::array<bool, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) {
        bytes.at(c) = c >= 0x80U || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
    return bytes;
}
// Bytes of folded text that belong to words, as far as a byte can tell.
constexpr std::array<bool, 256> word_bytes = make_word_bytes();

/// Second pass: spelling variants of words, on folded text.
class SpellingPass {
  public:
    explicit SpellingPass(const NormalisedText& folded)
        : in_(folded), text_(folded.text) {
        out_.text.reserve(text_.size());
        out_.offsets.reserve(text_.size() + 1);
    }

    NormalisedText run() {
        while (at_ < text_.size()) {
            if (word_start() && (phone() || code() || initials())) {
                continue;
            }
            if (!word_at(at_)) {
                plain_byte();
                continue;
            }
            for (; word_at(at_); ++at_) {
                emit(text_[at_], at_);
            }
        }
        out_.offsets.push_back(in_.offsets.back());
        return std::move(out_);
    }

  private:
    [[nodiscard]] char byte(std::size_t at) const {
        return at < text_.size() ? text_[at] : '\0';
    }
    [[nodiscard]] bool word_at(std::size_t at) const {
        return at < text_.size() && word_bytes[static_cast<unsigned char>(text_[at])];
    }
    [[nodiscard]] bool word_start() const {
        const char c = text_[at_];
        const bool opens = c == '(' || c == '+' || word_at(at_);
        return opens && (at_ == 0 || !word_at(at_ - 1));
    }

    void emit(char c, std::size_t from) {
        out_.text.push_back(c);
        out_.offsets.push_back(in_.offsets[from]);
    }

    void replace(const CanonicalMatch& match) {
        for (const char c : match.canonical) {
            emit(c, at_);
        }
        at_ += match.bytes;
    }

    bool phone() {
        const char c = text_[at_];
        if (!is_ascii_digit(c) && c != '(' && c != '+') {
            return false;
        }
        const auto match = match_phone(text_, at_);
        if (match) {
            replace(*match);
        }
        return match.has_value();
    }

    // Letters the canonical spelling shares with the text keep their own offsets, so that
    // a part of a code is highlighted as a part.
    bool code() {
        const auto match = match_code(text_, at_);
        if (!match) {
            return false;
        }
        const std::size_t end = at_ + match->bytes;
        bool respelled = false;
        for (const char c : match->canonical) {
            if (c == ' ') {
                at_ += respelled ? 1 : 0;
                respelled = false;
                emit(c, at_);
                at_ += word_at(at_) ? 0 : 1;
            } else {
                emit(c, at_);
                respelled = text_[at_] != c;
                at_ += respelled || at_ + 1 == end ? 0 : 1;
            }
        }
        at_ = end;
        return true;
    }

    // "u.s.", "u.s.a" and "ph.d.": single letters with dots, the first part up to two
    // letters.
    bool initials() {
        std::size_t next = at_;
        while (is_ascii_letter(byte(next))) {
            ++next;
        }
        const std::size_t first = next - at_;
        if (first == 0 || first > 2 || byte(next) != '.') {
            return false;
        }
        std::size_t letters = 1;
        while (byte(next) == '.' && is_ascii_letter(byte(next + 1)) &&
               !word_at(next + 2)) {
            next += 2;
            ++letters;
        }
        if (letters < 2) {
            return false;
        }
        for (; at_ < next; ++at_) {
            if (text_[at_] != '.') {
                emit(text_[at_], at_);
            }
        }
        if (byte(at_) == '.' && !word_at(at_ + 1)) {
            ++at_;
        }
        return true;
    }

    void plain_byte() {
        const char c = text_[at_];
        const bool inside = at_ > 0 && word_at(at_ - 1) && word_at(at_ + 1);
        if (c == '\'' && inside) {
            apostrophe();
        } else if (c == ',' && inside && thousands()) {
            ++at_;
        } else {
            emit(c, at_++);
        }
    }

    // Drops the apostrophe, and the ending of a contraction with it.
    void apostrophe() {
        std::size_t end = at_ + 1;
        while (word_at(end)) {
            ++end;
        }
        const std::string_view ending =
            std::string_view(text_).substr(at_ + 1, end - at_ - 1);
        for (const std::string_view contraction : {"s", "ll", "d", "re", "ve", "m"}) {
            if (ending == contraction) {
                at_ = end;
                return;
            }
        }
        ++at_;
    }

    // A comma between digits, with exactly three digits behind it.
    [[nodiscard]] bool thousands() const {
        return is_ascii_digit(text_[at_ - 1]) && is_ascii_digit(byte(at_ + 1)) &&
               is_ascii_digit(byte(at_ + 2)) && is_ascii_digit(byte(at_ + 3)) &&
               !word_at(at_ + 4);
    }

    const NormalisedText& in_;
    const std::string& text_;
    NormalisedText out_;
    std::size_t at_ = 0;
};

}  // namespace

NormalisedText normalise(std::string_view text) {
    const NormalisedText folded = fold(text);
    return SpellingPass(folded).run();
}

std::string normalise_value(std::string_view text) {
    return collapse_space(normalise(text).text);
}

}  // namespace recovery
