// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recovery {

/// The lower-case extension of a path, without dot: "md"; "" when it has none.
[[nodiscard]] std::string extension_of(std::string_view path);

/// A page's id: `path` (root-relative, '/'-separated) without extension. "index" and
/// "_index" stand for their folder; at the root they are "index". White space and '#'
/// are percent-encoded, so that an id is one word and '#' begins its anchor.
///
/// Example: "guides/first days.md" is "guides/first%20days".
[[nodiscard]] std::string page_id(std::string_view path);

/// A page's address: `base_url`, one '/', then the front matter's `slug` (slashes at its
/// ends do not count) or, without one, the path without extension.
///
/// All but letters, digits, "-._~" and '/' is percent-encoded (escapes that a slug
/// already has are kept); empty, "." and ".." parts are dropped, so an address stays
/// below its base. The root's index page is `base_url` with one '/' at its end.
///
/// Example: page_url("faqs/cost.md", "price", "https://example.org") is
/// "https://example.org/price".
[[nodiscard]] std::string page_url(std::string_view path,
                                   std::string_view slug,
                                   std::string_view base_url);

/// A record's address: `base_url`, one '/', then its id, encoded like the path of a page
/// (of an id of nothing but slashes and dots nothing is left).
///
/// Example: record_url("a:1/b", "https://example.org/") is "https://example.org/a%3A1/b".
[[nodiscard]] std::string record_url(std::string_view id, std::string_view base_url);

/// A title for a page that names none: "first-days_home.md" is "First days home", an
/// index page is named after its folder.
[[nodiscard]] std::string title_from_path(std::string_view path);

}  // namespace recovery
