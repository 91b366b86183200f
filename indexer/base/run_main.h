// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace recovery {

/// Prints "PROGRAM: message" and, indented, the hint to standard error, safe for a
/// terminal.
void print_error(std::string_view program,
                 std::string_view message,
                 std::string_view hint = {});

/// The body of every main: runs `work`, turns what it throws into a message and an exit
/// status, and makes sure that standard output was written to the end (a full disk is an
/// error, not a short file).
[[nodiscard]] int run_main(std::string_view program, const std::function<int()>& work);

}  // namespace recovery
