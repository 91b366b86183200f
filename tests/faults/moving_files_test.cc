// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that come, go and grow during a run, clocks that go backwards, and two writers.
#include <atomic>
#include <chrono>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "indexer/base/error.h"
#include "indexer/build/index_lock.h"
#include "tests/faults/fault_test.h"
#include "tests/support/started_program.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class MovingFilesTest : public FaultTest {};

TEST_F(MovingFilesTest, ARunCopesWithFilesThatComeGoAndGrow) {
    write_site(40);
    (void)run();
    std::atomic<bool> done{false};
    std::thread editor([&] {
        std::mt19937 random(7);
        while (!done) {
            const std::string number = std::to_string(random() % 20);
            const fs::path file = site() / ("p" + number + ".md");
            std::error_code error;
            switch (random() % 4) {
                case 0:
                    fs::remove(file, error);
                    break;
                case 1:
                    write("p" + number + ".md", page("again" + number));
                    break;
                case 2:
                    std::ofstream(file, std::ios::app) << "\nIt grows and grows.\n";
                    break;
                default:
                    fs::rename(file, site() / ("moved" + number + ".md"), error);
            }
            std::this_thread::sleep_for(1ms);
        }
    });
    for (int i = 0; i < 25; ++i) {
        ReindexOptions options;
        options.rebuild = i % 5 == 4;
        EXPECT_NO_THROW((void)run(options)) << i;
        EXPECT_EQ(count_index_faults(index()), 0U) << i;
    }
    done = true;
    editor.join();
    (void)run();
    expect_as_built_anew();
}

TEST_F(MovingFilesTest, StampsOfTheFutureAndThePastHideNoChange) {
    write_site(10);
    const auto now = fs::file_time_type::clock::now();
    const auto stamp = [&](const std::string& name, std::chrono::hours age) {
        fs::last_write_time(site() / name, now - age);
    };
    stamp("p1.md", -24h * 365 * 50);
    stamp("p2.md", 24h * 365 * 50);
    (void)run();
    write("p1.md", page("topicX"));
    write("p2.md", page("topicY"));
    write("p3.md", page("topicZ"));
    stamp("p1.md", -24h * 365 * 50);
    stamp("p2.md", 24h * 365 * 50);
    stamp("p3.md", 1h);
    EXPECT_EQ(run().files.changed, 3U);
    stamp("p3.md", 1000h);
    EXPECT_EQ(run().files.changed, 0U) << "an older stamp is no other content";
    expect_as_built_anew();
}

TEST_F(MovingFilesTest, ASecondWriterIsTurnedAwayOrWaits) {
    write_site(5);
    (void)run();
    write("p1.md", page("changed"));
    std::optional<IndexLock> lock;
    lock.emplace(index());
    const CommandResult turned_away = run_indexer();
    EXPECT_EQ(turned_away.status, 75);
    EXPECT_NE(turned_away.errors.find(std::to_string(::getpid())), std::string::npos)
        << turned_away.errors;
    StartedProgram patient(
        "recovery-index", {"--wait", "60", "--index", index().string(), site().string()});
    std::this_thread::sleep_for(300ms);
    lock.reset();
    EXPECT_EQ(patient.wait(), 0);
    expect_as_built_anew();
}

TEST_F(MovingFilesTest, TwoPatientWritersBothSucceed) {
    write_site(20);
    const std::vector<std::string> words{
        "--wait", "60", "--rebuild", "--index", index().string(), site().string()};
    StartedProgram one("recovery-index", words);
    StartedProgram two("recovery-index", words);
    EXPECT_EQ(one.wait(), 0);
    EXPECT_EQ(two.wait(), 0);
    expect_as_built_anew();
}

}  // namespace
}  // namespace recovery
