// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// The longest section that is indexed in one piece, in words. Longer ones bury the
/// paragraph that answers, and a hit should open near it.
inline constexpr std::size_t max_section_words = 400;

/// The words of `text`: runs without white space, item marks ("•") left out.
[[nodiscard]] std::size_t word_count(std::string_view text) noexcept;

/// Splits a section that is longer than `max_section_words` into as few parts as will do,
/// each with the heading and anchor of the whole, about equal in length.
///
/// Parts end between paragraphs where that is possible; a paragraph that is too long
/// itself is cut between lines, then sentences, then words. Nothing is lost but the white
/// space at the cuts, and no part is empty. A section within the limit comes back as it
/// is, even without text.
[[nodiscard]] std::vector<Section> split_section(Section section);

}  // namespace recovery
