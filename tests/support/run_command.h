// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace recovery {

/// How a program ended and what it printed.
struct CommandResult {
    int status = -1;  ///< exit status, or 128 + signal
    std::string output;
    std::string errors;
};

/// Runs a program of ours from the build's bin directory, without a shell, and waits for
/// it. `environment` is added to the test's own; an empty value unsets a variable.
/// `input` is its standard input.
[[nodiscard]] CommandResult run_program(
    const std::string& name,
    const std::vector<std::string>& arguments,
    const std::map<std::string, std::string>& environment = {},
    const std::string& input = {});

}  // namespace recovery
