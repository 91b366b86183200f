// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_lines.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const std::vector<TextBlock>& blocks) {
    std::vector<std::string> all;
    for (const TextBlock& block : blocks) {
        all.push_back((block.mark == ItemMark::none ? "" : "• ") + block.text);
    }
    return all;
}

TEST(TextLines, TakesOffEveryKindOfItemMark) {
    EXPECT_THAT(
        texts(read_blocks("• a\n- b\n* c\n– d\no e\n1. f\n12) g\n+ h\n\t◦ i\n")),
        ElementsAre("• a", "• b", "• c", "• d", "• e", "• f", "• g", "• h", "• i"));
}

TEST(TextLines, LeavesWordsThatOnlyLookLikeMarks) {
    EXPECT_THAT(texts(read_blocks("once\n\n-b\n\n2019. A year\n\n1.5 hours\n")),
                ElementsAre("once", "-b", "2019. A year", "1.5 hours"));
}

TEST(TextLines, GivesAMarkOnItsOwnLineToTheNextOne) {
    EXPECT_THAT(texts(read_blocks("•\n\nwalk\n•\nrest\n")),
                ElementsAre("• walk", "• rest"));
}

TEST(TextLines, CleansWhatCannotBeSeen) {
    EXPECT_THAT(texts(read_blocks("\xEF\xBB\xBF"
                                  "a\xC2\xA0 \tb\x01"
                                  "c\xE2\x80\x8B\r\n\xE2\x80\x8B\r\n***\rd")),
                ElementsAre("a b c", "d"));
    EXPECT_THAT(read_blocks("\n \n---\n??\n"), IsEmpty());
}

TEST(TextLines, JoinsTheLinesOfAHardWrappedFile) {
    EXPECT_THAT(
        texts(read_blocks("Short Heading\n"
                          "\n"
                          "The first line of this paragraph is as long as lines go\n"
                          "in this small file, and the second one is nearly as wide\n"
                          "as it.\n"
                          "  - an item that is too long for the width of its line\n"
                          "    goes on below\n")),
        ElementsAre("Short Heading",
                    "The first line of this paragraph is as long as lines go in this "
                    "small file, and the second one is nearly as wide as it.",
                    "• an item that is too long for the width of its line goes on "
                    "below"));
}

TEST(TextLines, KeepsLinesApartWhereEachIsAParagraph) {
    const std::string line(150, 'x');
    EXPECT_THAT(texts(read_blocks("First one.\n" + line + "\n" + line + "\nLast\n")),
                ElementsAre("First one.", line, line, "Last"));
}

}  // namespace
}  // namespace recovery
