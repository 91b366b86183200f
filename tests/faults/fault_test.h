// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/build/reindex.h"
#include "query/question/parse_question.h"
#include "query/search/searcher.h"
#include "tests/support/index_dump.h"
#include "tests/support/run_command.h"
#include "tests/support/temp_dir.h"

namespace recovery {

/// A site, its index, and runs of the indexer inside the test and as a program.
class FaultTest : public testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path site() const { return dir_.path() / "site"; }
    [[nodiscard]] std::filesystem::path index() const { return dir_.path() / "index"; }

    void write(const std::string& path, const std::string& text) const {
        dir_.write("site/" + path, text);
    }

    /// A page of some size about `topic`; every page holds the word "support".
    static std::string page(const std::string& topic, int paragraphs = 6) {
        std::string text = "# About " + topic + "\n\n";
        for (int i = 0; i < paragraphs; ++i) {
            text += "## Part " + std::to_string(i) + " of " + topic +
                    "\n\nFamilies find support with " + topic + " and time, number " +
                    std::to_string(i * 7) + " of many such sentences on this page.\n\n";
        }
        return text;
    }

    void write_site(int pages) const {
        for (int i = 0; i < pages; ++i) {
            const std::string number = std::to_string(i);
            write("p" + number + ".md", page("topic" + number));
        }
    }

    Report run(ReindexOptions options = {}) const {
        options.index_dir = options.index_dir.empty() ? index() : options.index_dir;
        options.paths = {site()};
        const std::atomic<bool> stop{false};
        return reindex(
            options, [](std::size_t, std::size_t) {}, stop);
    }

    [[nodiscard]] CommandResult run_indexer(
        std::vector<std::string> arguments = {}) const {
        arguments.insert(arguments.end(), {"--index", index().string(), site().string()});
        return run_program("recovery-index", arguments);
    }

    [[nodiscard]] CommandResult ask(const std::string& question) const {
        return run_program("recovery-query", {"--index", index().string(), question});
    }

    /// Against an index that is made anew of the same files.
    void expect_as_built_anew() const {
        ReindexOptions fresh;
        fresh.index_dir = dir_.path() / "fresh";
        fresh.rebuild = true;
        fresh.force = true;
        (void)run(fresh);
        EXPECT_EQ(dump_index(index()), dump_index(fresh.index_dir));
        EXPECT_EQ(count_index_faults(index()), 0U);
    }

    const TempDir dir_;
};

}  // namespace recovery
