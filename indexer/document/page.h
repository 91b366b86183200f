// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// One question with its answer, as found on a page.
struct FaqEntry {
    std::string question;
    std::string anchor;
    std::string answer;
};

/// One person, as found on a page. `credentials` are in the order of the page.
struct BioEntry {
    std::string name;
    std::string anchor;
    std::vector<std::string> credentials;
    std::string text;
};

/// A file taken apart by a reader, before its front matter and place in the corpus are
/// known.
///
/// What is an FAQ entry or a bio stands in `faqs` or `bios` only, never in `sections` as
/// well. Texts follow the conventions of Section.
struct Page {
    std::string title;  ///< "" when the file has none
    std::vector<Section> sections;
    std::vector<FaqEntry> faqs;
    std::vector<BioEntry> bios;
};

}  // namespace recovery
