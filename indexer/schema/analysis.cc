// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/analysis.h"

#include <algorithm>
#include <array>

#include "indexer/schema/fields.h"

namespace recovery {

namespace {

// Bounds the memory of a long run; a corpus of 20,000 pages stays below it.
constexpr std::size_t max_known_words = 200'000;

// Sorted. Contractions stand as the normaliser leaves them ("dont", "whos" when typed
// without apostrophe); "ill", "well", "shell" and the like are left out because they are
// words of their own.
constexpr auto stop_words = std::to_array<std::string_view>({
    "a",          "about",     "above",     "after",      "again",       "against",
    "all",        "also",      "am",        "an",         "and",         "any",
    "anyone",     "are",       "arent",     "as",         "at",          "be",
    "because",    "been",      "before",    "being",      "below",       "between",
    "both",       "but",       "by",        "can",        "cannot",      "cant",
    "could",      "couldnt",   "did",       "didnt",      "do",          "does",
    "doesnt",     "doing",     "don",       "dont",       "down",        "during",
    "each",       "ever",      "few",       "for",        "from",        "further",
    "get",        "go",        "going",     "got",        "had",         "hadnt",
    "has",        "hasnt",     "have",      "havent",     "having",      "he",
    "help",       "her",       "here",      "heres",      "hers",        "herself",
    "hes",        "him",       "himself",   "his",        "how",         "hows",
    "i",          "if",        "im",        "in",         "information", "into",
    "is",         "isnt",      "it",        "its",        "itself",      "ive",
    "just",       "know",      "lets",      "like",       "make",        "many",
    "may",        "me",        "might",     "more",       "most",        "much",
    "must",       "mustnt",    "my",        "myself",     "need",        "no",
    "nor",        "not",       "now",       "of",         "off",         "on",
    "once",       "only",      "or",        "other",      "ought",       "our",
    "ours",       "ourselves", "out",       "over",       "own",         "please",
    "possible",   "question",  "questions", "really",     "regarding",   "s",
    "same",       "shall",     "shant",     "she",        "shes",        "should",
    "shouldnt",   "so",        "some",      "somebody",   "someone",     "such",
    "t",          "tell",      "than",      "that",       "thats",       "the",
    "their",      "theirs",    "them",      "themselves", "then",        "there",
    "theres",     "these",     "they",      "theyre",     "theyve",      "thing",
    "things",     "this",      "those",     "through",    "to",          "too",
    "under",      "until",     "up",        "us",         "very",        "want",
    "was",        "wasnt",     "way",       "ways",       "we",          "were",
    "werent",     "weve",      "what",      "whats",      "when",        "where",
    "wheres",     "which",     "while",     "who",        "whom",        "whos",
    "why",        "will",      "with",      "wondering",  "wont",        "would",
    "wouldnt",    "you",       "your",      "youre",      "yours",       "yourself",
    "yourselves", "youve",
});
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

}  // namespace

Stemmer::Stemmer() : stem_(std::string(schema_language)) {}

const std::string& Stemmer::stem(std::string_view word) {
    if (const auto found = known_.find(word); found != known_.end()) {
        return found->second;
    }
    if (known_.size() >= max_known_words) {
        known_.clear();
    }
    std::string key(word);
    std::string stemmed = stem_(key);
    return known_.emplace(std::move(key), std::move(stemmed)).first->second;
}

bool is_stop_word(std::string_view word) {
    return std::binary_search(stop_words.begin(), stop_words.end(), word);
}

}  // namespace recovery
