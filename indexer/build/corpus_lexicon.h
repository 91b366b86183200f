// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recovery {

/// Where the crisis rules of a corpus are, and which they are.
struct CorpusLexicon {
    std::filesystem::path folder;  ///< "" when the corpus brings none
    std::string fingerprint;       ///< of those in use
};

/// The lexicon of `lexicon_dir` or, when that is empty, of `lexicon/` inside the first of
/// `paths` that has one. Throws Error{usage} when `lexicon_dir` holds no rules, Error{io}
/// for a file that cannot be read.
[[nodiscard]] CorpusLexicon find_corpus_lexicon(
    const std::filesystem::path& lexicon_dir,
    const std::vector<std::filesystem::path>& paths);

/// The rules that an index keeps, encoded; "" when they are those compiled into the
/// programs. Learning from a folder's examples takes a while. Throws Error{usage} for a
/// mistake in them ("file:line: what is wrong"), Error{io} for a file that cannot be
/// read.
[[nodiscard]] std::string load_corpus_lexicon(const CorpusLexicon& lexicon);

}  // namespace recovery
