// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace recovery {

/// `count` questions that nobody should type: random mixtures of ordinary words,
/// operators, quotes, brackets, minus signs, other scripts, emoji, control and broken
/// bytes, between nothing and several thousand bytes long. The same seed gives the same
/// questions.
[[nodiscard]] std::vector<std::string> hostile_questions(std::size_t count,
                                                         std::uint32_t seed);

}  // namespace recovery
