// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/render/terminal.h"
#include "query/search/explanation.h"

namespace recovery {

/// An explanation to read: the question's words, how the index knows them, each hit with
/// what its score is made of, and what became of the Document that was asked about, with
/// advice where its author can do something.
[[nodiscard]] std::string explanation_text(const Explanation& explanation,
                                           std::string_view query,
                                           const TerminalStyle& style);

}  // namespace recovery
