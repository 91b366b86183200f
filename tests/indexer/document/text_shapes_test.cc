// SPDX-License-Identifier: GPL-2.0-or-later
// One test for each shape of page in tests/data/text.
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/document/text_reader.h"

namespace recovery {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

Page read_fixture(const std::string& name, std::optional<Kind> known = std::nullopt) {
    std::ifstream file(RECOVERY_SOURCE_DIR "/tests/data/text/" + name, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << name;
    return read_text(std::string(std::istreambuf_iterator<char>(file), {}), known);
}

std::vector<std::string> headings(const Page& page) {
    std::vector<std::string> all;
    for (const Section& section : page.sections) {
        all.push_back(section.heading);
    }
    return all;
}

std::vector<std::string> names(const Page& page) {
    std::vector<std::string> all;
    for (const BioEntry& bio : page.bios) {
        all.push_back(bio.name);
    }
    return all;
}

TEST(TextShapes, APairOfCapitalWordsIsNoPerson) {
    const Page page = read_fixture("no_bios.txt");
    EXPECT_EQ(page.title, "What Is Alcohol Use Disorder?");
    EXPECT_THAT(
        headings(page),
        ElementsAre(
            "", "Signs of Alcohol Use Disorder", "Group Therapy", "Family Support"));
    EXPECT_THAT(page.bios, IsEmpty());
    EXPECT_THAT(page.faqs, IsEmpty());
}

TEST(TextShapes, ARhetoricalQuestionAfterAHeadingIsBody) {
    const Page page = read_text(
        "Finding Help\n\nHelp has many doors.\n\nThe First Step\n\nWhere do people "
        "begin?\n\n"
        "Most people begin with a call.\n\nThe call may be short.\n\nThe Second Step\n\n"
        "The second step is a visit.\n");
    EXPECT_THAT(headings(page), ElementsAre("", "The First Step", "The Second Step"));
    EXPECT_THAT(page.sections[1].text, StartsWith("Where do people begin?\n\nMost"));
}

TEST(TextShapes, BiosMayComeFirst) {
    const Page page = read_fixture("bios_first.txt");
    EXPECT_EQ(page.title, "Does Sleep Help You Heal?");
    EXPECT_THAT(names(page), ElementsAre("Maria de la Cruz", "José Núñez-Ortiz"));
    EXPECT_THAT(page.bios[1].credentials, ElementsAre("PsyD"));
    EXPECT_THAT(headings(page), ElementsAre("", "Quiet Rooms"));
}

TEST(TextShapes, ASingleQuestionWithABriefAnswerIsAnEntry) {
    const Page page = read_fixture("one_faq.txt");
    ASSERT_THAT(page.faqs, SizeIs(1));
    EXPECT_EQ(page.faqs[0].question, "Is gabapentin an opioid?");
    EXPECT_EQ(page.faqs[0].answer, "No, it belongs to another family of medicines.");
    EXPECT_THAT(
        headings(page),
        ElementsAre(
            "", "How Gabapentin Works", "Gabapentin in Early Recovery", "Where to Turn"));
}

TEST(TextShapes, TwelveQuestionsAreTwelveEntries) {
    const Page page = read_fixture("twelve_faqs.txt");
    EXPECT_EQ(page.title, "Common Questions About Outpatient Care");
    EXPECT_THAT(page.faqs, SizeIs(12));
    EXPECT_THAT(page.sections, IsEmpty());
    EXPECT_EQ(page.faqs[2].answer,
              "Yes, most people do.\n\nEvening groups begin after six.");
    EXPECT_THAT(page.faqs[7].answer,
                EndsWith("\n\n• a photo card\n• your insurance card\n• a list of your "
                         "medicines"));
}

TEST(TextShapes, WindowsLineEndsAndByteOrderMarkDoNotShow) {
    const Page page = read_fixture("crlf_bom.txt");
    EXPECT_EQ(page.title, "Coping With Stress");
    ASSERT_THAT(page.sections, SizeIs(2));
    EXPECT_EQ(page.sections[1].heading, "Breathing Slowly");
    EXPECT_EQ(page.sections[1].text,
              "Slow breathing calms the body.\n\n• Breathe in.\n• Breathe out.");
}

TEST(TextShapes, QuestionsWithLongTextAreSections) {
    const Page page = read_fixture("question_sections.txt");
    EXPECT_EQ(page.title, "Opioid withdrawal explained");
    EXPECT_THAT(headings(page),
                ElementsAre("",
                            "What does withdrawal feel like?",
                            "How long does it last?",
                            "Why does medical help matter?"));
    EXPECT_THAT(page.faqs, IsEmpty());
}

TEST(TextShapes, APageMayHaveNoHeadings) {
    const Page page = read_fixture("no_headings.txt");
    EXPECT_EQ(page.title, "");
    ASSERT_THAT(page.sections, SizeIs(1));
    EXPECT_EQ(page.sections[0].heading, "");
    EXPECT_EQ(page.sections[0].anchor, "");
    EXPECT_THAT(page.sections[0].text,
                EndsWith("\n\nThe last group of the day ends at nine "
                         "in the evening."));
}

TEST(TextShapes, HardWrappedParagraphsAreJoined) {
    const Page page = read_fixture("hard_wrapped.txt");
    EXPECT_THAT(headings(page),
                ElementsAre("", "How Naltrexone Helps", "Who Should Not Take It"));
    EXPECT_THAT(page.sections[1].text, HasSubstr("reaches by way of the body's own"));
    EXPECT_THAT(page.sections[1].text, HasSubstr("how cravings come and go, and who"));
    EXPECT_THAT(page.sections[1].text, EndsWith("people who like to cook or walk."));
}

TEST(TextShapes, BiosOnly) {
    for (const std::optional<Kind> known : {std::optional<Kind>(), {Kind::bio}}) {
        const Page page = read_fixture("bios_only.txt", known);
        EXPECT_EQ(page.title, "");
        EXPECT_THAT(page.sections, IsEmpty());
        EXPECT_THAT(names(page),
                    ElementsAre("Sean O'Neil",
                                "Mary-Kate Smith-Jones",
                                "Thomas R. Waverly Jr.",
                                "Ludwig van der Meer",
                                "Zoë Almqvist",
                                "DANA WHITLOW",
                                "T.J. Marsh"));
        EXPECT_THAT(page.bios[0].credentials, ElementsAre("LPCC-S", "LICDC-CS"));
        EXPECT_THAT(page.bios[6].credentials, ElementsAre("LADC III"));
        EXPECT_THAT(page.bios[4].text, StartsWith("Director of Family Programs\n\nZoë"));
        EXPECT_THAT(page.bios[6].text, StartsWith("Clinical Supervisor\n\nT.J."));
    }
}

TEST(TextShapes, HeadingsWithoutTextAreKept) {
    const Page page = read_fixture("headings_only.txt");
    EXPECT_EQ(page.title, "Our Services");
    EXPECT_THAT(headings(page), ElementsAre("Medical Detox", "Day Program", "Aftercare"));
}

TEST(TextShapes, AnEmptyFileIsAnEmptyPage) {
    const Page page = read_fixture("empty.txt");
    EXPECT_EQ(page.title, "");
    EXPECT_THAT(page.sections, IsEmpty());
}

TEST(TextShapes, CaptionsRightBelowAnItemAreDropped) {
    const Page page = read_fixture("dense_captions.txt");
    EXPECT_THAT(headings(page),
                ElementsAre("", "Building a Daily Routine", "Staying in Touch"));
    EXPECT_THAT(page.sections[1].text, HasSubstr("• go outside\n\nRoutine also"));
    EXPECT_THAT(page.sections[2].text, HasSubstr("at hand\n\nA message is"));
}

TEST(TextShapes, AContentsListIsDropped) {
    const Page page = read_fixture("contents_list.txt");
    EXPECT_EQ(page.title, "A Guide to Cocaine Recovery");
    EXPECT_THAT(
        headings(page),
        ElementsAre("", "What Cocaine Does", "How Treatment Works", "After Treatment"));
    EXPECT_EQ(page.sections[0].text,
              "Recovery from cocaine takes time, and it is possible.");
}

TEST(TextShapes, NumberedHeadingsAndUnmarkedLists) {
    const Page page = read_fixture("numbered_headings.txt");
    EXPECT_THAT(headings(page),
                ElementsAre("",
                            "Listen Before You Speak",
                            "Learn About Substance Use",
                            "Look After Yourself"));
    EXPECT_THAT(page.sections[2].text,
                HasSubstr("\n\n• Tolerance\n• Withdrawal\n• Relapse\n\nAsk"));
}

TEST(TextShapes, ATeamPageMayUseNamesThatAreWords) {
    const Page page = read_fixture("team_page.txt");
    EXPECT_EQ(page.title, "Meet Our Team");
    EXPECT_THAT(headings(page), ElementsAre(""));
    EXPECT_THAT(names(page), ElementsAre("Hope Winters", "Grace Bell", "Alex Kimura"));
    EXPECT_THAT(page.bios[0].text, StartsWith("Clinical Director\n\nHope has"));
}

TEST(TextShapes, InAnFaqFileEveryQuestionOpensAnEntry) {
    const Page page = read_fixture("question_sections.txt", Kind::faq);
    EXPECT_EQ(page.title, "Opioid withdrawal explained");
    EXPECT_THAT(page.faqs, SizeIs(3));
    EXPECT_THAT(page.sections, SizeIs(1));
    const Page untitled =
        read_text("Is it free?\n\nYes.\n\nParking\n\nBehind the house.\n", Kind::faq);
    EXPECT_EQ(untitled.title, "");
    ASSERT_THAT(untitled.faqs, SizeIs(2));
    EXPECT_EQ(untitled.faqs[1].question, "Parking");
}

TEST(TextShapes, QuestionsInTitleCaseMayBeEntriesToo) {
    const Page page = read_text(
        "Kratom Facts\n\nKratom is a leaf.\n\nEffects of Kratom\n\nThe effects "
        "differ.\n\n"
        "What Is Kratom Used For?\n\nPeople chew it.\n\nOthers brew tea.\n\nSome do "
        "both.\n\n"
        "Q: Is Kratom Legal?\n\nA: In most states.\n\nQ: Is Kratom New?\n\nA: No.\n\n"
        "Where Can You Get Help?\n\nBegin with a call.\n\n- to us\n- to a friend\n");
    EXPECT_THAT(headings(page),
                ElementsAre("",
                            "Effects of Kratom",
                            "What Is Kratom Used For?",
                            "Where Can You Get Help?"));
    ASSERT_THAT(page.faqs, SizeIs(2));
    EXPECT_EQ(page.faqs[0].question, "Is Kratom Legal?");
    EXPECT_EQ(page.faqs[0].answer, "In most states.");
}

TEST(TextShapes, RepeatedHeadingsWithTextGetAnchorsOfTheirOwn) {
    const Page page = read_text(
        "Two Medicines\n\nBoth help.\n\nSide Effects\n\nHeadache.\n\nSide "
        "Effects\n\nNone.\n");
    ASSERT_THAT(page.sections, SizeIs(3));
    EXPECT_EQ(page.sections[1].anchor, "side-effects");
    EXPECT_EQ(page.sections[2].anchor, "side-effects-1");
}

TEST(TextShapes, AnOrganisationIsNoPerson) {
    const Page page = read_text(
        "Finding a Meeting\n\nMeetings are free.\n\nNarcotics Anonymous\n\nNarcotics "
        "Anonymous is a fellowship. When someone comes, he or she is welcome.\n\nSan "
        "Tomas, "
        "OH\n\nMeetings on Monday.\n");
    EXPECT_THAT(page.bios, IsEmpty());
    EXPECT_THAT(page.sections, SizeIs(3));
}

TEST(TextShapes, BylinesAreNoHeadings) {
    const Page page = read_text(
        "Sleep and You\n\nReviewed by Jane Public, LSW\n\nSleep heals.\n\nGood Nights\n\n"
        "Go to bed early.\n");
    EXPECT_THAT(headings(page), ElementsAre("", "Good Nights"));
    EXPECT_THAT(page.sections[0].text, StartsWith("Reviewed by"));
}

TEST(TextShapes, ARunMayAskAboutWhatWasNamedBefore) {
    const Page page = read_text(
        "Frequently Asked Questions\n\nWhat is detox?\n\nDetox is a short stay.\n\nHow "
        "long is it?\n\nAbout a week.\n");
    EXPECT_EQ(page.title, "Frequently Asked Questions");
    ASSERT_THAT(page.faqs, SizeIs(2));
    EXPECT_EQ(page.faqs[1].question, "How long is it?");
}

TEST(TextShapes, HeadingsThatOnlyGroupEntriesAreDropped) {
    const Page page = read_text(
        "Alcohol and the brain\n\nAlcohol changes the brain.\n\nWhat can help\n\nRest "
        "and "
        "counseling help.\n\nCommon questions\n\nCan the brain heal?\n\nYes, in part.\n\n"
        "How long does it take?\n\nMonths to years.\n\nOur team\n\nJane Public, LISW\n\n"
        "Jane leads the team.\n");
    EXPECT_THAT(headings(page), ElementsAre("", "What can help"));
    ASSERT_THAT(page.faqs, SizeIs(2));
    EXPECT_EQ(page.faqs[1].answer, "Months to years.");
    EXPECT_THAT(names(page), ElementsAre("Jane Public"));
}

TEST(TextShapes, ButtonsThatComeAgainAreDropped) {
    const Page page = read_text(
        "Group Therapy\n\nGroup therapy helps.\n\nWhy Group Therapy Works\n\nPeople "
        "listen.\n\nCall Now\n\nVerify Insurance\n\nTypes of Group Therapy\n\nThere are "
        "many types.\n\nCall Now\n\nVerify Insurance\n\nReady to Begin?\n\nReach out!\n");
    EXPECT_THAT(
        headings(page),
        ElementsAre(
            "", "Why Group Therapy Works", "Types of Group Therapy", "Ready to Begin?"));
}

TEST(TextShapes, AHeadingWithinABioIsNoSecondPerson) {
    const Page page = read_text(
        "Jane Public, LISW\n\nEducation\n\nShe studied by the lake.\n\nSpecial "
        "Interests\n\nShe likes hiking.\n",
        Kind::bio);
    ASSERT_THAT(page.bios, SizeIs(1));
    EXPECT_THAT(page.bios[0].text,
                EndsWith("\n\nSpecial Interests\n\nShe likes hiking."));
}

}  // namespace
}  // namespace recovery
