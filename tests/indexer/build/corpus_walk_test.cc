// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/corpus_walk.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

Paths paths(const Walk& walk) {
    Paths all;
    for (const CorpusFile& file : walk.files) {
        all.push_back(file.path);
    }
    return all;
}

Walk walk_of(const std::vector<std::filesystem::path>& given) {
    return walk_corpus(own_roots(given));
}

TEST(CorpusWalk, FindsContentFilesInOrder) {
    const TempDir dir;
    for (const char* name : {"b.md",
                             "a/z.txt",
                             "a/b.markdown",
                             "image.png",
                             "README.md",
                             ".hidden.md",
                             ".git/x.md",
                             "lexicon/x.md"}) {
        dir.write(name, "x");
    }
    const Walk walk = walk_of({dir.path()});
    EXPECT_EQ(paths(walk), (Paths{"a/b.markdown", "a/z.txt", "b.md"}));
    EXPECT_TRUE(walk.problems.empty());
    EXPECT_EQ(walk.skipped.size(), 5U);
}

TEST(CorpusWalk, ReadsALinkedFolderOnce) {
    const TempDir dir;
    dir.write("pages/a.md", "x");
    fs::create_directory_symlink("pages", dir.path() / "again");
    fs::create_directory_symlink("..", dir.path() / "pages/up");
    const Walk walk = walk_of({dir.path()});
    EXPECT_EQ(walk.files.size(), 1U);
    EXPECT_EQ(walk.skipped.size(), 2U) << "and says so";
}

TEST(CorpusWalk, HardLinksAreFilesOfTheirOwn) {
    const TempDir dir;
    fs::create_hard_link(dir.write("a.md", "x"), dir.path() / "b.md");
    EXPECT_EQ(paths(walk_of({dir.path()})), (Paths{"a.md", "b.md"}));
}

TEST(CorpusWalk, AFileThatIsNamedButNotContentIsAProblem) {
    const TempDir dir;
    const Walk walk = walk_of({dir.write("a.png", "x")});
    ASSERT_EQ(walk.problems.size(), 1U);
    EXPECT_EQ(walk.problems[0].path, "a.png");
}

TEST(CorpusWalk, AMissingPathIsWrongUsage) {
    try {
        (void)walk_of({"/nowhere/at/all"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::usage);
    }
}

TEST(CorpusWalk, ANameThatIsNotUtf8IsAProblem) {
    const TempDir dir;
    dir.write("bad\xFFname.md", "x");
    dir.write("good.md", "x");
    const Walk walk = walk_of({dir.path()});
    EXPECT_EQ(paths(walk), Paths{"good.md"});
    ASSERT_EQ(walk.problems.size(), 1U);
    EXPECT_EQ(walk.problems[0].path, "bad\xEF\xBF\xBDname.md");
}

TEST(CorpusWalk, WalksDeepFolders) {
    const TempDir dir;
    std::string deep;
    for (int level = 0; level < 200; ++level) {
        deep += "d/";
    }
    dir.write(deep + "a.md", "x");
    EXPECT_EQ(paths(walk_of({dir.path()})), Paths{deep + "a.md"});
}

TEST(CorpusWalk, FilesOfRecordsMayHaveAnySize) {
    const TempDir dir;
    for (const char* name : {"big.jsonl", "big.md"}) {
        fs::resize_file(dir.write(name, "x"), max_file_bytes + 1);
    }
    dir.write("lexicon/x.jsonl", "x");
    const Walk walk = walk_of({dir.path()});
    EXPECT_EQ(paths(walk), Paths{"big.jsonl"});
    ASSERT_EQ(walk.problems.size(), 1U);
    EXPECT_EQ(walk.problems[0].path, "big.md");
}

TEST(ReadFile, GivesTheReasonWhenItCannot) {
    const TempDir dir;
    EXPECT_EQ(read_file(dir.write("a.md", "bytes\0more")), "bytes");
    EXPECT_THROW((void)read_file(dir.path() / "none.md"), Error);
    EXPECT_THROW((void)read_file(dir.path()), Error) << "a folder";
    EXPECT_THROW(
        (void)read_file(dir.write("big.md", std::string(max_file_bytes + 1, 'x'))),
        Error);
}

}  // namespace
}  // namespace recovery
