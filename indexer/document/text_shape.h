// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/document/text_words.h"

namespace recovery {

/// What the last character of a line is, closing quotes and brackets aside.
enum class Ending { none, stop, exclamation, question, colon, other };

/// How a line is capitalised.
///
/// `title`: "How to Treat It": more of the words that the page elsewhere writes in lower
/// case have a capital than not. `sentence`: "How to treat it". `neutral`: nothing to
/// tell by ("Detox", "Utah"); such a line goes with either style. The first word, which
/// always has a capital, and function words in lower case tell nothing.
enum class CaseStyle { neutral, title, sentence };

/// What a line looks like, whatever it says.
struct LineShape {
    std::size_t words = 0;
    std::size_t digits = 0;
    Ending ending = Ending::none;
    bool starts_lower =
        false;  ///< a lower-case word first; "e-mail" and "iPhone" are not
    bool several_sentences = false;
    CaseStyle style = CaseStyle::neutral;
};

/// The longest line that can be a heading or question, in bytes: a long paragraph need
/// not be looked at closer.
inline constexpr std::size_t max_short_line_bytes = 200;
/// Search-engine headings run to a dozen words and a name.
inline constexpr std::size_t max_heading_words = 16;
/// Without Title Case, a longer line is a sentence that lost its full stop.
inline constexpr std::size_t max_sentence_heading_words = 10;
/// Questions are whole sentences.
inline constexpr std::size_t max_question_words = 30;
/// More digits make a phone number, postcode or date, not a heading.
inline constexpr std::size_t max_heading_digits = 4;

/// Measures `text`; `words` are those of its page. For a text longer than
/// `max_short_line_bytes` only `words`, `ending` and `starts_lower` are filled in.
[[nodiscard]] LineShape shape_of(std::string_view text, const PageWords& words);

/// A short line that begins with a capital or digit and ends like no sentence, with few
/// digits. An exclamation mark is allowed in Title Case ("Get Help Today!").
[[nodiscard]] bool looks_like_heading(std::string_view text, const LineShape& shape);

/// One short sentence that ends with a question mark. "You may ask: is it safe?" is a
/// statement; "Detox at Home: Is It Safe?" is a question.
[[nodiscard]] bool looks_like_question(std::string_view text, const LineShape& shape);

/// Whether a question speaks to the text around it: it begins with a conjunction ("But is
/// it safe?") or ends with an aside of one word ("Is it safe, though?").
[[nodiscard]] bool is_conversational(std::string_view question);

/// Whether a line names a scene rather than says something: five to sixteen words without
/// a comma, colon or quote, without "I", "we" or "you", and without an auxiliary verb.
/// "Two friends on a bench near the river" does, "This is not legal in all states" does
/// not.
[[nodiscard]] bool reads_like_caption(std::string_view line);

}  // namespace recovery
