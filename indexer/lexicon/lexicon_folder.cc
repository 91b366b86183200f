// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/lexicon_folder.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/fnv1a.h"
#include "indexer/lexicon/crisis_examples.h"
#include "indexer/lexicon/crisis_training.h"
#include "indexer/lexicon/crisis_yaml.h"

namespace recovery {

namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    if (in && fs::is_regular_file(file)) {
        if (fs::file_size(file) > max_lexicon_bytes) {
            throw Error{
                ErrorCode::usage,
                fmt::format(
                    "{}: larger than {} MiB", file.string(), max_lexicon_bytes >> 20U)};
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

struct LexiconFiles {
    fs::path rules;
    fs::path examples;

    explicit LexiconFiles(const fs::path& folder)
        : rules(folder / "crisis.yaml"), examples(folder / "crisis_examples.tsv") {}
};

std::string read_if_there(const fs::path& file) {
    return fs::exists(file) ? read_text(file) : std::string{};
}

}  // namespace

CrisisRules load_lexicon_folder(const fs::path& folder) {
    const LexiconFiles files(folder);
    CrisisRules rules = load_crisis_rules(read_text(files.rules), files.rules.string());
    rules.model = learn_crisis_model(
        rules,
        read_crisis_examples(
            read_if_there(files.examples), files.examples.string(), rules));
    return rules;
}

std::string lexicon_fingerprint(const fs::path& folder) {
    const LexiconFiles files(folder);
    std::uint64_t hash = fnv1a_start;
    for (const std::string& text :
         {read_text(files.rules), read_if_there(files.examples)}) {
        hash = fnv1a(fnv1a(hash, text), text.size());
    }
    return fmt::format("{:016x}", hash);
}

}  // namespace recovery
