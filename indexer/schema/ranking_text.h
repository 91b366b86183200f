// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recovery {

/// Of a title or heading no more than so many bytes of words take part in re-ranking.
inline constexpr std::size_t max_ranking_bytes = 512;

/// What re-ranking needs of a section, kept in a value of its own: reading a value costs
/// a fraction of reading the section's data.
///
/// Texts are normalised words joined by one blank. Views into the bytes they were decoded
/// from.
struct RankingText {
    std::string_view title;  ///< page title, question, or name with credentials and role
    std::string_view heading;         ///< of the section; "" when it has none
    std::uint32_t body_position = 0;  ///< first position of the section's own text
    std::uint32_t parts = 1;          ///< sections of the Document
};

/// The bytes of the value; `decode_ranking_text` reads them back.
[[nodiscard]] std::string encode_ranking_text(const RankingText& text);

/// Throws Error{index_corrupt} when `bytes` are not what `encode_ranking_text` wrote.
/// The result is good as long as `bytes`.
[[nodiscard]] RankingText decode_ranking_text(std::string_view bytes);

}  // namespace recovery
