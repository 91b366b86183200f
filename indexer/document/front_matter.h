// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"

namespace recovery {

/// What a page says about itself.
///
/// Texts are on one line, white space collapsed; absent ones are "". Lists hold no empty
/// and no repeated item.
struct FrontMatter {
    std::string title;
    std::string type;  ///< as written; see `kind_of_type`
    int type_line = 0;
    int type_column = 0;
    std::string description;
    std::string date;     ///< "YYYY-MM-DD" or ""
    std::string lastmod;  ///< "YYYY-MM-DD" or ""
    std::string slug;
    std::vector<std::string> tags;
    std::vector<std::string> authors;
    std::vector<std::string> keywords;

    std::string name;
    std::vector<std::string> credentials;
    std::string role;
    std::string location;

    /// Why the page asks not to be found, such as "draft" or "search: false"; "" when it
    /// does not.
    std::string skip;
};

/// A file's front matter and where its text begins (bytes from the start of the file;
/// lines from 1).
struct FrontMatterResult {
    FrontMatter fields;
    std::size_t body_offset = 0;
    int body_line = 1;
    std::vector<Problem> problems;  ///< their paths are ""
};

/// Reads the YAML block at the top of `file` (UTF-8); see `find_front_matter` for what
/// counts as one.
///
/// Keys are compared without case; unknown ones are ignored. `date` may also be called
/// publishdate, pubdate or published, `lastmod` last_modified_at or modified, `authors`
/// author; the first of these that is set counts. `tags`, `keywords` and `credentials`
/// take a sequence or one text with commas, `authors` a sequence or one name.
///
/// A page is skipped for `draft`, `noindex`, `robotsNoIndex`, `hiddenFromSearch`,
/// `searchHidden` or `search_exclude: true`, for `published`, `search` or `pagefind:
/// false`, and for `search: {exclude: true}`.
///
/// Problems, with line and column (in characters) in the file, each leaving its field
/// empty: YAML that cannot be read (one problem, no field is set), a value of the wrong
/// type, a date that is none, a key that stands twice (the first counts), a list of
/// more than 200 items or 64 KiB. Aliases are followed only within these bounds, so
/// nested ones cannot blow up. Never throws but for want of memory.
[[nodiscard]] FrontMatterResult read_front_matter(std::string_view file);

}  // namespace recovery
