// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/strip_tags.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(StripTags, KeepsTheTextOnly) {
    const std::pair<const char*, const char*> vectors[] = {
        {"", ""},
        {"plain", "plain"},
        {"<p>One</p><p>Two</p>", "One\n\nTwo"},
        {"a<br>b<BR/>c", "a\nb\nc"},
        {"a\n\t b", "a b"},
        {"in<b>li</b>ne", "inline"},
        {"<ul><li>x</li><li>y</li></ul>", "• x\n• y"},
        {"<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a; b\nc"},
        {"x<!-- a > b -->y", "xy"},
        {"x<!-- never closed", "x"},
        {"<script>if (a<b) { x }</script>after", "after"},
        {"<STYLE>p{}</Style >after", "after"},
        {"<script>never closed", ""},
        {"<a title='a > b'>link</a>", "link"},
        {"<a title=\"never closed>link</a>", ""},
        {"&amp;&lt;&gt;&quot;&apos;", "&<>\"'"},
        {"&#39;&#x2019;&#8217;", "'’’"},
        {"a&nbsp;b&#32;c", "a b c"},
        {"8 &ndash; 17 &eacute;", "8 – 17 é"},
        {"&#0;", "\uFFFD"},
        {"&nosuch; & &#; &#x; &#99999999999; &a b; &;",
         "&nosuch; & &#; &#x; &#99999999999; &a b; &;"},
        {"&lt;b&gt;", "<b>"},
        {"a < b and 3<4", "a < b and 3<4"},
        {"<details><summary>Q?</summary>A.</details>", "Q?\n\nA."},
        {"<!DOCTYPE html><?php x ?>y", "y"},
    };
    for (const auto& [html, text] : vectors) {
        EXPECT_EQ(strip_tags(html), text) << html;
    }
}

TEST(StripTags, NamesTags) {
    EXPECT_EQ(tag_name("<BR/>"), "br");
    EXPECT_EQ(tag_name("</P >"), "/p");
    EXPECT_EQ(tag_name("<h2 id=x>"), "h2");
    EXPECT_EQ(tag_name("<!-- x -->"), "");
    EXPECT_EQ(tag_name("text"), "");
    EXPECT_EQ(tag_name("<"), "");
}

}  // namespace
}  // namespace recovery
