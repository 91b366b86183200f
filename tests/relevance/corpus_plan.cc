// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/corpus_plan.h"

#include <fstream>
#include <stdexcept>
#include <string_view>

namespace recovery {
namespace {

constexpr std::string_view indent = "    ";

PlannedPage page_of(const std::string& line) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) {
        return {line, "", {}};
    }
    return {line.substr(0, colon), line.substr(colon + 2), {}};
}

}  // namespace

std::vector<PlannedPage> read_plan(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        throw std::runtime_error("cannot read " + file.string());
    }
    std::vector<PlannedPage> pages;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        if (!line.starts_with(indent)) {
            pages.push_back(page_of(line));
        } else if (pages.empty()) {
            throw std::runtime_error(file.string() + " begins with an indented line");
        } else {
            pages.back().parts.push_back(line.substr(indent.size()));
        }
    }
    return pages;
}

}  // namespace recovery
