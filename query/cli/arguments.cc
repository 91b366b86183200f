// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/arguments.h"

namespace recovery {

SplitArguments split_arguments(const std::vector<std::string>& arguments,
                               const std::set<std::string>& valued) {
    SplitArguments split;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--") {
            split.words.insert(split.words.end(),
                               arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                               arguments.end());
            break;
        }
        const bool dashed = argument.size() > 1 && argument.front() == '-';
        const bool long_option = argument.starts_with("--");
        if (!dashed || (!long_option && !split.words.empty())) {
            split.words.push_back(argument);
            continue;
        }
        split.options.push_back(argument);
        if (valued.contains(argument) && i + 1 < arguments.size()) {
            split.options.push_back(arguments[++i]);
        }
    }
    return split;
}

}  // namespace recovery
