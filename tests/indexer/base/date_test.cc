// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/date.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Date, ReadsDaysOfTheCalendar) {
    const std::pair<const char*, const char*> vectors[] = {
        {"2026-11-24", "2026-11-24"},
        {" 2026-11-24 ", "2026-11-24"},
        {"2024-02-29", "2024-02-29"},
        {"2026-11-24T08:30:00Z", "2026-11-24"},
        {"2026-11-24t08:30:00.5-05:00", "2026-11-24"},
        {"2026-11-24 08:30:00 -0500", "2026-11-24"},
        {"2026-11-24   8", ""},
        {"2026-11", ""},
        {"2026", ""},
        {"", ""},
        {"2026-02-29", ""},
        {"2026-13-01", ""},
        {"2026-00-10", ""},
        {"2026-01-00", ""},
        {"0000-01-01", ""},
        {"2026-1-2", ""},
        {"24.11.2026", ""},
        {"2026/11/24", ""},
        {"2026-11-24x", ""},
        {"2026-11-24T", ""},
        {"2026-11-245", ""},
        {"tomorrow", ""},
        {"２０２６-11-24", ""},
    };
    for (const auto& [text, day] : vectors) {
        EXPECT_EQ(parse_date(text).value_or(""), day) << text;
    }
}

}  // namespace
}  // namespace recovery
