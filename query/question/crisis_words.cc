// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question/crisis_words.h"

#include <algorithm>
#include <limits>

#include "indexer/base/fnv1a.h"
#include "indexer/lexicon/crisis_spelling.h"

namespace recovery {

namespace {

constexpr std::size_t max_tokens = std::numeric_limits<std::uint16_t>::max();
constexpr std::size_t min_near_bytes = 3;
// Beyond this a word is more likely several without blanks than one misspelled.
constexpr std::size_t max_single_bytes = 14;
constexpr std::size_t min_run_bytes = 5;

/// FNV-1a of a word without the byte at `left_out` (none when beyond its end).
std::uint64_t hash_without(std::string_view word, std::size_t left_out) {
    const std::string_view behind = word.substr(std::min(left_out + 1, word.size()));
    return fnv1a(fnv1a(fnv1a_start, word.substr(0, left_out)), behind);
}

/// Whether two different words are one insertion, deletion, substitution or transposition
/// of neighbours apart.
bool one_edit_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 1) {
        return false;
    }
    const auto difference = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    const std::string_view rest_a = a.substr(difference);
    const std::string_view rest_b = b.substr(difference);
    if (a.size() < b.size()) {
        return rest_a == rest_b.substr(1);
    }
    if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) {
        return true;
    }
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

/// The cheapest way to part a run of letters into words.
class Parting {
  public:
    struct Step {
        std::uint32_t cost = std::numeric_limits<std::uint32_t>::max();
        std::uint32_t begin = 0;
        std::uint16_t word = CrisisToken::no_word;
    };

    explicit Parting(std::size_t bytes) : steps_(bytes + 1) { steps_[0].cost = 0; }

    void offer(std::size_t begin,
               std::size_t end,
               std::uint32_t cost,
               std::uint16_t word) {
        const std::uint32_t total = steps_[begin].cost + cost;
        if (total < steps_[end].cost) {
            steps_[end] = {total, static_cast<std::uint32_t>(begin), word};
        }
    }

    /// The steps from the start to the end of the run.
    [[nodiscard]] std::vector<Step> path() const {
        std::vector<Step> path;
        for (std::size_t end = steps_.size() - 1; end > 0; end = steps_[end].begin) {
            path.push_back(steps_[end]);
        }
        std::reverse(path.begin(), path.end());
        return path;
    }

  private:
    std::vector<Step> steps_;
};

}  // namespace

CrisisWords::CrisisWords(const std::vector<CrisisWord>& words) : words_(words) {
    numbers_.reserve(words.size());
    deletions_.reserve(words.size() * 4);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view text = words[i].text;
        const auto number = static_cast<std::uint16_t>(i);
        numbers_.emplace(text, number);
        longest_ = std::max(longest_, text.size());
        if (words[i].fuzzy) {
            for (std::size_t at = 0; at <= text.size(); ++at) {
                deletions_.emplace(hash_without(text, at), number);
            }
        }
    }
}

std::uint16_t CrisisWords::find(std::string_view word) const {
    const auto known = numbers_.find(word);
    return known == numbers_.end() ? CrisisToken::no_word : known->second;
}

bool CrisisWords::read_exactly(std::string_view word, CrisisToken& token) const {
    const std::uint16_t number = find(word);
    if (number == CrisisToken::no_word) {
        return false;
    }
    if (token.reading_count < CrisisToken::max_readings && !token.reads_as(number)) {
        token.readings[token.reading_count++] = number;
    }
    return true;
}

bool CrisisWords::read_near(std::string_view word, CrisisToken& token) const {
    if (word.size() < min_near_bytes || word.size() > max_single_bytes + 4) {
        return false;
    }
    for (std::size_t at = 0; at <= word.size(); ++at) {
        const auto [first, last] = deletions_.equal_range(hash_without(word, at));
        for (auto near = first; near != last; ++near) {
            if (token.reading_count < CrisisToken::max_readings &&
                !token.reads_as(near->second) &&
                one_edit_apart(word, words_[near->second].text)) {
                token.readings[token.reading_count++] = near->second;
            }
        }
    }
    return token.reading_count > 0;
}

bool CrisisWords::read_parts(std::string_view run,
                             std::vector<CrisisToken>& tokens) const {
    // Few known words are better than many, any known word than an unknown stretch.
    constexpr std::uint32_t known_word = 80;
    constexpr std::uint32_t unknown_start = 120;
    constexpr std::uint32_t unknown_byte = 45;
    constexpr std::size_t max_unknown = 24;
    Parting parting(run.size());
    for (std::size_t begin = 0; begin < run.size(); ++begin) {
        const std::size_t most = std::max(longest_, max_unknown);
        for (std::size_t bytes = 1; bytes <= std::min(most, run.size() - begin);
             ++bytes) {
            const std::uint16_t word =
                bytes <= longest_ ? find(run.substr(begin, bytes)) : CrisisToken::no_word;
            if (word != CrisisToken::no_word) {
                parting.offer(begin, begin + bytes, known_word, word);
            } else if (bytes <= max_unknown) {
                parting.offer(
                    begin,
                    begin + bytes,
                    unknown_start + unknown_byte * static_cast<std::uint32_t>(bytes),
                    word);
            }
        }
    }
    const std::vector<Parting::Step> path = parting.path();
    const auto known = std::count_if(path.begin(), path.end(), [](const auto& step) {
        return step.word != CrisisToken::no_word;
    });
    const auto unknown = static_cast<std::ptrdiff_t>(path.size()) - known;
    const bool short_run = run.size() <= max_single_bytes;
    if (known < 2 || (short_run ? unknown > 0 : unknown * 3 > known)) {
        return false;
    }
    for (const Parting::Step& step : path) {
        CrisisToken token;
        if (step.word != CrisisToken::no_word) {
            token.readings[token.reading_count++] = step.word;
        }
        tokens.push_back(token);
    }
    return true;
}

void CrisisWords::read_word(std::string_view word,
                            std::vector<CrisisToken>& tokens) const {
    CrisisToken token;
    bool known = read_exactly(word, token);
    if (!known) {
        const std::string plain = letters_for_digits(word);
        const std::string_view spelled = plain.empty() ? word : std::string_view(plain);
        const std::string once = without_runs(spelled, 1);
        const std::string twice = without_runs(spelled, 2);
        known = (!plain.empty() && read_exactly(plain, token)) ||
                (!once.empty() && read_exactly(once, token)) ||
                (!twice.empty() && read_exactly(twice, token)) ||
                (spelled.size() > max_single_bytes && read_parts(spelled, tokens)) ||
                read_near(spelled, token) || (!once.empty() && read_near(once, token)) ||
                (!twice.empty() && read_near(twice, token)) ||
                (spelled.size() >= min_run_bytes && read_parts(spelled, tokens));
        if (known && token.reading_count == 0) {
            return;
        }
    }
    tokens.push_back(token);
}

std::vector<CrisisToken> CrisisWords::read(std::string_view normalised) const {
    std::vector<CrisisToken> tokens;
    tokens.reserve(normalised.size() / 5 + 4);
    bool sentence_start = false;
    std::string pair;
    std::string_view last;
    std::size_t at = 0;
    while (at < normalised.size() && tokens.size() < max_tokens) {
        if (!is_crisis_word_byte(normalised[at])) {
            sentence_start = sentence_start || ends_crisis_sentence(normalised[at]);
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < normalised.size() && is_crisis_word_byte(normalised[end])) {
            ++end;
        }
        const std::string_view word = normalised.substr(at, end - at);
        const std::size_t before = tokens.size();
        read_word(word, tokens);
        tokens[before].sentence_start = sentence_start && before > 0;
        if (before > 0 && last.size() + word.size() <= longest_) {
            pair.assign(last).append(word);
            tokens[before - 1].joined = find(pair);
        }
        last = tokens.size() == before + 1 ? word : std::string_view{};
        sentence_start = false;
        at = end;
    }
    tokens.resize(std::min(tokens.size(), max_tokens));
    return tokens;
}

}  // namespace recovery
