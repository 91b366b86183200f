// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace recovery {

/// The anchor GitHub (and Hugo by default) gives a heading: lower case, white space to
/// '-', every other character that is no letter, digit, mark, '-' or '_' dropped.
///
/// `heading` is plain text, UTF-8. Examples: "12-Step & SMART" is "12-step--smart",
/// "Don’t wait — call 911" is "dont-wait--call-911".
[[nodiscard]] std::string github_slug(std::string_view heading);

/// Hands out the anchors of one page, each once: a repeated one gets "-1", "-2", and so
/// on, skipping numbers already taken (as GitHub does).
class Anchors {
  public:
    /// The anchor of a heading without an explicit id.
    [[nodiscard]] std::string for_heading(std::string_view heading);

    /// Claims an explicit id (`{#id}`); returns it, made unique if the page uses it
    /// twice.
    [[nodiscard]] std::string claim(const std::string& id);

  private:
    std::unordered_map<std::string, int> uses_;
};

}  // namespace recovery
