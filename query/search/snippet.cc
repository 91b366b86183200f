// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/snippet.h"

#include <algorithm>
#include <vector>

#include "indexer/base/tokenise.h"
#include "indexer/base/utf8.h"
#include "query/search/sentences.h"

namespace recovery {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";
// A repeated word counts little beside another one.
constexpr double repeat_share = 0.05;
// A window that begins in mid-sentence reads badly, a later one needs a reason.
constexpr double cut_share = 0.85;
constexpr double later_must_exceed = 1.05;

// What the matches in [first, last) tell together.
double worth(const std::vector<TextMatch>& found, std::size_t first, std::size_t last) {
    double sum = 0;
    std::uint64_t seen = 0;
    for (std::size_t i = first; i < last; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (found[i].term.number % 64U);
        sum += (seen & bit) != 0 ? found[i].term.weight * repeat_share
                                 : found[i].term.weight;
        seen |= bit;
    }
    return sum;
}

std::size_t first_from(const std::vector<TextMatch>& found, std::size_t at) {
    const auto it = std::lower_bound(
        found.begin(), found.end(), at, [](const TextMatch& f, std::size_t begin) {
            return f.span.begin < begin;
        });
    return static_cast<std::size_t>(it - found.begin());
}

struct Window {
    Span span;
    double worth = -1;
};

void keep_better(Window& best,
                 const std::vector<TextMatch>& found,
                 Span span,
                 double share = 1) {
    const double value =
        share * worth(found, first_from(found, span.begin), first_from(found, span.end));
    if (best.worth < 0 || value > best.worth * later_must_exceed) {
        best = {span, value};
    }
}

// Where the first word that begins at or behind `at` starts; `at` itself, moved to the
// start of a character, when there is none before `limit`.
std::size_t next_word(std::string_view text, std::size_t at, std::size_t limit) {
    const std::size_t blank = text.find_first_of(" \n", at);
    if (blank < limit) {
        return std::min(text.find_first_not_of(" \n", blank), limit);
    }
    while (at < limit && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        ++at;
    }
    return at;
}

// The part of an overlong sentence around match `number`, cut at blanks where there are
// any.
Span cut_sentence(std::string_view text,
                  Span sentence,
                  std::size_t centre,
                  std::size_t max_bytes) {
    const std::size_t lead = max_bytes / 4;
    const bool near_start = centre <= sentence.begin + lead;
    const std::size_t begin =
        near_start ? sentence.begin : next_word(text, centre - lead, centre);
    const std::string_view kept =
        truncate_utf8(text.substr(begin, sentence.end - begin), max_bytes);
    std::size_t end = begin + kept.size();
    if (end < sentence.end) {
        const std::size_t blank = kept.find_last_of(" \n");
        end = blank == std::string_view::npos || blank < max_bytes / 2 ? end
                                                                       : begin + blank;
    }
    return {begin, end};
}

void try_parts_of_sentence(Window& best,
                           std::string_view text,
                           const std::vector<TextMatch>& found,
                           Span sentence,
                           std::size_t max_bytes) {
    keep_better(best, found, cut_sentence(text, sentence, sentence.begin, max_bytes));
    for (std::size_t i = first_from(found, sentence.begin);
         i < found.size() && found[i].span.begin < sentence.end;
         ++i) {
        const Span part = cut_sentence(text, sentence, found[i].span.begin, max_bytes);
        keep_better(best, found, part, part.begin == sentence.begin ? 1 : cut_share);
    }
}

// A short window goes on into the next sentence, as far as there is room.
Span filled(std::string_view text,
            const std::vector<Span>& sentences,
            Span window,
            std::size_t max_bytes) {
    const auto next = std::find_if(sentences.begin(),
                                   sentences.end(),
                                   [&](const Span& s) { return s.begin >= window.end; });
    const std::size_t used = window.end - window.begin;
    if (next == sentences.end() || used > max_bytes * 2 / 3) {
        return window;
    }
    const std::size_t room =
        max_bytes - used - std::min(max_bytes - used, next->begin - window.end);
    if (room > max_bytes / 4) {
        window.end = cut_sentence(text, *next, next->begin, room).end;
    }
    return window;
}

Span best_window(std::string_view text,
                 const std::vector<Span>& sentences,
                 const std::vector<TextMatch>& found,
                 std::size_t max_bytes) {
    Window best;
    std::size_t last = 0;
    for (std::size_t first = 0; first < sentences.size(); ++first) {
        const std::size_t begin = sentences[first].begin;
        if (sentences[first].end - begin > max_bytes) {
            try_parts_of_sentence(best, text, found, sentences[first], max_bytes);
            continue;
        }
        last = std::max(last, first);
        while (last + 1 < sentences.size() &&
               sentences[last + 1].end - begin <= max_bytes) {
            ++last;
        }
        keep_better(best, found, {begin, sentences[last].end});
    }
    return filled(text, sentences, best.span, max_bytes);
}

/// Copies a window, white space collapsed, and carries the ranges over.
class Copier {
  public:
    Copier(std::string_view text, const std::vector<TextMatch>& found)
        : text_(text), found_(found) {}

    Excerpt copy(Span window, bool cut_front, bool cut_back) {
        if (cut_front) {
            excerpt_.text += ellipsis;
        }
        next_ = first_from(found_, window.begin);
        std::size_t at = window.begin;
        while (at < window.end) {
            const CodePoint c = read_code_point(text_, at);
            if (is_space(c.value)) {
                close(at);
                pending_blank_ = !excerpt_.text.empty();
            } else {
                character(at, c);
            }
            at += c.bytes;
        }
        close(window.end);
        if (cut_back) {
            excerpt_.text += ellipsis;
        }
        return std::move(excerpt_);
    }

  private:
    void character(std::size_t at, const CodePoint& c) {
        close(at);
        if (pending_blank_) {
            excerpt_.text += ' ';
            pending_blank_ = false;
        }
        if (!open_ && next_ < found_.size() && found_[next_].span.begin <= at) {
            excerpt_.ranges.push_back({excerpt_.text.size(), excerpt_.text.size()});
            open_ = true;
        }
        append_code_point(excerpt_.text, c.value);
        if (open_) {
            excerpt_.ranges.back().end = excerpt_.text.size();
        }
    }

    // Ends the range of a match that lies before byte `at`.
    void close(std::size_t at) {
        while (next_ < found_.size() && found_[next_].span.end <= at) {
            ++next_;
            open_ = false;
        }
    }

    std::string_view text_;
    const std::vector<TextMatch>& found_;
    Excerpt excerpt_;
    std::size_t next_ = 0;
    bool open_ = false;
    bool pending_blank_ = false;
};

}  // namespace

void HighlightTerms::add(const std::string& stem, double weight) {
    if (!stem.empty()) {
        terms_.try_emplace(stem, Match{terms_.size(), weight});
        first_bytes_.at(static_cast<unsigned char>(stem.front())) = true;
    }
}

std::optional<HighlightTerms::Match> HighlightTerms::match(std::string_view word,
                                                           Stemmer& stemmer) const {
    if (word.empty() || !first_bytes_.at(static_cast<unsigned char>(word.front()))) {
        return std::nullopt;
    }
    const auto found = terms_.find(stemmer.stem(word));
    return found == terms_.end() ? std::nullopt : std::optional<Match>(found->second);
}

std::vector<TextMatch> find_matches(std::string_view text,
                                    const HighlightTerms& terms,
                                    Stemmer& stemmer) {
    std::vector<TextMatch> matches;
    if (terms.empty()) {
        return matches;
    }
    const NormalisedText normalised = normalise(text);
    for (const Token& token : tokenise(normalised.text)) {
        if (const auto term = terms.match(token.in(normalised.text), stemmer)) {
            matches.push_back({normalised.source(token.begin, token.end), *term});
        }
    }
    return matches;
}

Excerpt make_excerpt(std::string_view text,
                     const std::vector<TextMatch>& matches,
                     std::size_t max_bytes) {
    const std::vector<Span> sentences = split_sentences(text);
    if (sentences.empty()) {
        return {};
    }
    const Span window = best_window(text, sentences, matches, max_bytes);
    const auto inside = [&](std::size_t at) {
        return std::any_of(sentences.begin(), sentences.end(), [at](const Span& s) {
            return s.begin < at && at < s.end;
        });
    };
    return Copier(text, matches).copy(window, inside(window.begin), inside(window.end));
}

}  // namespace recovery
