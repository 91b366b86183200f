// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// A stretch of bytes, [begin, end).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A text as the index knows it, with the way back to the text as it was written.
///
/// `offsets[i]` is the byte of the source at which normalised byte i begins; `offsets`
/// has one entry more than `text` has bytes, the last being the source's length. What the
/// normaliser drops (an accent, a possessive 's) belongs to the word before it, so that a
/// highlighted word is highlighted whole.
struct NormalisedText {
    std::string text;
    std::vector<std::uint32_t> offsets;

    /// The bytes of the source from which the normalised bytes [begin, end) came.
    [[nodiscard]] Span source(std::size_t begin, std::size_t end) const {
        return {offsets[begin], offsets[end]};
    }
};

/// Brings a text into the one form that indexer, queries and dictionary share. Never
/// fails.
///
/// In this order:
/// - bytes that are not UTF-8 become U+FFFD; soft hyphens, zero-width characters,
/// trademark signs
///   and superscript digits (footnote marks) vanish;
/// - lower case (full case folding), accents removed, compatibility forms and ligatures
/// resolved,
///   curly quotes and dashes made plain, every white space a blank (newlines stay);
/// - apostrophes: contractions lose their ending ("she'll" is "she", "patient's" is
/// "patient"),
///   "n't" closes up ("won't" is "wont"), any other is removed ("o'brien" is "obrien");
/// - initials close up: "u.s." is "us", "ph.d." is "phd"; "20,000" is "20000";
/// - phone numbers of North America become ten digits: "+1 (555) 010-0199" is
/// "5550100199",
///   "1-800-662-HELP" is "8006624357";
/// - codes get one spelling, listed in `normalise_codes.h`: "DSM-5-TR", "dsm5 tr" and
/// "DSM V TR"
///   are "dsm 5 tr", "LCDC-III" and "lcdc3" are "lcdc iii".
///
/// Hyphens stay; `tokenise` parts words at them. The result is in Normalization Form C.
[[nodiscard]] NormalisedText normalise(std::string_view text);

/// `normalise(text).text` with white space collapsed: the form of tags, authors and other
/// exact values.
[[nodiscard]] std::string normalise_value(std::string_view text);

}  // namespace recovery
