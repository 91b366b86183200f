// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/section_split.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/utf8.h"

namespace recovery {
namespace {

using testing::SizeIs;

std::string words(int count, std::string_view word = "word") {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

/// The parts of a section with `text`, after checks that hold for all texts.
std::vector<Section> split(const std::string& text) {
    std::vector<Section> parts = split_section({"Heading", "anchor", text});
    std::string joined;
    for (const Section& part : parts) {
        EXPECT_EQ(part.heading, "Heading");
        EXPECT_EQ(part.anchor, "anchor");
        EXPECT_LE(word_count(part.text), max_section_words);
        EXPECT_TRUE(parts.size() == 1 || word_count(part.text) > 0);
        joined += part.text + " ";
    }
    EXPECT_EQ(collapse_space(joined), collapse_space(text));
    return parts;
}

TEST(SectionSplit, LeavesShortSectionsAlone) {
    EXPECT_THAT(split(""), SizeIs(1));
    EXPECT_THAT(split(words(400)), SizeIs(1));
}

TEST(SectionSplit, CutsBetweenParagraphsInEqualParts) {
    const std::vector<Section> parts =
        split(words(150, "a") + "\n\n" + words(150, "b") + "\n\n" + words(150, "c") +
              "\n\n" + words(150, "d"));
    ASSERT_THAT(parts, SizeIs(2));
    EXPECT_EQ(parts[0].text, words(150, "a") + "\n\n" + words(150, "b"));
    EXPECT_EQ(parts[1].text, words(150, "c") + "\n\n" + words(150, "d"));
}

TEST(SectionSplit, CutsALongParagraphBetweenSentences) {
    std::string text;
    for (int i = 0; i < 50; ++i) {
        text += "This sentence has ten words and ends with a stop. ";
    }
    const std::vector<Section> parts = split(text);
    ASSERT_THAT(parts, SizeIs(2));
    EXPECT_EQ(word_count(parts[0].text), 250U);
    EXPECT_THAT(parts[0].text, testing::EndsWith("stop."));
}

TEST(SectionSplit, CutsALongListBetweenItems) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "• an item of the list\n";
    }
    for (const Section& part : split(text)) {
        EXPECT_THAT(part.text, testing::StartsWith("• an item"));
        EXPECT_THAT(part.text, testing::EndsWith("list"));
    }
}

TEST(SectionSplit, CutsBetweenWordsAsALastResort) {
    EXPECT_THAT(split(words(4001)), SizeIs(11));
}

TEST(SectionSplit, CountsWordsNotMarks) {
    EXPECT_EQ(word_count(""), 0U);
    EXPECT_EQ(word_count("• one two\n• three"), 3U);
    EXPECT_EQ(word_count("  24/7 — help "), 3U);
}

}  // namespace
}  // namespace recovery
