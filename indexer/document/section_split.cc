// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/section_split.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/base/ascii.h"

namespace recovery {

namespace {

constexpr std::string_view bullet = "•";

/// A stretch of the section's text that stays in one part.
struct Piece {
    std::string_view text;
    std::size_t words = 0;
};

enum class Cut { paragraph, line, sentence, word };

bool ends_sentence(std::string_view text, std::size_t blank) {
    std::size_t last = blank;
    while (last > 0 && (text[last - 1] == '"' || text[last - 1] == ')')) {
        --last;
    }
    return last > 0 &&
           (text[last - 1] == '.' || text[last - 1] == '!' || text[last - 1] == '?');
}

/// The first place at or after `from` where `text` may be cut; its size if none.
std::size_t find_cut(std::string_view text, std::size_t from, Cut cut) {
    switch (cut) {
        case Cut::paragraph:
            return std::min(text.find("\n\n", from), text.size());
        case Cut::line:
            return std::min(text.find('\n', from), text.size());
        case Cut::sentence:
        case Cut::word:
            break;
    }
    for (std::size_t at = from; at < text.size(); ++at) {
        if (is_ascii_space(text[at]) && (cut == Cut::word || ends_sentence(text, at))) {
            return at;
        }
    }
    return text.size();
}

void add_pieces(std::string_view text, Cut cut, std::vector<Piece>& pieces) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = find_cut(text, at, cut);
        const std::string_view piece = trim_ascii(text.substr(at, end - at));
        const std::size_t words = word_count(piece);
        if (words > max_section_words && cut != Cut::word) {
            add_pieces(piece, static_cast<Cut>(static_cast<int>(cut) + 1), pieces);
        } else if (!piece.empty()) {
            pieces.push_back({piece, words});
        }
        at = end + 1;
    }
}

/// Where each part begins when none but a single piece may exceed `limit` words.
std::vector<std::size_t> fill_parts(const std::vector<Piece>& pieces, std::size_t limit) {
    std::vector<std::size_t> starts;
    std::size_t words = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (starts.empty() || words + pieces[i].words > limit) {
            starts.push_back(i);
            words = 0;
        }
        words += pieces[i].words;
    }
    return starts;
}

/// As few parts as `max_section_words` allows, then the lowest limit that needs no more.
std::vector<std::size_t> balance_parts(const std::vector<Piece>& pieces) {
    const std::size_t parts = fill_parts(pieces, max_section_words).size();
    std::size_t low = 1;
    std::size_t high = max_section_words;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (fill_parts(pieces, middle).size() > parts) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return fill_parts(pieces, low);
}

}  // namespace

std::size_t word_count(std::string_view text) noexcept {
    std::size_t words = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_ascii_space(text[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size() && !is_ascii_space(text[at])) {
            ++at;
        }
        words += text.substr(start, at - start) == bullet ? 0 : 1;
    }
    return words;
}

std::vector<Section> split_section(Section section) {
    std::vector<Section> parts;
    if (word_count(section.text) <= max_section_words) {
        parts.push_back(std::move(section));
        return parts;
    }
    std::vector<Piece> pieces;
    add_pieces(section.text, Cut::paragraph, pieces);
    std::vector<std::size_t> starts = balance_parts(pieces);
    starts.push_back(pieces.size());
    for (std::size_t part = 0; part + 1 < starts.size(); ++part) {
        // Pieces are views into one text, so what stands between them comes along.
        const char* begin = pieces[starts[part]].text.data();
        const std::string_view last = pieces[starts[part + 1] - 1].text;
        parts.push_back({section.heading,
                         section.anchor,
                         std::string(begin, last.data() + last.size())});
    }
    return parts;
}

}  // namespace recovery
