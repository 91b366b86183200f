// SPDX-License-Identifier: GPL-2.0-or-later
//
// Updates of the live index. What they must leave is what a full build would have made.
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/build/reindex.h"
#include "indexer/schema/generations.h"
#include "query/question/parse_question.h"
#include "query/search/searcher.h"
#include "tests/support/index_dump.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;

// A page as sites have them, with the staff below the article.
const std::string staff =
    "Our Staff\n\n"
    "Pat Doe, LICDC\n\n"
    "My name is Pat Doe. I have worked here since 2019 with many people.\n\n"
    "Sam Roe LCDC III\n\n"
    "My name is Sam Roe. I lead the family group on Tuesdays and Fridays.\n";

std::string page_with(const std::string& topic, const std::string& people) {
    return "Is " + topic + " Addictive?\n\nMany people ask about " + topic +
           " each day of the week.\n\n" + people;
}

class UpdateTest : public testing::Test {
  protected:
    void write(const std::string& path, const std::string& text) {
        dir_.write("site/" + path, text);
    }
    void erase(const std::string& path) { fs::remove_all(site() / path); }
    [[nodiscard]] fs::path site() const { return dir_.path() / "site"; }
    [[nodiscard]] fs::path index() const { return dir_.path() / "index"; }

    Report run(ReindexOptions options = {}) {
        options.index_dir = options.index_dir.empty() ? index() : options.index_dir;
        if (options.paths.empty()) {
            options.paths = {site()};
        }
        const std::atomic<bool> stop{false};
        return reindex(
            options, [](std::size_t, std::size_t) {}, stop);
    }

    Report run_on(const fs::path& path) {
        ReindexOptions options;
        options.paths = {path};
        return run(options);
    }

    std::vector<std::string> found(const std::string& question) {
        Searcher searcher(index());
        std::vector<std::string> ids;
        for (const Hit& hit : searcher.search(parse_question(question), {}).hits) {
            ids.push_back(hit.id);
        }
        return ids;
    }

    void expect_as_built_anew(const std::string& when) {
        ReindexOptions options;
        options.index_dir = dir_.path() / "fresh";
        options.rebuild = true;
        options.force = true;
        (void)run(options);
        EXPECT_EQ(dump_index(index()), dump_index(options.index_dir)) << when;
    }

    [[nodiscard]] std::uint64_t generation() const {
        return live_generation(index()).value();
    }

    const TempDir dir_;
};

TEST_F(UpdateTest, TouchesOnlyWhatChanged) {
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    write("c.md", "# C\n\nThree plums.\n");
    (void)run();
    const std::uint64_t first = generation();
    write("b.md", "# B\n\nTwo cherries.\n");
    erase("c.md");
    write("d.md", "# D\n\nFour figs.\n");
    const Report report = run();
    EXPECT_EQ(report.changes.added, std::vector<std::string>{"d.md"});
    EXPECT_EQ(report.changes.changed, std::vector<std::string>{"b.md"});
    EXPECT_EQ(report.changes.removed, std::vector<std::string>{"c.md"});
    EXPECT_EQ(report.changes.unchanged, std::vector<std::string>{"a.md"});
    EXPECT_EQ(report.documents.articles, 3U);
    EXPECT_EQ(generation(), first) << "in the live generation";
    EXPECT_EQ(found("cherries"), std::vector<std::string>{"b"});
    EXPECT_EQ(found("plums pears"), std::vector<std::string>{});
    expect_as_built_anew("after the update");
}

TEST_F(UpdateTest, AnOpenSearcherSeesAnUpdate) {
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    (void)run();
    Searcher searcher(index());
    EXPECT_EQ(searcher.search(parse_question("cherries"), {}).total, 0U);
    write("b.md", "# B\n\nTwo cherries.\n");
    (void)run();
    EXPECT_EQ(searcher.search(parse_question("cherries"), {}).total, 1U);
}

TEST_F(UpdateTest, NoticesASameSizeChangeWithARestoredTime) {
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    const fs::path file = site() / "a.md";
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
    (void)run();
    const auto time = fs::last_write_time(file);
    write("a.md", "# A\n\nOne grape.\n");
    fs::last_write_time(file, time);
    EXPECT_EQ(run().files.changed, 1U);
    EXPECT_EQ(found("grape"), std::vector<std::string>{"a"});
}

TEST_F(UpdateTest, AMovedFileIsToldAsMoved) {
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    (void)run();
    fs::create_directory(site() / "new");
    fs::rename(site() / "b.md", site() / "new/b.md");
    const Report report = run();
    ASSERT_EQ(report.changes.moved.size(), 1U);
    EXPECT_EQ(report.changes.moved[0].from, "b.md");
    EXPECT_EQ(found("pears"), std::vector<std::string>{"new/b"});
    expect_as_built_anew("after the move");
}

TEST_F(UpdateTest, APartOfTheRootLeavesTheRestAlone) {
    write("a/x.md", "# X\n\nOne apple.\n");
    write("b/y.md", "# Y\n\nTwo pears.\n");
    write("b/z.md", "# Z\n\nThree plums.\n");
    (void)run();
    write("a/x.md", "# X\n\nOne grape.\n");
    erase("b/z.md");
    const Report part = run_on(site() / "b");
    EXPECT_EQ(part.files.removed, 1U);
    EXPECT_EQ(part.files.unchanged, 1U);
    EXPECT_EQ(part.documents.articles, 2U);
    EXPECT_EQ(found("apple"), std::vector<std::string>{"a/x"}) << "outside the part";
    EXPECT_EQ(run_on(site() / "a/x.md").files.changed, 1U);
    EXPECT_EQ(found("grape"), std::vector<std::string>{"a/x"}) << "the id is the root's";
}

TEST_F(UpdateTest, AFileThatIsGoneCanBeNamed) {
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    write("c.md", "# C\n\nThree plums.\n");
    (void)run();
    erase("b.md");
    EXPECT_EQ(run_on(site() / "b.md").files.removed, 1U);
    EXPECT_TRUE(found("pears").empty());
    EXPECT_THROW((void)run_on(site() / "never.md"), Error);
}

TEST_F(UpdateTest, RefusesToLoseMoreThanHalf) {
    for (int i = 0; i < 10; ++i) {
        write(std::to_string(i) + ".md", "# T\n\nText " + std::to_string(i) + ".\n");
    }
    (void)run();
    for (int i = 0; i < 6; ++i) {
        erase(std::to_string(i) + ".md");
    }
    try {
        (void)run();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::refused);
    }
    EXPECT_EQ(dump_index(index()).size(), 11U) << "nothing has changed";
    ReindexOptions forced;
    forced.force = true;
    EXPECT_EQ(run(forced).documents.articles, 4U);
}

TEST_F(UpdateTest, ADryRunChangesNothing) {
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    (void)run();
    const auto before = dump_index(index());
    write("c.md", "# C\n\nThree plums.\n");
    ReindexOptions dry;
    dry.dry_run = true;
    const Report report = run(dry);
    EXPECT_EQ(report.files.added, 1U);
    EXPECT_EQ(report.documents.articles, 3U);
    EXPECT_EQ(dump_index(index()), before);
    EXPECT_EQ(run().files.added, 1U) << "it is still to be done";
}

TEST_F(UpdateTest, TellsTheProblemsOfUnchangedFilesAgain) {
    write("a.md", "---\ntitle: [broken\n---\n# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    const std::size_t problems = run().problems.size();
    ASSERT_GT(problems, 0U);
    const Report again = run();
    EXPECT_EQ(again.problems.size(), problems);
    EXPECT_EQ(again.files.unchanged, 2U);
    write("a.md", "# A\n\nOne apple.\n");
    EXPECT_TRUE(run().problems.empty());
    EXPECT_TRUE(run().problems.empty());
}

TEST_F(UpdateTest, AFileThatCannotBeReadKeepsWhatItGave) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "the superuser can read everything";
    }
    write("a.md", "# A\n\nOne apple.\n");
    write("b.md", "# B\n\nTwo pears.\n");
    (void)run();
    write("a.md", "# A\n\nOne grape.\n");
    fs::permissions(site() / "a.md", fs::perms::none);
    EXPECT_EQ(run().problems.size(), 1U);
    EXPECT_EQ(found("apple"), std::vector<std::string>{"a"});
    fs::permissions(site() / "a.md", fs::perms::owner_all);
}

TEST_F(UpdateTest, ThePersonOfManyPagesIsOne) {
    for (int i = 0; i < 20; ++i) {
        write("page" + std::to_string(10 + i) + ".txt",
              page_with("tea" + std::to_string(i), staff));
    }
    Report report = run();
    EXPECT_EQ(report.documents.bios, 2U);
    EXPECT_TRUE(report.problems.empty());
    std::string edited = staff;
    edited.replace(edited.find("2019"), 4, "2021 as a gardener");
    write("page10.txt", page_with("tea", edited));
    report = run();
    EXPECT_EQ(report.documents.bios, 2U);
    EXPECT_EQ(report.problems.size(), 19U) << "the others say something else";
    EXPECT_EQ(found("gardener").size(), 1U);
    expect_as_built_anew("after the edit");
    for (int i = 0; i < 9; ++i) {
        erase("page" + std::to_string(10 + i) + ".txt");
        report = run();
        EXPECT_EQ(report.documents.bios, 2U) << i;
        expect_as_built_anew("after deletion " + std::to_string(i));
    }
    EXPECT_TRUE(report.problems.empty());
}

TEST_F(UpdateTest, AnEarlierFileTakesABioOver) {
    write("m.txt", page_with("milk", staff));
    write("z.md", "# Z\n\nMore text.\n");
    (void)run();
    const auto owners = [&] { return found("gardening lead family group Sam Roe"); };
    EXPECT_EQ(owners().front(), "m#sam-roe");
    write("b.txt", page_with("beer", staff));
    EXPECT_EQ(run().documents.bios, 2U);
    EXPECT_EQ(owners().front(), "b#sam-roe");
    expect_as_built_anew("after the take-over");
}

TEST_F(UpdateTest, RandomEditsLeaveWhatAFullBuildMakes) {
    std::mt19937 random(20261125);
    const auto pick = [&](std::size_t below) {
        return static_cast<std::size_t>(random() % below);
    };
    const std::vector<std::string> words{"detox", "sleep", "craving", "family", "group"};
    const auto content = [&](const std::string& path) {
        if (path.ends_with(".txt")) {
            std::string people = pick(3) == 0 ? "" : staff;
            if (pick(4) == 0 && !people.empty()) {
                people.replace(people.find("Fridays"), 7, words[pick(5)]);
            }
            return page_with(words[pick(5)], people);
        }
        std::string text = "# Page " + words[pick(5)] + "\n\n";
        for (int i = 0; i < 20; ++i) {
            text += words[pick(5)] + " ";
        }
        text += "\n\n## What is " + words[pick(5)] + "?\n\nAn answer.\n";
        return text;
    };
    const auto name = [&] {
        return (pick(2) == 0 ? "faqs/" : "") + std::string("p") +
               std::to_string(pick(60)) + (pick(2) == 0 ? ".md" : ".txt");
    };
    std::set<std::string> files;
    for (int i = 0; i < 30; ++i) {
        const std::string path = name();
        write(path, content(path));
        files.insert(path);
    }
    (void)run();
    for (int edit = 0; edit < 300; ++edit) {
        const std::size_t action = pick(4);
        auto any = files.begin();
        std::advance(any, static_cast<std::ptrdiff_t>(pick(files.size())));
        if (action == 0 && files.size() > 15) {
            erase(*any);
            files.erase(any);
        } else if (action == 1) {
            const std::string to = name();
            if (fs::path(to).extension() == fs::path(*any).extension() &&
                !files.contains(to)) {
                fs::create_directories((site() / to).parent_path());
                fs::rename(site() / *any, site() / to);
                files.erase(any);
                files.insert(to);
            }
        } else {
            const std::string path = action == 2 ? *any : name();
            write(path, content(path));
            files.insert(path);
        }
        if (edit % 3 == 0) {
            (void)run();
        }
        if (edit % 60 == 59) {
            (void)run();
            expect_as_built_anew("after edit " + std::to_string(edit));
        }
    }
}

}  // namespace
}  // namespace recovery
