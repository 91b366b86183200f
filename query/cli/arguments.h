// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

namespace recovery {

/// A command line of recovery-query, options apart from the words of the question.
struct SplitArguments {
    std::vector<std::string> options;
    std::vector<std::string> words;
};

/// Tells options from exclusions: "-word" behind a word of the question belongs to the
/// question, before it it is an option; "--name" is an option anywhere, and takes the
/// next argument along when it stands in `valued`; everything behind "--" belongs to the
/// question.
///
/// Example: {"--limit", "3", "ketamine", "-dental", "--json"} has the options --limit 3
/// --json and the words ketamine -dental.
[[nodiscard]] SplitArguments split_arguments(const std::vector<std::string>& arguments,
                                             const std::set<std::string>& valued);

}  // namespace recovery
