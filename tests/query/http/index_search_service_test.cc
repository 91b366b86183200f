// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/index_search_service.h"

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/schema/generations.h"
#include "query/question/parse_question.h"
#include "tests/support/sample_documents.h"
#include "tests/support/temp_dir.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds at_once{0};

class IndexSearchServiceTest : public ::testing::Test {
  protected:
    void publish(const std::string& anchor) const {
        publish_index(index,
                      {sample_faq(anchor, "Does it help to " + anchor + "?", "Yes.")});
    }

    std::string first_anchor(IndexSearchService& service) const {
        const Results results = service.search(parse_question("does it help"), {});
        return results.hits.empty() ? "" : results.hits.front().anchor;
    }

    ErrorCode search_error(IndexSearchService& service) const {
        try {
            (void)service.search(parse_question("help"), {});
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::internal;
    }

    TempDir dir;
    fs::path index = dir.path() / "index";
};

TEST_F(IndexSearchServiceTest, WithoutAnIndexSaysSoAndHowToMendIt) {
    IndexSearchService service(index, at_once);
    EXPECT_EQ(search_error(service), ErrorCode::index_missing);
    const IndexState state = service.state();
    EXPECT_FALSE(state.available);
    EXPECT_NE(state.reason.find("no index"), std::string::npos) << state.reason;
    EXPECT_NE(state.hint.find("recovery-index"), std::string::npos) << state.hint;
}

TEST_F(IndexSearchServiceTest, WithoutAnIndexDangerIsSeen) {
    IndexSearchService service(index, at_once);
    EXPECT_TRUE(service.recognise_crisis("he took too many pills and wont wake up"));
    EXPECT_FALSE(service.recognise_crisis("opening hours"));
}

TEST_F(IndexSearchServiceTest, FindsAnIndexThatAppearsLater) {
    IndexSearchService service(index, at_once);
    EXPECT_EQ(search_error(service), ErrorCode::index_missing);
    publish("walk");
    EXPECT_EQ(first_anchor(service), "walk");
    const IndexState state = service.state();
    EXPECT_TRUE(state.available);
    EXPECT_EQ(state.reason, "");
    EXPECT_EQ(state.documents, 1U);
    EXPECT_EQ(state.sections, 1U);
    EXPECT_EQ(state.built_at, "2026-01-01T00:00:00Z");
}

TEST_F(IndexSearchServiceTest, FollowsANewGeneration) {
    publish("walk");
    IndexSearchService service(index, at_once);
    EXPECT_EQ(first_anchor(service), "walk");
    publish("swim");
    EXPECT_EQ(first_anchor(service), "swim");
}

TEST_F(IndexSearchServiceTest, AnswersFromTheNewGenerationAtOnce) {
    publish("walk");
    IndexSearchService service(index, std::chrono::hours(1));
    EXPECT_EQ(first_anchor(service), "walk");
    publish("swim");
    EXPECT_EQ(first_anchor(service), "swim") << "the searcher follows by itself";
}

TEST_F(IndexSearchServiceTest, KeepsTheOldIndexWhenTheNewOneCannotBeOpened) {
    publish("walk");
    IndexSearchService service(index, at_once);
    EXPECT_EQ(first_anchor(service), "walk");
    dir.write("index/gen-900/iamglass", "not a database");
    dir.write("index/live", "auto gen-900\n");
    EXPECT_EQ(first_anchor(service), "walk");
    const IndexState state = service.state();
    EXPECT_TRUE(state.available);
    EXPECT_NE(state.reason.find("still answers"), std::string::npos) << state.reason;
    EXPECT_NE(state.hint, "");
    publish("swim");
    EXPECT_EQ(first_anchor(service), "swim");
    EXPECT_EQ(service.state().reason, "");
}

TEST_F(IndexSearchServiceTest, KeepsAnsweringWhenTheIndexIsTakenAway) {
    publish("walk");
    IndexSearchService service(index, at_once);
    EXPECT_EQ(first_anchor(service), "walk");
    fs::remove(live_file(index));
    EXPECT_EQ(first_anchor(service), "walk");
    EXPECT_NE(service.state().reason, "");
}

TEST_F(IndexSearchServiceTest, ADamagedIndexIsAnErrorNotACrash) {
    dir.write("index/gen-1/iamglass", "not a database");
    dir.write("index/live", "auto gen-1\n");
    IndexSearchService service(index, at_once);
    EXPECT_EQ(search_error(service), ErrorCode::index_corrupt);
    EXPECT_FALSE(service.state().available);
}

// Xapian keeps the files of a removed generation open, so it has to be damaged; and the
// index must be so large that the second question needs blocks the first did not.
TEST_F(IndexSearchServiceTest, AsksAgainWhenItsGenerationIsNoMore) {
    std::vector<Document> documents;
    for (int i = 0; i < 2000; ++i) {
        const std::string number = std::to_string(i);
        std::string text;
        for (int word = 0; word < 50; ++word) {
            text += "filler" + std::to_string(i * 7 + word) + " ";
        }
        documents.push_back(sample_faq("a" + number, "Number word" + number + "?", text));
    }
    publish_index(index, documents);
    IndexSearchService service(index, std::chrono::hours(1));
    ASSERT_EQ(service.search(parse_question("word0"), {}).hits.size(), 1U);
    const auto old = live_generation(index);
    ASSERT_TRUE(old);
    publish_index(index, documents);
    for (const auto& file : fs::directory_iterator(generation_dir(index, *old))) {
        fs::resize_file(file, 0);
    }
    for (const char* word : {"word1999", "word1000", "word500"}) {
        EXPECT_EQ(service.search(parse_question(word), {}).hits.size(), 1U) << word;
    }
}

TEST_F(IndexSearchServiceTest, AnswersThroughManyPublishes) {
    publish("walk");
    std::atomic<bool> done = false;
    std::atomic<int> empty = 0;
    std::atomic<int> asked = 0;
    std::thread visitor([&] {
        IndexSearchService service(index, milliseconds(5));
        while (!done || asked == 0) {
            empty += first_anchor(service).empty() ? 1 : 0;
            ++asked;
        }
    });
    for (int i = 0; i < 20; ++i) {
        publish("run" + std::to_string(i));
    }
    done = true;
    visitor.join();
    EXPECT_GT(asked, 0);
    EXPECT_EQ(empty, 0);
}

}  // namespace
}  // namespace recovery
