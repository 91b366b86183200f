// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "query/question/question.h"

namespace recovery {

/// Only so much of a question is matched; the rest is cut at a word boundary, with a
/// note.
inline constexpr std::size_t max_question_bytes = 512;
/// Distinct words that count.
inline constexpr std::size_t max_question_words = 32;
/// Words of one phrase that are looked up by position; the rest is still verified in the
/// text.
inline constexpr std::size_t max_phrase_words = 8;

/// Understands a question. Takes any bytes, never throws on them, and needs no index.
///
/// Words are normalised (`normalise.h`), duplicates merged. "double quotes" ask for a
/// phrase, `-word` and `-"a phrase"` exclude, `title:word` asks for a word in the title
/// or heading. Everything else is punctuation: there are no boolean operators and no wild
/// cards.
///
/// Example: `ketamine "side effects" -dental` has the words ketamine, side, effects, one
/// phrase, and one excluded word.
[[nodiscard]] Question parse_question(std::string_view text);

}  // namespace recovery
