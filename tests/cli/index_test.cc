// SPDX-License-Identifier: GPL-2.0-or-later
//
// recovery-index as a person or a script runs it.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* article =
    "# Rest\n\nA page about rest.\n\n## Night\n\nSleep well.\n";

class IndexTool : public testing::Test {
  protected:
    [[nodiscard]] std::string index() const { return (dir_.path() / "index").string(); }
    [[nodiscard]] std::string site() const { return (dir_.path() / "site").string(); }

    [[nodiscard]] CommandResult build(std::vector<std::string> arguments = {}) const {
        arguments.insert(arguments.end(), {"--index", index(), site()});
        return run_program("recovery-index", arguments);
    }
    [[nodiscard]] Json report() const { return Json::parse(build({"--json"}).output); }

    [[nodiscard]] std::string first_hit(const std::string& question) const {
        const CommandResult result =
            run_program("recovery-query", {"--json", "--index", index(), question});
        const Json json = Json::parse(result.output);
        return json["hits"].empty() ? "" : json["hits"][0]["id"].get<std::string>();
    }

    /// The reasons given for a file, one after the other; "" when there is no problem
    /// with it.
    static std::string why(const Json& report, const std::string& path) {
        std::string all;
        for (const Json& problem : report["problems"]) {
            if (problem["path"] == path) {
                all += problem["why"].get<std::string>();
            }
        }
        return all;
    }

    const TempDir dir_;
};

TEST_F(IndexTool, ReportsWhatTheIndexHolds) {
    dir_.write("site/articles/rest.md", article);
    dir_.write("site/faqs/rest.md",
               "# Rest\n\n## Is rest good?\n\nYes.\n\n## Is it free?\n\nYes.\n");
    dir_.write("site/README.md", "# Not a page\n");
    const Json json = report();
    EXPECT_EQ(json["documents"], Json({{"articles", 1}, {"faqs", 2}, {"bios", 0}}));
    EXPECT_EQ(json["sections"], 4);
    EXPECT_EQ(json["files"]["added"], 2);
    EXPECT_EQ(json["files"]["skipped"], 1);
    EXPECT_EQ(json["problems"], Json::array());
    EXPECT_EQ(build().status, 0);
}

TEST_F(IndexTool, ComparesWithTheRunBefore) {
    dir_.write("site/a.md", "# A\n\nText one.\n");
    dir_.write("site/b.md", "# B\n\nText two.\n");
    dir_.write("site/c.md", "# C\n\nText three.\n");
    EXPECT_EQ(report()["files"]["added"], 3);
    dir_.write("site/a.md", "# A\n\nChanged.\n");
    fs::rename(dir_.path() / "site/b.md", dir_.path() / "site/d.md");
    fs::remove(dir_.path() / "site/c.md");
    const Json files = report()["files"];
    EXPECT_EQ(files["changed"], 1);
    EXPECT_EQ(files["moved"], 1);
    EXPECT_EQ(files["removed"], 1);
    EXPECT_EQ(files["added"], 0);
    EXPECT_EQ(first_hit("changed"), "a");
    EXPECT_EQ(first_hit("three"), "");
}

TEST_F(IndexTool, VerifiesAndGoesBack) {
    EXPECT_EQ(run_program("recovery-index", {"--index", index(), "--verify"}).status, 3);
    dir_.write("site/a.md", article);
    ASSERT_EQ(build().status, 0);
    const CommandResult verified =
        run_program("recovery-index", {"--index", index(), "--verify"});
    EXPECT_EQ(verified.status, 0);
    EXPECT_NE(verified.output.find("Nothing is wrong with it."), std::string::npos);
    ASSERT_EQ(build({"--rebuild"}).status, 0);
    const CommandResult back =
        run_program("recovery-index", {"--index", index(), "--rollback"});
    EXPECT_EQ(back.status, 0);
    EXPECT_EQ(back.output, "Generation 1 answers again.\n");
    EXPECT_EQ(build({"--verify"}).status, 2) << "it takes no PATH";
}

TEST_F(IndexTool, TellsWhatADryRunWouldChange) {
    dir_.write("site/a.md", article);
    ASSERT_EQ(build().status, 0);
    dir_.write("site/b.md", "# B\n\nText.\n");
    const CommandResult dry = build({"--dry-run", "-v"});
    EXPECT_EQ(dry.status, 0);
    EXPECT_TRUE(dry.output.starts_with("Nothing was changed")) << dry.output;
    EXPECT_NE(dry.output.find("  added b.md\n"), std::string::npos) << dry.output;
    EXPECT_EQ(report()["files"]["added"], 1);
}

TEST_F(IndexTool, RefusesToLoseMoreThanHalfUnlessForced) {
    for (const char* name : {"a", "b", "c"}) {
        dir_.write(std::string("site/") + name + ".md", "# T\n\nText.\n");
    }
    ASSERT_EQ(build().status, 0);
    fs::remove(dir_.path() / "site/a.md");
    fs::remove(dir_.path() / "site/b.md");
    const CommandResult refused = build();
    EXPECT_EQ(refused.status, 6);
    EXPECT_NE(refused.errors.find("2 of 3 documents"), std::string::npos)
        << refused.errors;
    EXPECT_EQ(build({"--force"}).status, 0);
}

TEST_F(IndexTool, IsQuietWhenAsked) {
    dir_.write("site/a.md", article);
    const CommandResult result = build({"--quiet"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors, "");
}

TEST_F(IndexTool, ReportsBrokenFilesAndGoesOn) {
    dir_.write("site/good.md", article);
    dir_.write("site/yaml.md",
               "---\ntitle: [unclosed\n---\n# Unclosed\n\nStill findable kumquat.\n");
    dir_.write("site/empty.md", "");
    dir_.write("site/blank.txt", " \n\n");
    dir_.write("site/binary.md",
               std::string("\x7F"
                           "ELF\0\0\0\1",
                           8));
    dir_.write("site/big.md", std::string(20U << 20U, 'x'));
    dir_.write("site/bytes.md", "# Bytes\n\nBad \xFF byte, findable persimmon.\n");
    dir_.write("site/twins.md",
               "# Twins\n\n## Twin\n\nFirst.\n\n## Twin\n\nSecond quince.\n");
    std::string nested;
    for (int depth = 0; depth < 100; ++depth) {
        nested += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- item\n";
    }
    dir_.write("site/nested.md", "# Nested\n\n" + nested + "\nThe end, medlar.\n");
    ASSERT_EQ(::mkfifo((dir_.path() / "site/pipe.md").c_str(), 0600), 0);
    fs::create_symlink("nowhere.md", dir_.path() / "site/dangling.md");
    fs::create_symlink("loop.md", dir_.path() / "site/loop.md");
    fs::create_directory_symlink("..", dir_.path() / "site/round");

    const CommandResult result = build({"--json"});
    EXPECT_EQ(result.status, 5);
    const Json json = Json::parse(result.output);
    EXPECT_NE(why(json, "yaml.md"), "");
    EXPECT_NE(why(json, "empty.md"), "");
    EXPECT_NE(why(json, "blank.txt"), "");
    EXPECT_NE(why(json, "binary.md"), "");
    EXPECT_NE(why(json, "big.md"), "");
    EXPECT_NE(why(json, "bytes.md"), "");
    EXPECT_NE(why(json, "pipe.md").find("not a regular file"), std::string::npos);
    EXPECT_EQ(why(json, "dangling.md"), "dangling link");
    EXPECT_EQ(why(json, "loop.md"), "link that leads to itself");
    EXPECT_EQ(why(json, "good.md"), "");
    EXPECT_EQ(first_hit("rest"), "good");
    EXPECT_EQ(first_hit("kumquat"), "yaml")
        << "the body of a page with broken YAML is indexed";
    EXPECT_EQ(first_hit("persimmon"), "bytes");
    EXPECT_EQ(first_hit("quince"), "twins");
    EXPECT_EQ(first_hit("medlar"), "nested");
}

TEST_F(IndexTool, NamesLineAndColumnOfBrokenYaml) {
    dir_.write("site/yaml.md", "---\ntitle: Fine\ntags: [a, b\n---\nBody.\n");
    const CommandResult result = build();
    EXPECT_EQ(result.status, 5);
    EXPECT_NE(result.output.find("  yaml.md:"), std::string::npos) << result.output;
    const Json problem = report()["problems"][0];
    EXPECT_GE(problem["line"], 3);
    EXPECT_GE(problem["column"], 1);
}

TEST_F(IndexTool, ReportsAnUnreadableFile) {
    dir_.write("site/good.md", article);
    const fs::path locked = dir_.write("site/locked.md", article);
    fs::permissions(locked, fs::perms::none);
    if (::access(locked.c_str(), R_OK) == 0) {
        // A superuser reads everything: a file that cannot be opened has to be something
        // else.
        fs::remove(locked);
        fs::create_symlink("/proc/self/mem", locked);
    }
    const CommandResult result = build({"--json"});
    EXPECT_EQ(result.status, 5);
    EXPECT_NE(why(Json::parse(result.output), "locked.md"), "");
    EXPECT_EQ(first_hit("rest"), "good");
}

TEST_F(IndexTool, KeepsTheOldIndexWhenThereIsNothingNew) {
    dir_.write("site/a.md", article);
    ASSERT_EQ(build().status, 0);
    fs::remove(dir_.path() / "site/a.md");
    const CommandResult result = build();
    EXPECT_EQ(result.status, 6);
    EXPECT_NE(result.errors.find("keeps its 1 documents"), std::string::npos)
        << result.errors;
    EXPECT_EQ(first_hit("rest"), "a");
}

TEST_F(IndexTool, ReplacesADamagedIndex) {
    dir_.write("site/a.md", article);
    dir_.write("index/live", "nonsense");
    EXPECT_EQ(build().status, 0);
    EXPECT_EQ(first_hit("rest"), "a");
    fs::remove_all(dir_.path() / "index/gen-1");
    const CommandResult broken =
        run_program("recovery-query", {"--json", "--index", index(), "rest"});
    EXPECT_EQ(broken.status, 3);
    EXPECT_EQ(Json::parse(broken.output)["error"]["code"], "index_corrupt");
    EXPECT_EQ(build().status, 0);
    EXPECT_EQ(first_hit("rest"), "a");
}

TEST_F(IndexTool, KeepsTheLiveAndTheLastGeneration) {
    dir_.write("site/a.md", article);
    for (int run = 0; run < 4; ++run) {
        ASSERT_EQ(build({"--rebuild"}).status, 0);
    }
    std::vector<std::string> generations;
    for (const auto& entry : fs::directory_iterator(index())) {
        if (entry.path().filename().string().starts_with("gen-")) {
            generations.push_back(entry.path().filename().string());
        }
    }
    std::sort(generations.begin(), generations.end());
    EXPECT_EQ(generations, (std::vector<std::string>{"gen-3", "gen-4"}));
}

TEST_F(IndexTool, GivesAFileItsParentAsRoot) {
    const std::string file = dir_.write("site/deep/a.md", article).string();
    const CommandResult result =
        run_program("recovery-index", {"--index", index(), file});
    EXPECT_EQ(result.status, 0) << result.errors;
    EXPECT_EQ(first_hit("rest"), "a");
}

TEST_F(IndexTool, TheRootFolderTellsAKindToo) {
    dir_.write("site/bios/jane.md", "# Jane Sample\n\nJane works nights.\n");
    const CommandResult result =
        run_program("recovery-index", {"--json", "--index", index(), site() + "/bios"});
    EXPECT_EQ(Json::parse(result.output)["documents"]["bios"], 1) << result.output;
    EXPECT_EQ(first_hit("nights"), "jane#jane-sample");
}

TEST_F(IndexTool, APathInsideAnotherBelongsToTheOuterRoot) {
    dir_.write("site/deep/a.md", article);
    const CommandResult result =
        run_program("recovery-index",
                    {"--json", "--index", index(), site() + "/deep/", site() + "/"});
    EXPECT_EQ(Json::parse(result.output)["documents"]["articles"], 1);
    EXPECT_EQ(first_hit("rest"), "deep/a");
}

TEST_F(IndexTool, ReportsTwoPagesOfOneId) {
    dir_.write("site/a.md", article);
    dir_.write("other/a.md", article);
    const CommandResult result = run_program(
        "recovery-index",
        {"--json", "--index", index(), site(), (dir_.path() / "other").string()});
    EXPECT_EQ(result.status, 5);
    EXPECT_NE(why(Json::parse(result.output), "a.md").find("the id a is taken"),
              std::string::npos);
}

TEST_F(IndexTool, IndexesRecords) {
    const std::string file =
        dir_.write("all.jsonl",
                   "{\"_id\": \"T1\", \"title\": \"Rest\", \"text\": \"Sleep well.\"}\n"
                   "\n"
                   "{\"_id\": \"T2\", \"text\": \"A kumquat.\", \"metadata\": {}}\n")
            .string();
    const std::vector<std::string> arguments{
        "--json", "--index", index(), "--base-url", "https://example.org", file};
    const CommandResult result = run_program("recovery-index", arguments);
    EXPECT_EQ(result.status, 0) << result.output;
    const Json json = Json::parse(result.output);
    EXPECT_EQ(json["documents"], Json({{"articles", 2}, {"faqs", 0}, {"bios", 0}}));
    EXPECT_EQ(json["sections"], 2);
    EXPECT_EQ(json["files"]["added"], 1);
    EXPECT_EQ(first_hit("sleeping"), "T1");
    const CommandResult answer =
        run_program("recovery-query", {"--json", "--index", index(), "kumquat"});
    const Json hit = Json::parse(answer.output)["hits"][0];
    EXPECT_EQ(hit["id"], "T2");
    EXPECT_EQ(hit["title"], "");
    EXPECT_EQ(hit["url"], "https://example.org/T2");
    EXPECT_EQ(Json::parse(run_program("recovery-index", arguments).output)["files"],
              Json({{"added", 0},
                    {"changed", 0},
                    {"moved", 0},
                    {"removed", 0},
                    {"unchanged", 1},
                    {"skipped", 0}}));
}

TEST_F(IndexTool, NamesTheLineOfABrokenRecord) {
    dir_.write("site/good.md", article);
    dir_.write("site/records/all.jsonl",
               "{\"_id\": \"T1\", \"text\": \"A kumquat.\"}\n"
               "{\"_id\": \"T1\", \"text\": \"Twice.\"}\n"
               "{\"_id\": \"T 2\", \"text\": \"A blank.\"}\n"
               "{\"_id\": \"T3\", oops\n"
               "{\"_id\": \"T4\", \"text\": \"\xFF medlar\"}\n");
    const CommandResult result = build();
    EXPECT_EQ(result.status, 5);
    for (const char* line :
         {"4 problems:\n",
          "  records/all.jsonl:2: the id T1 is taken by records/all.jsonl:1;",
          "  records/all.jsonl:3: _id: holds white space",
          "  records/all.jsonl:4:15: not valid JSON: ",
          "  records/all.jsonl:5: not valid UTF-8;"}) {
        EXPECT_NE(result.output.find(line), std::string::npos) << line << result.output;
    }
    const Json json = report();
    EXPECT_EQ(json["documents"]["articles"], 3);
    EXPECT_EQ(json["problems"][2]["path"], "records/all.jsonl");
    EXPECT_EQ(json["problems"][2]["line"], 4);
    EXPECT_EQ(json["problems"][2]["column"], 15);
    EXPECT_EQ(first_hit("medlar"), "T4");
}

TEST_F(IndexTool, PrintsItsFields) {
    const CommandResult result = run_program("recovery-index", {"--fields"});
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.output.find("XKINDfaq"), std::string::npos);
}

TEST_F(IndexTool, RefusesWrongUsage) {
    dir_.write("site/a.md", article);
    EXPECT_EQ(run_program("recovery-index", {}).status, 2);
    EXPECT_EQ(run_program("recovery-index", {"--bogus", site()}).status, 2);
    const CommandResult missing =
        run_program("recovery-index", {"--index", index(), site() + "/none"});
    EXPECT_EQ(missing.status, 2);
    EXPECT_NE(missing.errors.find("no such file or folder"), std::string::npos);
    const CommandResult blocked =
        run_program("recovery-index", {"--index", site() + "/a.md/index", site()});
    EXPECT_EQ(blocked.status, 2);
    EXPECT_NE(blocked.errors.find("cannot make the index directory"), std::string::npos);
}

}  // namespace
}  // namespace recovery
