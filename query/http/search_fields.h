// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace recovery {

/// The members of a hit that `attributesTo...` may name.
inline constexpr std::array<std::string_view, 16> hit_fields{"id",
                                                             "objectID",
                                                             "type",
                                                             "title",
                                                             "section",
                                                             "url",
                                                             "anchor",
                                                             "excerpt_html",
                                                             "excerpt",
                                                             "score",
                                                             "more",
                                                             "text",
                                                             "name",
                                                             "credentials",
                                                             "role",
                                                             "*"};

/// Some of `hit_fields`. Names that it does not know are left out, so that it stays small
/// whatever a client lists.
class HitFields {
  public:
    /// "title:20" (a length to crop to) is "title".
    void add(std::string_view name);
    /// Whether it was named itself, not only by "*".
    [[nodiscard]] bool names(std::string_view name) const;
    /// Whether it was named or "*" was.
    [[nodiscard]] bool covers(std::string_view name) const {
        return names("*") || names(name);
    }

  private:
    std::bitset<hit_fields.size()> named_;
};

}  // namespace recovery
