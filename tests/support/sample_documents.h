// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// An article of the id "articles/NAME" with sections (heading, text); anchors are "s0",
/// "s1", and so on, the introduction's is "".
[[nodiscard]] Document sample_article(
    const std::string& name,
    const std::string& title,
    const std::vector<std::pair<std::string, std::string>>& sections);

/// An FAQ of the id "faqs/x#ANCHOR".
[[nodiscard]] Document sample_faq(const std::string& anchor,
                                  const std::string& question,
                                  const std::string& answer);

/// A bio of the id "bios/x#ANCHOR".
[[nodiscard]] Document sample_bio(const std::string& anchor,
                                  const std::string& name,
                                  const std::vector<std::string>& credentials,
                                  const std::string& text);

/// Publishes an index of these documents in `index_dir`.
void publish_index(const std::filesystem::path& index_dir,
                   const std::vector<Document>& documents);

}  // namespace recovery
