// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/word_forms.h"

#include <cstddef>

namespace recovery {

namespace {

std::vector<std::string_view> alternatives(std::string_view inside) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= inside.size(); ++at) {
        if (at == inside.size() || inside[at] == '/') {
            parts.push_back(inside.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    return parts;
}

}  // namespace

std::vector<std::string> expand_word_forms(std::string_view notation) {
    std::vector<std::string> forms{""};
    while (!notation.empty()) {
        const std::size_t open = notation.find('(');
        const std::size_t close = notation.find(')', open);
        const bool bracket =
            open != std::string_view::npos && close != std::string_view::npos;
        const std::string_view plain =
            notation.substr(0, bracket ? open : notation.size());
        for (std::string& form : forms) {
            form += plain;
        }
        if (!bracket) {
            break;
        }
        std::vector<std::string> longer;
        for (const std::string& form : forms) {
            for (const std::string_view part :
                 alternatives(notation.substr(open + 1, close - open - 1))) {
                longer.push_back(form + std::string(part));
            }
        }
        forms = std::move(longer);
        notation.remove_prefix(close + 1);
    }
    return forms;
}

}  // namespace recovery
