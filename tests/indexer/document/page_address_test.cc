// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/page_address.h"

#include <gtest/gtest.h>

namespace recovery {
namespace {

TEST(PageAddress, IdsAreOneWord) {
    EXPECT_EQ(page_id("articles/detox.md"), "articles/detox");
    EXPECT_EQ(page_id("a.b/c.d.md"), "a.b/c.d");
    EXPECT_EQ(page_id("guides/index.md"), "guides");
    EXPECT_EQ(page_id("guides/_index.md"), "guides");
    EXPECT_EQ(page_id("index.md"), "index");
    EXPECT_EQ(page_id("first days.md"), "first%20days");
    EXPECT_EQ(page_id("a\u00A0b#c.md"), "a%C2%A0b%23c");
    EXPECT_EQ(page_id("café.md"), "café");
}

TEST(PageAddress, UrlsJoinBaseAndPathWithOneSlash) {
    struct Vector {
        const char* path;
        const char* slug;
        const char* base;
        const char* url;
    };
    const Vector vectors[] = {
        {"articles/detox.md", "", "/", "/articles/detox"},
        {"articles/detox.md", "", "", "/articles/detox"},
        {"articles/detox.md", "", "https://x.org", "https://x.org/articles/detox"},
        {"articles/detox.md",
         "",
         "https://x.org/help//",
         "https://x.org/help/articles/detox"},
        {"index.md", "", "/", "/"},
        {"index.md", "", "https://x.org", "https://x.org/"},
        {"guides/_index.md", "", "/", "/guides"},
        {"guides/_index.md", "help", "/", "/help"},
        {"articles/detox.md", "quit", "/", "/quit"},
        {"articles/detox.md", "/quit/", "/", "/quit"},
        {"articles/detox.md", "faqs/quit", "/", "/faqs/quit"},
        {"articles/detox.md", "/faqs/quit/", "/", "/faqs/quit"},
        {"detox.md", "quit", "/", "/quit"},
        {"detox.md", "//evil.example/x", "/", "/evil.example/x"},
        {"detox.md", "../../x", "/", "/x"},
        {"detox.md", "..", "/", "/"},
        {"detox.md", "a b?c#d", "/", "/a%20b%3Fc%23d"},
        {"detox.md", "caf%C3%A9", "/", "/caf%C3%A9"},
        {"100%41 café.md", "", "/", "/100%2541%20caf%C3%A9"},
        {"a\"<b>.md", "", "/", "/a%22%3Cb%3E"},
    };
    for (const Vector& v : vectors) {
        EXPECT_EQ(page_url(v.path, v.slug, v.base), v.url) << v.path << ' ' << v.slug;
    }
}

TEST(PageAddress, TitlesComeFromFileNames) {
    EXPECT_EQ(title_from_path("a/first-days_home.md"), "First days home");
    EXPECT_EQ(title_from_path("a/guides/index.md"), "Guides");
    EXPECT_EQ(title_from_path("index.md"), "Index");
    EXPECT_EQ(title_from_path("élan.md"), "élan");
}

TEST(PageAddress, ExtensionsAreLowerCase) {
    EXPECT_EQ(extension_of("a/b.MD"), "md");
    EXPECT_EQ(extension_of("a.b/c"), "");
    EXPECT_EQ(extension_of(".md"), "");
    EXPECT_EQ(extension_of("a.tar.gz"), "gz");
}

}  // namespace
}  // namespace recovery
