// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "query/render/terminal.h"
#include "query/search/results.h"

namespace recovery {

/// The columns that a line of running text may take.
[[nodiscard]] std::size_t text_columns(const TerminalStyle& style);

/// How long an excerpt may be so that it fills two lines.
[[nodiscard]] std::size_t excerpt_columns(const TerminalStyle& style);

/// The answer for a person at a terminal: numbered hits with title, type, section, a
/// two-line excerpt, address, further sections; a question's answer in full when it comes
/// first. Facets and notes follow. Says plainly when nothing was found, with a way on.
[[nodiscard]] std::string answer_text(const Results& results,
                                      std::string_view query,
                                      std::uint64_t time_us,
                                      const TerminalStyle& style);

/// A whole Document to read: title, what is known of it, each section under its heading.
[[nodiscard]] std::string document_text(const WholeDocument& document,
                                        const TerminalStyle& style);

}  // namespace recovery
