// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace recovery {

/// A test collection in the layout of BEIR (Thakur et al., BEIR: A Heterogeneous
/// Benchmark for Zero-shot Evaluation of Information Retrieval Models, NeurIPS 2021):
/// corpus.jsonl with the strings _id, title and text, queries.jsonl with _id and text,
/// qrels/NAME.tsv.
struct BeirFolder {
    std::string name;  ///< the folder's own name: "stackfaq"
    std::filesystem::path corpus;
    std::filesystem::path queries;
    std::filesystem::path qrels;
};

/// The files of a collection. `qrels_name` picks the judgements by file name; when empty
/// it is test.tsv, or else the only .tsv in qrels/. Throws Error{usage} when one of the
/// files is not there.
[[nodiscard]] BeirFolder open_beir_folder(const std::filesystem::path& folder,
                                          const std::string& qrels_name);

/// The name by which options call a folder: its last component, also of "." or "a/b/".
[[nodiscard]] std::string beir_folder_name(const std::filesystem::path& folder);

/// One line of corpus.jsonl.
struct BeirDocument {
    std::string id;
    std::string title;  ///< "" when there is none
    std::string text;
};

/// Calls `take` with every document in file order and returns how many there were; empty
/// lines are passed over. Throws Error{io} for an unreadable file and Error{usage},
/// naming file and line, for a line without the strings _id and text.
std::size_t each_document(const std::filesystem::path& corpus,
                          const std::function<void(const BeirDocument&)>& take);

}  // namespace recovery
