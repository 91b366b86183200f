// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// A word of the question: how it was looked up and how common it is.
struct ExplainedWord {
    std::string text;
    std::string stem;
    bool is_topic = true;      ///< false: a stop word, damped
    std::size_t sections = 0;  ///< that hold its stem
    double idf = 0;
};

/// One feature's part in a score: `value` times `weight`.
struct FeatureShare {
    std::string_view name;
    std::string_view meaning;
    double value = 0;
    double weight = 0;

    [[nodiscard]] double points() const noexcept { return value * weight; }
};

/// Why a Document stands where it does. The points of `shares` add up to `score`; behind
/// the depth of re-ranking there are no shares, the order of the first stage goes on.
struct ExplainedHit {
    std::size_t rank = 0;  ///< from 1
    std::string id;
    std::string title;
    std::string section;
    double score = 0;
    double bm25 = 0;                   ///< first-stage weight
    std::size_t first_stage_rank = 0;  ///< from 1
    std::vector<FeatureShare> shares;
};

/// Where the Document holds a word of the question.
struct ExplainedPlace {
    std::string word;
    bool in_title = false;  ///< title, heading, or a bio's credentials and role
    bool in_text = false;
};

/// What became of one Document that somebody asked about.
struct ExplainedDocument {
    enum class Outcome {
        unknown,     ///< no Document of this id in the index
        shown,       ///< found, with a rank
        too_far,     ///< found, behind the last rank that can be asked for
        no_word,     ///< holds no word of the topic
        lacks,       ///< lacks a phrase or title word that the question requires
        excluded,    ///< holds something the question excludes
        filtered,    ///< does not pass the filters
        no_question  ///< the question has no words
    };
    std::string id;
    Outcome outcome = Outcome::unknown;
    std::vector<ExplainedPlace> places;
    std::optional<ExplainedHit> hit;   ///< when shown
    std::vector<std::string> similar;  ///< ids that hold the one asked for, if unknown
};

/// How an answer came about.
struct Explanation {
    std::vector<ExplainedWord> words;
    std::string query;         ///< as Xapian describes it
    std::size_t sections = 0;  ///< in the index
    std::size_t total = 0;     ///< Documents found
    bool total_is_exact = true;
    std::vector<ExplainedHit> hits;
    std::optional<ExplainedDocument> document;
    std::vector<std::string> notes;
};

}  // namespace recovery
