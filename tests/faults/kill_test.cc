// SPDX-License-Identifier: GPL-2.0-or-later
//
// The indexer is killed at random moments: what answers is the old state or the new one.
#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "indexer/build/verify.h"
#include "tests/faults/fault_test.h"
#include "tests/support/started_program.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

class KillTest : public FaultTest {
  protected:
    void change(int round) {
        const std::string name = "round" + std::to_string(round);
        for (int i = 0; i < 3; ++i) {
            write("p" + std::to_string(random_() % 40) + ".md", page(name));
        }
        write(name + ".md", page("new" + name));
        fs::remove(site() / ("round" + std::to_string(round - 3) + ".md"));
    }

    [[nodiscard]] std::vector<std::string> arguments(bool is_full) const {
        std::vector<std::string> words{
            "--quiet", "--index", index().string(), site().string()};
        if (is_full) {
            words.emplace_back("--rebuild");
        }
        return words;
    }

    Clock::duration measure(bool is_full) {
        change(1000);
        const auto begin = Clock::now();
        EXPECT_EQ(StartedProgram("recovery-index", arguments(is_full)).wait(), 0);
        return Clock::now() - begin;
    }

    bool kill_at(Clock::duration moment, bool is_full) {
        StartedProgram program("recovery-index", arguments(is_full));
        std::this_thread::sleep_for(moment);
        program.signal(SIGKILL);
        return program.wait() == 128 + SIGKILL;
    }

    void expect_no_leftovers() const {
        for (const auto& entry : fs::directory_iterator(index())) {
            const std::string name = entry.path().filename().string();
            EXPECT_FALSE(name.ends_with(".part") || name.ends_with(".new")) << name;
        }
    }

    // The length is measured again as it goes: other load comes and goes.
    void kill_often(int kills, bool is_full) {
        write_site(40);
        (void)run();
        auto before = dump_index(index());
        Clock::duration length = measure(is_full);
        before = dump_index(index());
        int old_states = 0;
        int killed = 0;
        for (int round = 0; killed < kills && round < 4 * kills; ++round) {
            change(round);
            // More often late, when there is more to spoil.
            const double left_over = static_cast<double>(random_() % 1000) / 1000;
            const double part = 1 - left_over * left_over;
            if (!kill_at(std::chrono::duration_cast<Clock::duration>(length * part),
                         is_full)) {
                length = length * 9 / 10;
            } else {
                ++killed;
                length += length / 50;
            }
            const std::vector<std::string> faults = verify_index(index()).faults;
            ASSERT_TRUE(faults.empty()) << "round " << round << ": " << faults.front();
            const auto left = dump_index(index());
            (void)run();
            const auto after = dump_index(index());
            ASSERT_NE(before, after);
            ASSERT_TRUE(left == before || left == after) << "round " << round;
            old_states += left == before ? 1 : 0;
            expect_no_leftovers();
            before = after;
        }
        EXPECT_EQ(killed, kills);
        RecordProperty("kills", killed);
        RecordProperty("old_states", old_states);
        expect_as_built_anew();
    }

    std::mt19937 random_{20261125};
};

TEST_F(KillTest, AnUpdateHappensWhollyOrNotAtAll) {
    kill_often(65, false);
}

TEST_F(KillTest, AFullBuildHappensWhollyOrNotAtAll) {
    kill_often(45, true);
}

}  // namespace
}  // namespace recovery
