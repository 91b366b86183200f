// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/corpus_lexicon.h"

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/lexicon/built_in.h"
#include "indexer/lexicon/crisis_codec.h"
#include "indexer/lexicon/lexicon_folder.h"

namespace recovery {

namespace {

namespace fs = std::filesystem;

bool has_rules(const fs::path& folder) {
    std::error_code error;
    return fs::is_regular_file(folder / "crisis.yaml", error);
}

fs::path lexicon_folder(const fs::path& lexicon_dir, const std::vector<fs::path>& paths) {
    if (!lexicon_dir.empty()) {
        if (!has_rules(lexicon_dir)) {
            throw Error{
                ErrorCode::usage,
                fmt::format("there is no crisis.yaml in {}", lexicon_dir.string()),
                "--lexicon names a folder that holds one"};
        }
        return lexicon_dir;
    }
    for (const fs::path& path : paths) {
        if (has_rules(path / "lexicon")) {
            return path / "lexicon";
        }
    }
    return {};
}

}  // namespace

CorpusLexicon find_corpus_lexicon(const fs::path& lexicon_dir,
                                  const std::vector<fs::path>& paths) {
    CorpusLexicon lexicon{lexicon_folder(lexicon_dir, paths), {}};
    lexicon.fingerprint = lexicon.folder.empty()
                              ? std::string(built_in_lexicon_fingerprint())
                              : lexicon_fingerprint(lexicon.folder);
    return lexicon;
}

std::string load_corpus_lexicon(const CorpusLexicon& lexicon) {
    if (lexicon.fingerprint == built_in_lexicon_fingerprint()) {
        return {};
    }
    return encode_crisis_rules(load_lexicon_folder(lexicon.folder));
}

}  // namespace recovery
