// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_features.h"

#include <algorithm>
#include <cmath>

#include "indexer/base/fnv1a.h"
#include "indexer/lexicon/crisis_spelling.h"

namespace recovery {

namespace {

constexpr std::size_t min_run = 3;
constexpr std::size_t max_run = 6;
// Two words are a pair up to this distance.
constexpr std::size_t max_pair_distance = 5;
// A text of so many letters is one window; longer ones are read through windows of
// `window_bytes`, each beginning `stride_bytes` behind the one before.
constexpr std::size_t one_window_bytes = 180;
constexpr std::size_t window_bytes = 120;
constexpr std::size_t stride_bytes = 40;
// Longer "words" are texts without blanks; they are cut to fit into windows.
constexpr std::size_t max_word_bytes = 40;

// What the parts of a feature are, so that a word is not taken for a run of letters.
constexpr unsigned char word_mark = 1;
constexpr unsigned char pair_mark = 2;
constexpr unsigned char drug_mark = 3;

// FNV-1a mixes its low bits badly.
std::uint32_t feature(std::uint64_t hash) {
    hash *= 0x9e3779b97f4a7c15U;
    return static_cast<std::uint32_t>(hash >> 32U);
}

void add_runs(std::string_view letters, std::vector<std::uint32_t>& features) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        std::uint64_t hash = fnv1a_start;
        const std::size_t end = std::min(letters.size(), i + max_run);
        for (std::size_t k = i; k < end; ++k) {
            hash = fnv1a(hash, static_cast<unsigned char>(letters[k]));
            if (k + 1 >= i + min_run) {
                features.push_back(feature(hash));
            }
        }
    }
}

void add_words(const std::vector<std::string>& words,
               std::size_t begin,
               std::size_t end,
               CrisisWindow& window) {
    for (std::size_t i = begin; i < end; ++i) {
        window.words.push_back(feature(fnv1a(fnv1a(fnv1a_start, word_mark), words[i])));
        const std::size_t from = i - std::min(i - begin, max_pair_distance);
        for (std::size_t k = from; k < i; ++k) {
            const std::uint64_t pair = fnv1a(fnv1a(fnv1a_start, pair_mark), words[k]);
            window.pairs.push_back(feature(fnv1a(fnv1a(pair, " "), words[i])));
        }
    }
}

CrisisWindow window_of(const std::vector<std::string>& words,
                       std::size_t begin,
                       std::size_t end) {
    std::string letters = begin == 0 ? "^" : "";
    for (std::size_t i = begin; i < end; ++i) {
        letters += words[i];
    }
    letters += end == words.size() ? "$" : "";
    CrisisWindow window;
    window.runs.reserve(letters.size() * (max_run - min_run + 1));
    add_runs(letters, window.runs);
    add_words(words, begin, end, window);
    return window;
}

std::size_t end_of_stretch(const std::vector<std::string>& words,
                           std::size_t begin,
                           std::size_t bytes) {
    std::size_t end = begin;
    for (std::size_t used = 0; end < words.size() && used < bytes; ++end) {
        used += words[end].size();
    }
    return end;
}

void add_word(std::string&& word, std::vector<std::string>& words) {
    while (word.size() > max_word_bytes) {
        words.push_back(word.substr(0, max_word_bytes));
        word.erase(0, max_word_bytes);
    }
    words.push_back(std::move(word));
}

struct Word {
    std::string text;
    bool begins_sentence = false;
};

std::vector<Word> split_words(std::string_view normalised) {
    std::vector<Word> words;
    bool begins_sentence = true;
    std::size_t at = 0;
    while (at < normalised.size()) {
        if (!is_crisis_word_byte(normalised[at])) {
            begins_sentence = begins_sentence || ends_crisis_sentence(normalised[at]);
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < normalised.size() && is_crisis_word_byte(normalised[end])) {
            ++end;
        }
        words.push_back({std::string(normalised.substr(at, end - at)), begins_sentence});
        begins_sentence = false;
        at = end;
    }
    return words;
}

}  // namespace

float CrisisWindow::value(const std::vector<std::uint32_t>& kind) noexcept {
    return 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(kind.size(), 1)));
}

CrisisFeatures::CrisisFeatures(const CrisisRules& rules) {
    for (std::size_t i = 0; i < rules.classes.size(); ++i) {
        if (!rules.classes[i].ignorable) {
            continue;
        }
        for (const CrisisPhrase& phrase : rules.classes[i].phrases) {
            std::string name;
            for (const std::uint16_t word : phrase) {
                name += name.empty() ? "" : " ";
                name += rules.words[word].text;
            }
            names_.emplace(std::move(name), static_cast<std::uint16_t>(i));
            longest_name_ = std::max(longest_name_, phrase.size());
        }
    }
}

std::uint32_t CrisisFeatures::drug_feature(std::uint16_t drug_class) noexcept {
    return feature(
        fnv1a(fnv1a(fnv1a_start, drug_mark), static_cast<unsigned char>(drug_class)));
}

CrisisFeatures::PlainText CrisisFeatures::without_drugs(
    std::string_view normalised, std::vector<std::uint16_t>& drugs) const {
    const std::vector<Word> all = split_words(normalised);
    PlainText plain;
    bool begins_sentence = false;
    for (std::size_t i = 0; i < all.size();) {
        begins_sentence = begins_sentence || all[i].begins_sentence;
        std::size_t named = 0;
        std::string name;
        for (std::size_t k = i; k < std::min(all.size(), i + longest_name_); ++k) {
            name += name.empty() ? "" : " ";
            name += all[k].text;
            if (const auto found = names_.find(name); found != names_.end()) {
                named = k + 1 - i;
                drugs.push_back(found->second);
            }
        }
        if (named == 0) {
            if (begins_sentence) {
                plain.sentences.push_back(plain.words.size());
            }
            begins_sentence = false;
            add_word(plain_crisis_word(all[i].text), plain.words);
        }
        i += std::max<std::size_t>(named, 1);
    }
    std::sort(drugs.begin(), drugs.end());
    drugs.erase(std::unique(drugs.begin(), drugs.end()), drugs.end());
    return plain;
}

CrisisFeatureText CrisisFeatures::read(std::string_view normalised) const {
    CrisisFeatureText text;
    const PlainText plain = without_drugs(normalised, text.drugs);
    const std::vector<std::string>& words = plain.words;
    if (end_of_stretch(words, 0, one_window_bytes) == words.size()) {
        text.windows.push_back(window_of(words, 0, words.size()));
        return text;
    }
    for (std::size_t begin = 0, end = 0; end < words.size();) {
        end = end_of_stretch(words, begin, window_bytes);
        text.windows.push_back(window_of(words, begin, end));
        begin = end_of_stretch(words, begin, stride_bytes);
    }
    for (std::size_t i = 0; i < plain.sentences.size(); ++i) {
        const std::size_t begin = plain.sentences[i];
        const std::size_t next =
            i + 1 < plain.sentences.size() ? plain.sentences[i + 1] : words.size();
        if (end_of_stretch(words, begin, window_bytes) >= next) {
            text.windows.push_back(window_of(words, begin, next));
        }
    }
    return text;
}

}  // namespace recovery
