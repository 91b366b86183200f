// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/kind.h"
#include "indexer/base/normalise.h"

namespace recovery {

/// A piece of plain text with the byte ranges of it that answer the question, in order
/// and apart. How they are shown is the renderer's business.
struct Excerpt {
    std::string text;
    std::vector<Span> ranges;
};

/// A further section of an article that also fits.
struct SectionHit {
    std::string section;
    std::string anchor;
    std::string url;
    Excerpt excerpt;
};

/// One Document that answers the question, by its best section.
struct Hit {
    std::string id;
    Kind kind = Kind::article;
    std::string title;
    std::string
        section;  ///< heading of the best section; "" for its introduction, FAQ and bio
    std::string url;  ///< of the page, without anchor
    std::string anchor;
    Excerpt excerpt;
    double score = 0;  ///< larger is better; comparable within one answer only
    std::string text;  ///< the best section's whole text
    std::vector<Span> text_ranges;  ///< the bytes of `text` that answer the question
    std::vector<SectionHit> more;
    std::vector<std::string> tags;
    std::string date;
    std::vector<std::string> credentials;  ///< bio
    std::string role;                      ///< bio
    std::string location;                  ///< bio
};

/// How many Documents have each value of one field; most frequent first, then by value.
struct Facet {
    std::string field;  ///< "type", "tag" or "author"
    std::vector<std::pair<std::string, std::size_t>> counts;
};

/// The answer to a question. `total` counts Documents after filters; above 1,000 it is an
/// estimate and `total_is_exact` false.
struct Results {
    std::vector<Hit> hits;
    std::size_t limit = 0;
    std::size_t offset = 0;
    std::size_t total = 0;
    bool total_is_exact = true;
    std::vector<Facet> facets;
    std::vector<std::string> notes;
};

/// A whole Document: every section in page order.
struct WholeDocument {
    Hit head;  ///< without excerpt, text and score
    std::vector<std::pair<SectionHit, std::string>>
        sections;  ///< each with its whole text
};

}  // namespace recovery
