// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/arguments.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

using Words = std::vector<std::string>;

struct Row {
    Words arguments;
    Words options;
    Words words;
};

TEST(Arguments, TellOptionsFromTheQuestion) {
    const Row rows[] = {
        {{"is", "ketamine", "addictive"}, {}, {"is", "ketamine", "addictive"}},
        {{"--limit", "3", "ketamine", "--json"},
         {"--limit", "3", "--json"},
         {"ketamine"}},
        {{"--limit=3", "ketamine"}, {"--limit=3"}, {"ketamine"}},
        {{"ketamine", "-dental"}, {}, {"ketamine", "-dental"}},
        {{"-h"}, {"-h"}, {}},
        {{"ketamine", "-h"}, {}, {"ketamine", "-h"}},
        {{"--", "-dental", "--json"}, {}, {"-dental", "--json"}},
        {{"detox", "--", "--json"}, {}, {"detox", "--json"}},
        {{"-"}, {}, {"-"}},
        {{"--limit"}, {"--limit"}, {}},
        {{"--json", "3"}, {"--json"}, {"3"}},
        {{}, {}, {}},
    };
    for (const Row& row : rows) {
        const SplitArguments split = split_arguments(row.arguments, {"--limit"});
        EXPECT_EQ(split.options, row.options);
        EXPECT_EQ(split.words, row.words);
    }
}

}  // namespace
}  // namespace recovery
