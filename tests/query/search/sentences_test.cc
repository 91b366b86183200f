// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/sentences.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace recovery {
namespace {

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> out;
    for (const Span& span : split_sentences(text)) {
        out.push_back(text.substr(span.begin, span.end - span.begin));
    }
    return out;
}

using Sentences = std::vector<std::string>;

TEST(Sentences, EndAtMarksAndNewlines) {
    EXPECT_EQ(sentences("One. Two! Three? Four"),
              (Sentences{"One.", "Two!", "Three?", "Four"}));
    EXPECT_EQ(sentences("A list:\n• one\n• two\n\nEnd."),
              (Sentences{"A list:", "• one", "• two", "End."}));
    EXPECT_EQ(sentences("He said “stop.” Then he left."),
              (Sentences{"He said “stop.”", "Then he left."}));
    EXPECT_EQ(sentences("Wait… What?! (Really.) Yes."),
              (Sentences{"Wait…", "What?!", "(Really.)", "Yes."}));
}

TEST(Sentences, GoOnBehindAbbreviationsAndInsideNumbers) {
    EXPECT_EQ(sentences("Dr. Lee and J. Smith met at 2.1 miles. Done."),
              (Sentences{"Dr. Lee and J. Smith met at 2.1 miles.", "Done."}));
    EXPECT_EQ(sentences("See e.g. this one. Next."),
              (Sentences{"See e.g. this one.", "Next."}));
    EXPECT_EQ(sentences("worker.In my work"), (Sentences{"worker.In my work"}));
}

TEST(Sentences, OfNothingAreNone) {
    EXPECT_TRUE(sentences("").empty());
    EXPECT_TRUE(sentences(" \n\n ").empty());
    EXPECT_EQ(sentences("..."), (Sentences{"..."}));
}

}  // namespace
}  // namespace recovery
