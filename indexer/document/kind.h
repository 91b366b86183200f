// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/document/document.h"

namespace recovery {

/// The values of front matter `type:` that `kind_of_type` knows, for messages.
inline constexpr std::string_view known_types =
    "article (page, post, blog), faq (faqs, question), bio (staff, person, team, author)";

/// The kind that front matter `type:` names, whatever its case; nothing for another word.
/// Examples: "FAQ" and "question" are faq, "post" is an article, "person" is a bio.
[[nodiscard]] std::optional<Kind> kind_of_type(std::string_view type);

/// The kind that the folders of `path` name (root-relative, '/'-separated, with the
/// file): faqs or faq; bios, staff or team; articles or blog. The innermost that names
/// one decides. Example: "en/faqs/detox.md" is faq, "faq.md" nothing.
[[nodiscard]] std::optional<Kind> kind_of_path(std::string_view path);

}  // namespace recovery
