// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/index_writer.h"

#include <unistd.h>

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "indexer/base/error.h"
#include "indexer/build/index_lock.h"
#include "indexer/schema/generations.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;

TEST(IndexWriter, PublishesWhatItWasGiven) {
    const TempDir dir;
    publish_index(dir.path(),
                  {sample_article("a", "A", {{"", "One."}, {"B", "Two."}}),
                   sample_faq("q", "Why?", "So.")});
    const auto previous = read_previous_index(dir.path());
    ASSERT_TRUE(previous.has_value());
    EXPECT_EQ(previous->documents.articles, 1U);
    EXPECT_EQ(previous->documents.faqs, 1U);
    EXPECT_EQ(live_generation(dir.path()), 1U);
}

TEST(IndexWriter, ANewGenerationIsUnseenUntilItIsPublished) {
    const TempDir dir;
    publish_index(dir.path(), {sample_faq("q", "Why?", "So.")});
    {
        IndexWriter writer(dir.path());
        writer.add(sample_faq("r", "How?", "Thus."));
        EXPECT_EQ(live_generation(dir.path()), 1U);
        EXPECT_TRUE(fs::exists(dir.path() / "gen-2.part"));
    }
    EXPECT_FALSE(fs::exists(dir.path() / "gen-2.part"))
        << "an abandoned writer cleans up";
    EXPECT_EQ(live_generation(dir.path()), 1U);
}

TEST(IndexWriter, RemovesWhatAKilledWriterLeft) {
    const TempDir dir;
    dir.write("gen-7.part/iamglass", "x");
    publish_index(dir.path(), {sample_faq("q", "Why?", "So.")});
    EXPECT_FALSE(fs::exists(dir.path() / "gen-7.part"));
}

TEST(IndexWriter, RemembersHowItWasMadeWhateverTheNames) {
    const TempDir dir;
    IndexRecords records;
    records.files = {{"a.md", {"0123456789abcdef", FileStamp{1, -2, 3, 4}, "", true}},
                     {std::string(400, 'p') + ".md", {"fedcba9876543210"}},
                     {"é b.md", {"0000000000000000", std::nullopt, "a draft"}}};
    records.bios = {{"pat doe", {{"a.md", "1"}, {"b.md", "2"}}},
                    {std::string(400, 'n'), {{"c.md", "3"}}}};
    records.settings = {{"/srv/site", "/srv/more"}, "https://x.org/", "lex", "f", true};
    IndexWriter writer(dir.path());
    writer.publish("2026-01-01T00:00:00Z", records);
    const auto previous = read_previous_index(dir.path());
    ASSERT_TRUE(previous.has_value());
    EXPECT_EQ(previous->records.files, records.files);
    EXPECT_EQ(previous->records.bios, records.bios);
    EXPECT_EQ(previous->records.settings, records.settings);
}

TEST(IndexWriter, AnIndexThatCannotBeReadIsNoPreviousOne) {
    const TempDir dir;
    EXPECT_FALSE(read_previous_index(dir.path()).has_value());
    dir.write("live", "auto gen-5\n");
    EXPECT_FALSE(read_previous_index(dir.path()).has_value());
}

TEST(IndexLock, HasOneHolder) {
    const TempDir dir;
    const fs::path index = dir.path() / "made/on/demand";
    const IndexLock first(index);
    try {
        const IndexLock second(index);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::locked);
        EXPECT_NE(std::string(error.what()).find(std::to_string(::getpid())),
                  std::string::npos)
            << error.what();
    }
}

TEST(IndexLock, EndsWithItsHolder) {
    const TempDir dir;
    { const IndexLock lock(dir.path()); }
    EXPECT_NO_THROW(const IndexLock lock(dir.path()));
}

}  // namespace
}  // namespace recovery
