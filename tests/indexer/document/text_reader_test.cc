// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/utf8.h"

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

std::string fixture(const std::string& name) {
    std::ifstream file(RECOVERY_SOURCE_DIR "/tests/data/text/" + name, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> headings(const Page& page) {
    std::vector<std::string> all;
    for (const Section& section : page.sections) {
        all.push_back(section.heading);
    }
    return all;
}

std::vector<std::string> questions(const Page& page) {
    std::vector<std::string> all;
    for (const FaqEntry& faq : page.faqs) {
        all.push_back(faq.question);
    }
    return all;
}

// Each bio as "name [credential; credential]".
std::vector<std::string> people(const Page& page) {
    std::vector<std::string> all;
    for (const BioEntry& bio : page.bios) {
        std::string person = bio.name;
        const char* before = " [";
        for (const std::string& credential : bio.credentials) {
            person += before + credential;
            before = "; ";
        }
        all.push_back(person + (bio.credentials.empty() ? "" : "]"));
    }
    return all;
}

std::vector<std::string> texts(const Page& page) {
    std::vector<std::string> all;
    for (const Section& section : page.sections) {
        all.push_back(section.text);
    }
    for (const FaqEntry& faq : page.faqs) {
        all.push_back(faq.answer);
    }
    for (const BioEntry& bio : page.bios) {
        all.push_back(bio.text);
    }
    return all;
}

// The sentences of a file: lines split at full stops, without headings, questions that
// open an entry, and lines that end in no sentence mark and are no items.
std::vector<std::string> sentences_of(const std::string& file, const Page& page) {
    std::set<std::string> opening{page.title};
    const std::vector<std::string> opened = headings(page);
    const std::vector<std::string> asked = questions(page);
    opening.insert(opened.begin(), opened.end());
    opening.insert(asked.begin(), asked.end());
    std::vector<std::string> sentences;
    std::istringstream lines(file);
    for (std::string raw; std::getline(lines, raw);) {
        std::string line = collapse_space(raw);
        const bool item = line.starts_with("•");
        const bool ends = line.find_last_of(".?:") + 1 == line.size();
        if (line.empty() || opening.contains(line) || (!ends && !item)) {
            continue;
        }
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = std::min(line.find(". ", at), line.size() - 1);
            const bool last = end + 1 == line.size();
            sentences.push_back(line.substr(at, end + 1 - at) + (last ? "\n" : " "));
            at = end + 2;
        }
    }
    return sentences;
}

class WholePage : public testing::Test {
  protected:
    const Page page = read_text(fixture("article_faqs_bios.txt"));
};

TEST_F(WholePage, ComesApartIntoSectionsQuestionsAndPeople) {
    EXPECT_EQ(page.title, "Is Trazodone Habit Forming?");
    EXPECT_THAT(headings(page),
                ElementsAre("",
                            "Can You Come to Depend on Trazodone?",
                            "What Makes Trazodone Different?",
                            "Trazodone Misuse",
                            "Trazodone Misuse Treatment",
                            "Trazodone as A Sleep Aid",
                            "Get Help With Sleep Medicines at Maple Hollow"));
    EXPECT_THAT(questions(page),
                ElementsAre("Is trazodone a controlled substance?",
                            "Is trazodone bad for the heart?",
                            "Is trazodone safe with alcohol?"));
    EXPECT_THAT(people(page),
                ElementsAre("Albert Brandt",
                            "Nadia Okafor [MSW]",
                            "Ruth O’Neil [RN; QMHS]",
                            "Pieter van den Berg [LADC II]",
                            "Jane Q. Public [LPCC-S]",
                            "Marcus Dell [LADC II; QMHS]"));
}

TEST_F(WholePage, LosesCaptionsAndContentsLines) {
    for (const std::string& text : texts(page)) {
        EXPECT_THAT(text, Not(HasSubstr("On This Page")));
        EXPECT_THAT(text, Not(HasSubstr("doctor and patient")));
        EXPECT_THAT(text, Not(HasSubstr("sunlit room")));
        EXPECT_THAT(text, Not(HasSubstr("brick building")));
        EXPECT_THAT(text, Not(HasSubstr("ortrait of")));
    }
}

TEST_F(WholePage, KeepsRhetoricalQuestionsInTheBody) {
    EXPECT_THAT(page.sections[0].text,
                testing::EndsWith("\n\nIs trazodone a sleeping pill, though?"));
    EXPECT_THAT(page.sections[3].text,
                HasSubstr("\n\nHow do people misuse trazodone, then?\n\n"));
}

TEST_F(WholePage, KeepsListsAndTheTextBelowThem) {
    EXPECT_THAT(page.sections[5].text,
                HasSubstr("\n\n• Shorten the time until sleep comes.\n"
                          "• Lower the number of times people wake.\n\nLarger studies"));
    EXPECT_THAT(page.sections[5].text, HasSubstr("\n\nWhile short use"));
    EXPECT_THAT(
        page.sections[5].text,
        testing::EndsWith("• Headache\n\nRarer ones should be told to a doctor the "
                          "same day."));
}

TEST_F(WholePage, HasUniqueAnchors) {
    std::set<std::string> anchors;
    for (const Section& section : page.sections) {
        EXPECT_TRUE(anchors.insert(section.anchor).second);
    }
    for (const FaqEntry& faq : page.faqs) {
        EXPECT_TRUE(anchors.insert(faq.anchor).second);
    }
    for (const BioEntry& bio : page.bios) {
        EXPECT_TRUE(anchors.insert(bio.anchor).second);
    }
    EXPECT_EQ(page.sections[0].anchor, "");
    EXPECT_EQ(page.bios[4].anchor, "jane-q-public");
}

TEST_F(WholePage, HasEverySentenceInExactlyOneText) {
    std::string all;
    for (const std::string& text : texts(page)) {
        all += text + "\n";
    }
    const std::vector<std::string> sentences =
        sentences_of(fixture("article_faqs_bios.txt"), page);
    EXPECT_THAT(sentences, SizeIs(testing::Gt(50U)));
    for (const std::string& sentence : sentences) {
        const std::size_t at = all.find(sentence);
        ASSERT_NE(at, std::string::npos) << sentence;
        EXPECT_EQ(all.find(sentence, at + sentence.size()), std::string::npos)
            << sentence;
    }
}

TEST_F(WholePage, ReadsTheSameWithoutBlankLines) {
    std::string dense;
    for (const char c : fixture("article_faqs_bios.txt")) {
        if (c != '\n' || !dense.ends_with('\n')) {
            dense.push_back(c);
        }
    }
    const Page other = read_text(dense);
    EXPECT_EQ(other.title, page.title);
    EXPECT_EQ(headings(other), headings(page));
    EXPECT_EQ(questions(other), questions(page));
    EXPECT_EQ(people(other), people(page));
    EXPECT_EQ(texts(other), texts(page));
}

TEST_F(WholePage, KnownAsAnArticleKeepsItsQuestionsAsSections) {
    const Page article = read_text(fixture("article_faqs_bios.txt"), Kind::article);
    EXPECT_THAT(article.faqs, IsEmpty());
    EXPECT_THAT(article.sections, SizeIs(10));
    EXPECT_EQ(article.sections[6].heading, "Is trazodone a controlled substance?");
    EXPECT_EQ(people(article), people(page));
}

}  // namespace
}  // namespace recovery
