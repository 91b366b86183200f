// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/base/escape.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(Escape, HtmlIsSafeInTextAndAttributes) {
    EXPECT_EQ(escape_html("Tom & \"Jerry\" <script>'"),
              "Tom &amp; &quot;Jerry&quot; &lt;script&gt;&#39;");
    EXPECT_EQ(escape_html("né"), "né");
}

TEST(Escape, TerminalSequencesAreDisarmed) {
    EXPECT_EQ(escape_terminal("\x1B[31mred"), "\xEF\xBF\xBD[31mred");
    EXPECT_EQ(escape_terminal("\xC2\x9B"
                              "31m"),
              "\xEF\xBF\xBD"
              "31m");
    EXPECT_EQ(escape_terminal("a\xE2\x80\xAE"
                              "b"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(escape_terminal("a\nb\tc\r"), "a\nb c\xEF\xBF\xBD");
    EXPECT_EQ(escape_terminal("a\nb", true), "a b");
}

TEST(Escape, UrlPathsKeepTheirSlashes) {
    EXPECT_EQ(escape_url_path("faqs/a b&c.d"), "faqs/a%20b%26c.d");
    EXPECT_EQ(escape_url_path("é"), "%C3%A9");
}

}  // namespace
}  // namespace recovery
