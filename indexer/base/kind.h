// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace recovery {

/// What a Document is to a reader: an article, one question with its answer, or one
/// person.
enum class Kind { article, faq, bio };

inline constexpr std::array all_kinds{Kind::article, Kind::faq, Kind::bio};

/// "article", "faq" or "bio": the spelling of front matter, JSON, index and `--type`.
[[nodiscard]] std::string_view kind_name(Kind kind) noexcept;

/// The kind of that exact spelling.
[[nodiscard]] std::optional<Kind> kind_from_name(std::string_view name) noexcept;

}  // namespace recovery
