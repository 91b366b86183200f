// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recovery {

/// The day a date of the corpus names, as "YYYY-MM-DD"; nothing when it names none.
///
/// `text` is ISO 8601, white space around it allowed: a day of the calendar from year 1
/// to 9999, alone or followed by "T" or blanks and a time, which is not looked at beyond
/// its first two digits. The day stands as written, whatever the time zone. "2026-11"
/// and "2026" name no day, nor does "24.11.2026".
///
/// Example: "2026-11-24T08:30:00-05:00" is "2026-11-24"; "2026-02-30" is nothing.
[[nodiscard]] std::optional<std::string> parse_date(std::string_view text);

}  // namespace recovery
