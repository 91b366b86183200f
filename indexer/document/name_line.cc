// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/name_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "indexer/base/utf8.h"
#include "indexer/document/name_token.h"
#include "indexer/document/text_words.h"

namespace recovery {

namespace {

constexpr std::size_t max_name_line_bytes = 120;
constexpr std::size_t min_name_words = 2;
constexpr std::size_t max_name_words = 5;

constexpr auto particles = std::to_array<std::string_view>(
    {"de",  "la", "las", "los", "del", "della", "der", "den", "van",
     "von", "di", "da",  "do",  "dos", "du",    "el",  "al",  "bin",
     "ibn", "y",  "e",   "le",  "ten", "ter",   "zu"});
constexpr auto honorifics = std::to_array<std::string_view>(
    {"dr", "mr", "mrs", "ms", "mx", "prof", "rev", "sr", "fr"});
constexpr auto suffixes =
    std::to_array<std::string_view>({"jr", "sr", "ii", "iii", "iv"});
constexpr auto numerals =
    std::to_array<std::string_view>({"I", "II", "III", "IV", "V", "1", "2", "3", "4"});

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Three letters at least, or the "Ed" of "M.Ed." would be one.
bool begins_surname(std::string_view rest) {
    const Letters letters = letters_of(rest.substr(0, rest.find_first_of(" .,")));
    return letters.first_upper && letters.lower >= 2;
}

// Puts the blanks and commas in that a hurried editor left out: "Q.Public" becomes "Q.
// Public", " - " and " | " become commas, which stand as tokens of their own.
std::vector<std::string> tokens_of(std::string_view line) {
    std::vector<std::string> tokens(1);
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = read_code_point(line, at);
        const std::string_view piece = line.substr(at, c.bytes);
        at += c.bytes;
        if (c.value == ' ') {
            tokens.emplace_back();
        } else if (c.value == ',' || c.value == '|' ||
                   (c.value == '/' && starts_with_capital(line.substr(at)))) {
            tokens.emplace_back(",");
            tokens.emplace_back();
        } else if (is_dotted_initials(tokens.back()) &&
                   begins_surname(line.substr(at - c.bytes))) {
            tokens.emplace_back(piece);
        } else {
            tokens.back() += piece;
        }
    }
    std::erase(tokens, "");
    for (std::string& token : tokens) {
        if (token == "-" || token == "–" || token == "—") {
            token.assign(1, ',');
        }
    }
    return tokens;
}

void append_word(std::string& text, std::string_view word) {
    text += text.empty() ? "" : " ";
    text += word;
}

// Takes the tokens of one line from left to right: name, credentials, role.
class NameParser {
  public:
    explicit NameParser(std::vector<std::string> tokens) : tokens_(std::move(tokens)) {}

    std::optional<NameLine> parse() {
        shouted_ = is_shouted_name();
        while (at_ < tokens_.size() && take_name_token(tokens_[at_])) {
            ++at_;
        }
        if (words_ < min_name_words || words_ > max_name_words || !ends_well_) {
            return std::nullopt;
        }
        for (; at_ < tokens_.size(); ++at_) {
            if (!take_rest(tokens_[at_])) {
                return std::nullopt;
            }
        }
        line_.credentials_certain = !line_.credentials.empty() && credentials_certain();
        return std::move(line_);
    }

  private:
    // "JANE PUBLIC, LISW": everything before the comma is in capitals.
    bool is_shouted_name() const {
        const auto comma = std::find(tokens_.begin(), tokens_.end(), ",");
        return comma - tokens_.begin() >= 2 &&
               std::all_of(tokens_.begin(), comma, [](const std::string& token) {
                   const Letters letters = letters_of(token);
                   return letters.lower == 0 && letters.upper > 0 && letters.digits == 0;
               });
    }

    bool take_name_token(std::string_view token) {
        if (token == ",") {
            return false;
        }
        const std::string bare = folded(token);
        const bool suffix = words_ >= min_name_words && is_one_of(suffixes, bare);
        const bool title = at_ == 0 && is_one_of(honorifics, bare);
        const bool particle =
            words_ > 0 && is_lower_word(token) && is_one_of(particles, bare);
        // "TJ" and other first names of two capitals.
        const bool letters_name =
            at_ == 0 && token.size() == 2 && is_credential(token, false);
        const bool word = is_name_word(token) || letters_name ||
                          (shouted_ && letters_of(token).upper > 1);
        // "A" and "I" of a heading are words; "M.D." behind a name is a degree.
        const bool initial =
            (at_ == 0 && is_dotted_initials(token)) ||
            (is_initial(token) && (token.size() > 1 || (at_ > 0 && token != "I")));
        if (!suffix && !title && !particle && !word && !initial) {
            return false;
        }
        words_ += word || initial || title ? 1U : 0U;
        ends_well_ = word || suffix;
        append_word(line_.name, token);
        return true;
    }

    bool take_rest(const std::string& token) {
        if (token == ",") {
            line_.role += line_.role.empty() ? "" : ",";
            after_comma_ = true;
            new_segment_ = true;
            return true;
        }
        const bool first_of_segment = std::exchange(new_segment_, false);
        std::string_view bare = bare_nickname(token);
        if (!line_.role.empty()) {
            append_word(line_.role, token);
            return true;
        }
        if (line_.credentials.empty() && is_one_of(suffixes, folded(token))) {
            append_word(line_.name, token);
            return true;
        }
        if (!line_.credentials.empty() && !first_of_segment &&
            is_one_of(numerals, without_dot(token))) {
            append_word(line_.credentials.back(), without_dot(token));
            return true;
        }
        if (is_credential(bare, after_comma_)) {
            line_.credentials.emplace_back(has_inner_dot(bare) ? bare
                                                               : without_dot(bare));
            first_after_comma_ = first_after_comma_ || (after_comma_ && first_of_segment);
            return true;
        }
        // Only what is set apart and begins with a capital or bracket can be a role.
        const bool role = first_of_segment && starts_with_capital(token);
        const bool bracket = token.starts_with('(');
        if (role || bracket) {
            append_word(line_.role, token);
        }
        return role || bracket;
    }

    // A lone "OH" or "MA" after a comma is as likely a state as a degree.
    bool credentials_certain() const {
        return line_.credentials.size() > 1 ||
               (first_after_comma_ && line_.credentials.front().size() > 2);
    }

    std::vector<std::string> tokens_;
    NameLine line_;
    std::size_t at_ = 0;
    std::size_t words_ = 0;
    bool shouted_ = false;
    bool ends_well_ = false;
    bool after_comma_ = false;
    bool new_segment_ = false;
    bool first_after_comma_ = false;
};

}  // namespace

std::optional<NameLine> parse_name_line(std::string_view line) {
    if (line.size() > max_name_line_bytes || !starts_with_capital(line)) {
        return std::nullopt;
    }
    return NameParser(tokens_of(line)).parse();
}

}  // namespace recovery
