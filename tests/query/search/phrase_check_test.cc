// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_check.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/schema/stored_section.h"

namespace recovery {
namespace {

TEST(PhraseCheck, WantsTheWordsInOrderAndForm) {
    const std::string text = "the side effects of co-occurring disorders";
    EXPECT_TRUE(holds_phrase(text, {{"side", "effects"}}));
    EXPECT_TRUE(holds_phrase(text, {{"co", "occurring"}}));
    EXPECT_FALSE(holds_phrase(text, {{"side", "effect"}}));
    EXPECT_FALSE(holds_phrase(text, {{"effects", "side"}}));
    EXPECT_FALSE(holds_phrase(text, {{"disorders", "x"}}));
    EXPECT_FALSE(holds_phrase("", {{"x"}}));
}

TEST(PhraseCheck, LooksAtEveryTextOfASection) {
    StoredSection section;
    section.title = "Big title";
    section.heading = "Small heading";
    section.text = "Running text";
    section.credentials = {"LCDC III"};
    Xapian::Document document;
    document.set_data(encode_section(section));
    const auto passes = [&](const std::vector<std::string>& words) {
        const std::vector<Phrase> phrases{{words}};
        return PhraseCheck(phrases)(document);
    };
    EXPECT_TRUE(passes({"big", "title"}));
    EXPECT_TRUE(passes({"small", "heading"}));
    EXPECT_TRUE(passes({"running", "text"}));
    EXPECT_TRUE(passes({"lcdc", "iii"}));
    EXPECT_FALSE(passes({"title", "small"}))
        << "no phrase crosses from one text to the next";
}

}  // namespace
}  // namespace recovery
