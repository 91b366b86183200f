// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/front_matter.h"

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

FrontMatterResult read(const std::string& yaml) {
    return read_front_matter("---\n" + yaml + "---\nbody\n");
}

std::string places(const std::vector<Problem>& problems) {
    std::string out;
    for (const Problem& problem : problems) {
        out += fmt::format("{}:{} {}\n", problem.line, problem.column, problem.why);
    }
    return out;
}

TEST(FrontMatter, ReadsAllFields) {
    const std::string file =
        "---\n"
        "Title: >\n  Is it\n  safe?\n"
        "TYPE: faq\n"
        "description: \"One: two\"\n"
        "publishDate: 2026-01-02T03:04:05Z\n"
        "last_modified_at: 2026-02-03\n"
        "tags: detox, alcohol ,, detox\n"
        "author: Jane Public, LISW-S\n"
        "keywords: [special k, ket]\n"
        "slug: /safe/\n"
        "name: Jane\ncredentials: LISW-S, LCDC III\nrole: Lead\nlocation: Ohio\n"
        "unknown: {a: [b]}\n"
        "...\n"
        "Body\n";
    const FrontMatterResult result = read_front_matter(file);
    const FrontMatter& fields = result.fields;
    EXPECT_EQ(places(result.problems), "");
    EXPECT_EQ(fields.title, "Is it safe?");
    EXPECT_EQ(fields.type, "faq");
    EXPECT_EQ(fields.type_line, 5);
    EXPECT_EQ(fields.type_column, 7);
    EXPECT_EQ(fields.description, "One: two");
    EXPECT_EQ(fields.date, "2026-01-02");
    EXPECT_EQ(fields.lastmod, "2026-02-03");
    EXPECT_THAT(fields.tags, ElementsAre("detox", "alcohol"));
    EXPECT_THAT(fields.authors, ElementsAre("Jane Public, LISW-S"));
    EXPECT_THAT(fields.keywords, ElementsAre("special k", "ket"));
    EXPECT_EQ(fields.slug, "/safe/");
    EXPECT_EQ(fields.name, "Jane");
    EXPECT_THAT(fields.credentials, ElementsAre("LISW-S", "LCDC III"));
    EXPECT_EQ(fields.role, "Lead");
    EXPECT_EQ(fields.location, "Ohio");
    EXPECT_EQ(fields.skip, "");
    EXPECT_EQ(file.substr(result.body_offset), "Body\n");
    EXPECT_EQ(result.body_line, 19);
}

TEST(FrontMatter, IsFoundBehindAByteOrderMarkAndWithAnyLineEnd) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const std::string file = "\xEF\xBB\xBF---" + end + "title: A" + end + "date: x" +
                                 end + "---  " + end + "Body" + end;
        const FrontMatterResult result = read_front_matter(file);
        EXPECT_EQ(result.fields.title, "A");
        EXPECT_EQ(places(result.problems),
                  "3:7 date: \"x\" is not a date (YYYY-MM-DD)\n");
        EXPECT_EQ(file.substr(result.body_offset), "Body" + end);
        EXPECT_EQ(result.body_line, 5);
    }
}

TEST(FrontMatter, MayBeAbsentOrEmpty) {
    struct Vector {
        const char* file;
        const char* body;
        int line;
    };
    const Vector vectors[] = {
        {"", "", 1},
        {"Body", "Body", 1},
        {"\xEF\xBB\xBF# Body", "# Body", 1},
        {"---\n---\nBody", "Body", 3},
        {"---\n# a comment\n\n---\nBody", "Body", 5},
        {"---\ntitle:\n---", "", 4},
        {"----\ntitle: A\n----\n", "----\ntitle: A\n----\n", 1},
        {"\n---\ntitle: A\n---\n", "\n---\ntitle: A\n---\n", 1},
        // A rule at the top, not front matter.
        {"---\nSome text.\n\n---\nMore", "---\nSome text.\n\n---\nMore", 1},
        {"---\n- a\n---\n", "---\n- a\n---\n", 1},
        {"---\nhttp://example.org\n", "---\nhttp://example.org\n", 1},
        {"---", "---", 1},
    };
    for (const Vector& v : vectors) {
        const FrontMatterResult result = read_front_matter(v.file);
        EXPECT_EQ(std::string(v.file).substr(result.body_offset), v.body) << v.file;
        EXPECT_EQ(result.body_line, v.line) << v.file;
        EXPECT_THAT(result.problems, IsEmpty()) << v.file;
        EXPECT_EQ(result.fields.title, "") << v.file;
    }
}

TEST(FrontMatter, ProblemsNameTheirPlaceInTheFile) {
    const std::pair<const char*, const char*> vectors[] = {
        {"title: [a]\n", "2:8 title: expected text, found a list\n"},
        {"title: {a: b}\n", "2:8 title: expected text, found a mapping\n"},
        {"tags: {a: b}\n", "2:7 tags: expected a list, found a mapping\n"},
        {"tags: [a, [b]]\n", "2:11 tags: expected text, found a list\n"},
        {"date: 2026-02-30\n", "2:7 date: \"2026-02-30\" is not a date (YYYY-MM-DD)\n"},
        {"é: 1\nlastmod: \"é\"\n", "3:10 lastmod: \"é\" is not a date (YYYY-MM-DD)\n"},
        {"{é: é, date: x}\n", "2:14 date: \"x\" is not a date (YYYY-MM-DD)\n"},
        {"draft: maybe\n", "2:8 draft: expected true or false\n"},
        {"title: a\nTitle: b\n", "3:1 title: stands twice; the first counts\n"},
        {"title: a: b\n",
         "2:9 front matter cannot be read: illegal map value (a value with \": \" in it "
         "needs quotes)\n"},
        {"x: 1\ntitle: a\n\ttags: b\n",
         "4:1 front matter cannot be read: illegal tab when looking for indentation\n"},
        {"title: @x\n",
         "2:8 front matter cannot be read: unknown token (a value that begins with @, % "
         "or "
         "` needs quotes)\n"},
        {"title: *x\n",
         "2:8 front matter cannot be read: the referenced anchor is not defined (a value "
         "that begins with * needs quotes)\n"},
        {"title: \"a\ntags: b\n",
         "4:1 front matter cannot be read: illegal document indicator in scalar (a quote "
         "is "
         "opened and never closed)\n"},
    };
    for (const auto& [yaml, problems] : vectors) {
        const FrontMatterResult result = read(yaml);
        EXPECT_EQ(places(result.problems), problems) << yaml;
        EXPECT_EQ(
            ("---\n" + std::string(yaml) + "---\nbody\n").substr(result.body_offset),
            "body\n");
    }
}

TEST(FrontMatter, OfTwoEqualKeysTheFirstCounts) {
    EXPECT_EQ(read("title: a\ntitle: b\n").fields.title, "a");
}

TEST(FrontMatter, NullIsNoValue) {
    const FrontMatterResult result =
        read("title: ~\ntags:\ndate: null\ndraft:\nauthors: [~, '', Jane]\n");
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.fields.title, "");
    EXPECT_THAT(result.fields.authors, ElementsAre("Jane"));
}

TEST(FrontMatter, ThatIsNeverClosedIsAProblemAndTheTextIsKept) {
    const std::string file = "---\ntitle: A\n\nBody\n";
    const FrontMatterResult result = read_front_matter(file);
    EXPECT_EQ(places(result.problems),
              "1:1 front matter is never closed: no line \"---\" after it\n");
    EXPECT_EQ(file.substr(result.body_offset), "title: A\n\nBody\n");
    EXPECT_EQ(result.body_line, 2);
}

TEST(FrontMatter, SaysWhyAPageIsSkipped) {
    const std::pair<const char*, const char*> vectors[] = {
        {"draft: true", "draft"},
        {"Draft: YES", "draft"},
        {"draft: false", ""},
        {"published: false", "not published"},
        {"published: true", ""},
        {"published: 2026-01-01", ""},
        {"search: false", "search: false"},
        {"search: true", ""},
        {"search: {exclude: true}", "search: {exclude: true}"},
        {"search: {boost: 2}", ""},
        {"hiddenFromSearch: true", "hiddenFromSearch: true"},
        {"searchHidden: true", "searchHidden: true"},
        {"robotsNoIndex: true", "robotsNoIndex: true"},
        {"search_exclude: true", "search_exclude: true"},
        {"pagefind: false", "pagefind: false"},
        {"noindex: true", "noindex: true"},
        {"noindex: false", ""},
    };
    for (const auto& [yaml, reason] : vectors) {
        const FrontMatterResult result = read(std::string(yaml) + "\n");
        EXPECT_EQ(result.fields.skip, reason) << yaml;
        EXPECT_THAT(result.problems, IsEmpty()) << yaml;
    }
    EXPECT_EQ(read("published: 2026-01-01\n").fields.date, "2026-01-01");
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

TEST(FrontMatter, HostileYamlIsOneProblem) {
    const std::string hostile[] = {
        "a: " + repeat("[", 20'000) + "\n",
        "a: " + repeat("{", 20'000) + "\n",
        "a:\n" + repeat("- ", 20'000) + "x\n",
        "a: " + repeat("? ", 20'000) + "x\n",
        "a: " + repeat("!a ", 20'000) + "x\n",
        "a: &\n",
        "a: !<\n",
        "a: \"\\ud800\"\n",
    };
    for (const std::string& yaml : hostile) {
        EXPECT_THAT(read(yaml).problems, SizeIs(1)) << yaml.substr(0, 20);
    }
}

TEST(FrontMatter, AliasesCannotBlowUp) {
    std::string nested = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char key = 'b'; key < 'k'; ++key) {
        nested += fmt::format("{}: &{} [", key, key);
        nested += repeat(fmt::format("*{},", static_cast<char>(key - 1)), 10) + "]\n";
    }
    EXPECT_THAT(read(nested + "tags: *j\n").fields.tags, IsEmpty());
    EXPECT_THAT(read("a: &a [*a]\ntags: *a\n").fields.tags, IsEmpty());

    std::string wide = "a: &a \"" + repeat("long ", 5'000) + "\"\ntags:\n";
    for (int i = 0; i < 100; ++i) {
        wide += fmt::format("  - *a\n  - [tag {}]\n", i);
    }
    const FrontMatterResult result = read(wide);
    EXPECT_LE(result.problems.size(), 20U);

    std::string many = "tags: [";
    for (int i = 0; i < 300; ++i) {
        many += fmt::format("tag {},", i);
    }
    EXPECT_EQ(places(read(many + "]\n").problems),
              "2:7 tags: more than 200 items or 64 KiB\n");
}

TEST(FrontMatter, ThatIsTooLongIsAProblemAndSkipped) {
    const FrontMatterResult result =
        read("title: A\n" + repeat("# filler filler filler\n", 4'000));
    EXPECT_THAT(places(result.problems), HasSubstr("longer than 64 KiB"));
    EXPECT_EQ(result.fields.title, "");
    EXPECT_EQ(result.body_line, 4'004);
}

}  // namespace
}  // namespace recovery
