// SPDX-License-Identifier: GPL-2.0-or-later
//
// Index files that something else has damaged.
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "indexer/schema/generations.h"
#include "tests/faults/fault_test.h"

namespace recovery {
namespace {

namespace fs = std::filesystem;

void flip_bytes(const fs::path& file, std::uintmax_t from, std::uintmax_t count) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(from));
    for (std::uintmax_t i = 0; i < count; ++i) {
        stream.put(static_cast<char>(0xA5U ^ (i * 37U)));
    }
}

struct Damage {
    const char* name;
    std::function<void(const fs::path&)> inflict;
    bool is_always_seen;  ///< else what is hit may be a part nobody reads
};

const std::vector<Damage>& damages() {
    static const std::vector<Damage> all{
        {"emptied", [](const fs::path& file) { fs::resize_file(file, 0); }, true},
        {"removed", [](const fs::path& file) { fs::remove(file); }, true},
        {"truncated",
         [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); },
         false},
        {"start overwritten",
         [](const fs::path& file) { flip_bytes(file, 0, 64); },
         false},
        {"overwritten",
         [](const fs::path& file) { flip_bytes(file, 0, fs::file_size(file)); },
         true},
        {"middle overwritten",
         [](const fs::path& file) { flip_bytes(file, fs::file_size(file) / 2, 16); },
         false}};
    return all;
}

struct IndexFile {
    const char* name;
    bool is_always_read;  ///< by a search
};

constexpr IndexFile index_files[] = {{"iamglass", true},
                                     {"postlist.glass", true},
                                     {"docdata.glass", true},
                                     {"termlist.glass", false},
                                     {"position.glass", false}};

class DamageTest : public FaultTest {
  protected:
    [[nodiscard]] fs::path generation() const {
        return generation_dir(index(), live_generation(index()).value());
    }
};

// A search reads all files but the list of terms and the positions; an update reads
// those.
TEST_F(DamageTest, IsSaidByTheSearchAndMendedByTheIndexer) {
    write_site(12);
    (void)run();
    const fs::path good = dir_.path() / "good";
    fs::copy(index(), good, fs::copy_options::recursive);
    for (const IndexFile& file : index_files) {
        for (const Damage& damage : damages()) {
            SCOPED_TRACE(std::string(file.name) + " " + damage.name);
            fs::remove_all(index());
            fs::copy(good, index(), fs::copy_options::recursive);
            ASSERT_TRUE(fs::exists(generation() / file.name));
            damage.inflict(generation() / file.name);
            const CommandResult asked = ask("support topic7");
            if (damage.is_always_seen && file.is_always_read) {
                EXPECT_EQ(asked.status, 3);
                EXPECT_NE(asked.errors.find("recovery-index"), std::string::npos)
                    << asked.errors;
            } else {
                EXPECT_TRUE(asked.status == 0 || asked.status == 1 || asked.status == 3)
                    << asked.status << asked.errors;
            }
            write("p3.md", page("mended"));
            const CommandResult mended = run_indexer();
            EXPECT_EQ(mended.status, 0) << mended.errors;
            write("p3.md", page("topic3"));
            ReindexOptions options;
            options.rebuild = true;
            (void)run(options);
            EXPECT_EQ(dump_index(index()), dump_index(good));
            EXPECT_EQ(count_index_faults(index()), 0U);
        }
    }
}

TEST_F(DamageTest, ALiveFileThatNamesNothingIsReplaced) {
    write_site(12);
    (void)run();
    for (const std::string& text :
         {std::string(), std::string("auto gen-99\n"), std::string(300, 'x')}) {
        std::ofstream(live_file(index()), std::ios::trunc) << text;
        EXPECT_EQ(ask("support").status, 3) << text;
        EXPECT_EQ(run_indexer().status, 0);
        EXPECT_EQ(ask("support").status, 0);
    }
    expect_as_built_anew();
}

}  // namespace
}  // namespace recovery
