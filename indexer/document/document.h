// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/base/kind.h"

namespace recovery {

/// The part of a page under one heading; the introduction before the first heading has
/// neither heading nor anchor.
///
/// `text` is plain UTF-8: blocks are parted by one blank line, the items of a list stand
/// on lines of their own and begin with "• ", the cells of a table row are joined by ";
/// ".
struct Section {
    std::string heading;
    std::string anchor;
    std::string text;
};

/// The unit of a hit: one article, one FAQ pair or one bio. One corpus file may hold
/// several.
///
/// All strings are valid UTF-8 and plain text. `sections` is never empty; an FAQ or a bio
/// has one section, whose heading is "" and whose text is the answer or the life.
struct Document {
    Kind kind = Kind::article;
    std::string
        id;  ///< root-relative path without extension; FAQ and bio: plus "#anchor"
    std::string url;     ///< address of the page, without anchor
    std::string anchor;  ///< "" for an article
    std::string path;   ///< the corpus file, root-relative, '/'-separated, with extension
    std::string title;  ///< page title, question, or name
    std::string description;
    std::string date;     ///< "YYYY-MM-DD" or ""
    std::string lastmod;  ///< "YYYY-MM-DD" or ""
    std::vector<std::string> tags;
    std::vector<std::string> authors;
    std::vector<std::string>
        keywords;  ///< other names of the topic, found but never shown
    std::vector<Section> sections;

    std::vector<std::string> credentials;  ///< bio: "LCDC III", "PRS"
    std::string role;                      ///< bio
    std::string location;                  ///< bio
};

/// Something in the corpus that its owner should mend; the run goes on.
///
/// `line` and `column` count from 1; 0 means the file as a whole.
struct Problem {
    std::string path;
    int line = 0;
    int column = 0;
    std::string why;
};

}  // namespace recovery
