// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/lexicon_folder.h"

#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_yaml.h"

namespace recovery {

namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    if (in && fs::is_regular_file(file)) {
        if (fs::file_size(file) > max_lexicon_bytes) {
            throw Error{ErrorCode::usage,
                        fmt::format("{}: larger than {} MiB",
                                    file.string(),
                                    max_lexicon_bytes >> 20U)};
        }
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    if (!in || in.bad()) {
        throw Error{ErrorCode::io,
                    fmt::format("{}: cannot be read", file.string()),
                    "a lexicon folder holds crisis.yaml"};
    }
    return text;
}

}  // namespace

CrisisRules load_lexicon_folder(const fs::path& folder) {
    const fs::path rules = folder / "crisis.yaml";
    const fs::path words = folder / "ordinary_words.txt";
    return load_crisis_rules(
        read_text(rules), rules.string(), fs::exists(words) ? read_text(words) : "");
}

}  // namespace recovery
