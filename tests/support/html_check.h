// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// What is wrong with a page that HtmlWriter wrote: elements that are not closed in their
/// order, attributes without quotes, a bare "<", "&" or ">", an id that stands twice. ""
/// for a sound page.
[[nodiscard]] std::string html_fault(std::string_view html);

/// The values of an attribute, in the order of the page, as they stand there (escaped).
[[nodiscard]] std::vector<std::string> attribute_values(std::string_view html,
                                                        std::string_view name);

}  // namespace recovery
