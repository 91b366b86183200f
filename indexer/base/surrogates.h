// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace recovery {

/// `json` with each escape that is half of a surrogate pair ("\ud800" alone) replaced by
/// "\uFFFD". Such halves are no characters, so a JSON parser rejects the whole text; cut
/// and crawled texts hold them all the same.
///
/// Example: the JSON "\ud83d\ude42 \ud83d" becomes "\ud83d\ude42 \uFFFD"; the length
/// stays.
[[nodiscard]] std::string without_half_surrogates(std::string json);

}  // namespace recovery
