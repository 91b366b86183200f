// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/kind.h"

namespace recovery {

/// Where a link to `url` and `anchor` leads: only to http, https, or a path of this site
/// (one "/" in front). Nothing for any other scheme, for "//host" and for an address with
/// blanks, control characters or backslashes, which browsers read in their own ways. The
/// anchor is percent-encoded. Not yet escaped for HTML.
[[nodiscard]] std::optional<std::string> page_href(std::string_view url,
                                                   std::string_view anchor);

/// "tel:+18002221222" of "1-800-222-1222", "tel:911" of "911". Nothing for what is not a
/// number.
[[nodiscard]] std::optional<std::string> tel_href(std::string_view number);

/// "sms:988".
[[nodiscard]] std::optional<std::string> sms_href(std::string_view number);

/// What one page of results was asked for.
struct SearchRequest {
    std::string query;
    std::optional<Kind> kind;
    std::vector<std::string> tags;
    std::size_t page = 1;  ///< from 1
    std::string lang;      ///< as asked for in the address; "" when it was not

    [[nodiscard]] bool has_filter() const noexcept { return kind || !tags.empty(); }
};

/// The address of that page: "/search?q=detox&type=faq&page=2".
[[nodiscard]] std::string search_href(const SearchRequest& request);

}  // namespace recovery
