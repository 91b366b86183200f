// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/question/crisis.h"
#include "query/render/terminal.h"

namespace recovery {

/// Help for a person at a terminal, to stand before everything else: what to do first,
/// the steps, whom to call. A danger that is only named gets its title and the calls.
/// Lines are wrapped to the terminal; an empty line ends the block.
[[nodiscard]] std::string help_text(const Crisis& help, const TerminalStyle& style);

}  // namespace recovery
