// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/relevance/options.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class RelevanceOptionsTest : public ::testing::Test {
  protected:
    RelevanceOptionsTest() {
        for (const std::string folder : {"faq", "letters", "other/faq"}) {
            dir_.write(folder + "/corpus.jsonl", "");
            dir_.write(folder + "/queries.jsonl", "");
            dir_.write(folder + "/qrels/test.tsv", "");
        }
    }

    [[nodiscard]] std::string folder(const std::string& name) const {
        return (dir_.path() / name).string();
    }

    static RelevanceInvocation parse(std::vector<std::string> arguments) {
        std::vector<const char*> argv{"relevance"};
        for (const std::string& argument : arguments) {
            argv.push_back(argument.c_str());
        }
        return parse_relevance_options(static_cast<int>(argv.size()), argv.data());
    }

    static std::string error_of(const std::vector<std::string>& arguments) {
        try {
            (void)parse(arguments);
        } catch (const Error& error) {
            return error.what();
        }
        return "no error";
    }

  private:
    TempDir dir_;
};

TEST_F(RelevanceOptionsTest, AppliesSettingsToTheFolderOfTheirName) {
    const auto options = parse({folder("faq"),
                                folder("letters"),
                                "--rel",
                                "letters=2",
                                "--split-key",
                                "faq=^(a+)=Q",
                                "--baseline=faq=peer.run",
                                "--condensed"})
                             .options;
    ASSERT_TRUE(options.has_value());
    ASSERT_THAT(options->collections, SizeIs(2));
    const CollectionOptions& faq = options->collections[0];
    const CollectionOptions& letters = options->collections[1];
    EXPECT_EQ(faq.folder.name, "faq");
    EXPECT_EQ(faq.measuring.least_relevant, 1);
    EXPECT_EQ(faq.baseline_run, "peer.run");
    EXPECT_EQ(faq.measuring.split.half_of("a=Q1"), Half::test);  // the half of "a"
    EXPECT_EQ(letters.measuring.least_relevant, 2);
    EXPECT_EQ(letters.baseline_run, "");
    EXPECT_TRUE(letters.measuring.condensed);
}

TEST_F(RelevanceOptionsTest, SettingsTakeOneValueSoThatFoldersMayFollow) {
    const auto options =
        parse({"--rel", "faq=2", folder("faq"), folder("letters")}).options;
    ASSERT_TRUE(options.has_value());
    EXPECT_THAT(options->collections, SizeIs(2));
}

TEST_F(RelevanceOptionsTest, SaysWhatIsWrong) {
    EXPECT_THAT(error_of({}), HasSubstr("FOLDER"));
    EXPECT_THAT(error_of({folder("none")}), HasSubstr("corpus.jsonl"));
    EXPECT_THAT(error_of({folder("faq"), "--rel", "letters=2"}),
                HasSubstr("no folder of that name is given: letters"));
    EXPECT_THAT(error_of({folder("faq"), "--rel", "2"}), HasSubstr("wants NAME=VALUE"));
    EXPECT_THAT(error_of({folder("faq"), "--rel", "faq=high"}),
                HasSubstr("wants a whole number: high"));
    EXPECT_THAT(error_of({folder("faq"), "--split-key", "faq=("}),
                HasSubstr("not a regular expression"));
    EXPECT_THAT(error_of({folder("faq"), folder("other/faq")}),
                HasSubstr("two folders are called faq"));
}

TEST_F(RelevanceOptionsTest, HelpNeedsNoFolder) {
    const RelevanceInvocation invocation = parse({"--help"});
    EXPECT_FALSE(invocation.options.has_value());
    EXPECT_THAT(invocation.text, HasSubstr("--split-key"));
}

}  // namespace
}  // namespace recovery
