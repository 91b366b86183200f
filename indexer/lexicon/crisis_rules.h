// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// The languages in which help can be shown.
enum class CardLanguage : std::uint8_t { english, spanish };
inline constexpr std::size_t card_languages = 2;

/// How near the danger is.
enum class CrisisLevel : std::uint8_t {
    support,  ///< no danger told: planning to stop, looking for help, relapse
    amber,    ///< a danger is named, nobody in the text is in it
    red       ///< a present danger, or a cry
};

[[nodiscard]] constexpr std::string_view crisis_level_name(CrisisLevel level) noexcept {
    constexpr std::array<std::string_view, 3> names{"support", "amber", "red"};
    return names[static_cast<std::size_t>(level)];
}

/// As in HTML's `lang`.
[[nodiscard]] constexpr std::string_view card_language_code(
    CardLanguage language) noexcept {
    return language == CardLanguage::spanish ? "es" : "en";
}

/// A text in each language, by CardLanguage.
using CardText = std::array<std::string, card_languages>;

/// Somebody to call. `source` and `checked` say where the number was read and when
/// (YYYY-MM-DD); they are never empty.
struct CrisisContact {
    std::string id;
    CardText label;
    std::string tel;  ///< as people write it: "1-800-222-1222"
    std::string sms;  ///< number to text, or ""
    std::string url;
    std::string source;
    std::string checked;
};

/// What is shown for one family of dangers. `contacts` are positions in
/// CrisisRules::contacts, by language, the one that fits best first.
struct CrisisCard {
    std::string family;
    CardText title;        ///< for a present danger, and for support
    CardText amber_title;  ///< for a danger that is only named; else `title`
    std::array<std::vector<std::string>, card_languages> steps;
    std::array<std::vector<std::uint16_t>, card_languages> contacts;
};

/// A word the rules know.
struct CrisisWord {
    std::string text;    ///< normalised
    bool fuzzy = false;  ///< a one-edit misspelling of it is read as this word
};

/// Words in a row; each is a position in CrisisRules::words.
using CrisisPhrase = std::vector<std::uint16_t>;

/// Phrases that mean the same to the rules, sorted. Those of an ignorable class, the
/// names of drugs, stand in nobody's way inside a pattern.
struct CrisisClass {
    std::vector<CrisisPhrase> phrases;
    bool ignorable = false;
};

/// What a text must hold.
///
/// Ordered: the elements stand in this order, each at most `gap` words behind the one
/// before. Unordered: any order, all within `window` words of the first element. Words
/// are counted without drug names; the end of a sentence counts as one.
struct CrisisPattern {
    struct Element {
        std::uint16_t word_class = 0;
        std::uint8_t gap = 0;

        bool operator==(const Element&) const = default;
    };
    std::vector<Element> elements;  ///< never empty
    bool ordered = true;
    std::uint8_t window = 0;
    bool at_start = false;  ///< nothing but drug names before it
    bool at_end = false;    ///< nothing but drug names behind it

    bool operator==(const CrisisPattern&) const = default;
};

/// When a card is shown: any of `any`, of which no word belongs to a match of `unless`.
struct CrisisRule {
    CrisisLevel level = CrisisLevel::support;
    CardLanguage language = CardLanguage::english;
    std::uint16_t card = 0;
    /// Holds only where the model does not think danger next to impossible.
    bool only_if_plausible = false;
    std::vector<CrisisPattern> any;
    std::vector<CrisisPattern> unless;
};

/// Columns of the model: what a text may call for, and its language.
inline constexpr std::size_t crisis_outputs = 32;
/// Rows of the model.
inline constexpr std::size_t crisis_buckets = std::size_t{1} << 18U;

/// What a text may call for: a card at a level, or nothing.
struct CrisisOutcome {
    bool nothing = true;
    CrisisLevel level = CrisisLevel::support;
    std::uint16_t card = 0;

    bool operator==(const CrisisOutcome&) const = default;
};

/// What was learned from labelled texts: a linear model, quantised. Empty when there were
/// none.
///
/// A feature is a 32-bit number: modulo `crisis_buckets` it is its row, its high 16 bits
/// are its mark. A row belongs to the one feature whose mark it carries; other features
/// say nothing.
/// `weights[row * crisis_outputs + column]`, times `scale` and the feature's value, is
/// what the feature says for a column: column i is `outcomes[i]`, the last says that the
/// text is Spanish.
struct CrisisModel {
    std::vector<CrisisOutcome> outcomes;  ///< the first is "nothing"
    std::array<float, crisis_outputs> bias{};
    float scale = 0;
    std::vector<std::uint16_t> marks;
    std::vector<std::int8_t> weights;

    [[nodiscard]] bool empty() const noexcept { return outcomes.empty(); }
};

/// All that is known of recognising a crisis: plain values, made from
/// `lexicon/crisis.yaml` by `load_crisis_rules`.
///
/// Words matched by `idioms` are not seen by the rules ("dead tired"); those matched by
/// `traps` are not seen either unless one of `cues` says that somebody is in danger now.
/// Of the rules that hold, the highest level wins, then the card named first.
struct CrisisRules {
    std::vector<CrisisWord> words;
    std::vector<CrisisClass> classes;
    std::vector<CrisisPattern> idioms;
    std::vector<CrisisPattern> traps;
    std::vector<CrisisPattern> cues;
    std::vector<CrisisRule> rules;
    std::vector<CrisisCard> cards;
    std::vector<CrisisContact> contacts;
    CrisisModel model;
};

}  // namespace recovery
