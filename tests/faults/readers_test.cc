// SPDX-License-Identifier: GPL-2.0-or-later
//
// Readers that ask all the time while the index is updated and made anew.
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/base/error.h"
#include "tests/faults/fault_test.h"

namespace recovery {
namespace {

struct Asked {
    std::atomic<int> answers{0};
    std::atomic<int> empty{0};
    std::atomic<int> errors{0};
    std::mutex mutex;
    std::string first_error;

    void fail(const std::string& why) {
        ++errors;
        const std::lock_guard guard(mutex);
        if (first_error.empty()) {
            first_error = why;
        }
    }
};

class ReadersTest : public FaultTest {
  protected:
    // One Searcher for many questions, and now and then a new one.
    void ask_until(const std::atomic<bool>& done, Asked& asked) const {
        std::unique_ptr<Searcher> searcher;
        for (int i = 0; !done; ++i) {
            try {
                if (i % 50 == 0) {
                    searcher = std::make_unique<Searcher>(index());
                }
                const char* const question = i % 2 == 0 ? "support" : "\"families find\"";
                const Results results = searcher->search(parse_question(question), {});
                ++asked.answers;
                asked.empty += results.hits.empty() ? 1 : 0;
            } catch (const std::exception& error) {
                asked.fail(error.what());
            }
        }
    }
};

TEST_F(ReadersTest, NeverSeeAnErrorOrNothing) {
    write_site(30);
    (void)run();
    Asked asked;
    std::atomic<bool> done{false};
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] { ask_until(done, asked); });
    }
    for (int i = 0; i < 100; ++i) {
        ReindexOptions options;
        options.rebuild = i % 3 == 2;
        write("p" + std::to_string(i % 30) + ".md", page("publish" + std::to_string(i)));
        EXPECT_EQ(run(options).files.changed, 1U);
    }
    done = true;
    for (std::thread& reader : readers) {
        reader.join();
    }
    EXPECT_EQ(asked.errors, 0) << asked.first_error;
    EXPECT_EQ(asked.empty, 0);
    EXPECT_GT(asked.answers, 100);
    RecordProperty("answers", asked.answers);
}

TEST_F(ReadersTest, AnOpenSearcherFollowsAFullBuild) {
    write_site(5);
    (void)run();
    Searcher searcher(index());
    for (int i = 0; i < 4; ++i) {
        const std::string topic = "kumquat" + std::to_string(i);
        write("p1.md", page(topic));
        ReindexOptions options;
        options.rebuild = true;
        (void)run(options);
        EXPECT_EQ(searcher.search(parse_question(topic), {}).total, 1U) << topic;
    }
}

TEST_F(ReadersTest, AnOpenSearcherOutlivesADamagedGeneration) {
    write_site(5);
    (void)run();
    Searcher searcher(index());
    std::filesystem::create_directory(index() / "gen-2");
    dir_.write("index/live", "auto gen-2\n");
    EXPECT_EQ(searcher.search(parse_question("support"), {}).hits.size(), 5U);
}

}  // namespace
}  // namespace recovery
