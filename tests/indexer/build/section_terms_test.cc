// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/section_terms.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/ranking_text.h"
#include "indexer/schema/stored_section.h"
#include "tests/support/sample_documents.h"

namespace recovery {
namespace {

// Every term as "term:wdf" and its positions as "@position", in Xapian's order.
std::string printed(const Document& document, std::size_t part) {
    Stemmer stemmer;
    const Xapian::Document terms = section_terms(document, part, stemmer);
    std::ostringstream out;
    for (auto term = terms.termlist_begin(); term != terms.termlist_end(); ++term) {
        out << *term << ":" << term.get_wdf();
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
            out << "@" << *at;
        }
        out << " ";
    }
    return out.str();
}

TEST(SectionTerms, PutTheTitleInItsFieldAndInTheStream) {
    const Document faq = sample_faq("a", "Is tea addictive?", "Addictive tea.");
    EXPECT_EQ(printed(faq, 0),
              "Ffaqs/x.md:0 Pfaqs/x#a:0 Qfaqs/x#a#0:0 Saddict:1 Sis:1 Stea:1 XKINDfaq:0 "
              "addict:2@3@404 is:1@1 tea:2@2@405 ");
}

TEST(SectionTerms, KeepPhrasesApartByGaps) {
    const Document article = sample_article("x", "One", {{"Two", "Three"}});
    const std::string terms = printed(article, 0);
    EXPECT_NE(terms.find("one:1@1 "), std::string::npos);
    EXPECT_NE(terms.find("two:1@102 "), std::string::npos) << terms;
    EXPECT_NE(terms.find("three:1@403 "), std::string::npos) << terms;
}

TEST(SectionTerms, KeepWhatRankingNeedsOfTheTitleInAValue) {
    Stemmer stemmer;
    const Document article =
        sample_article("x", "Is Tea Addictive?", {{"", "Yes."}, {"How soon", "Soon."}});
    const std::string value =
        section_terms(article, 1, stemmer).get_value(slot::ranking_text);
    const RankingText text = decode_ranking_text(value);
    EXPECT_EQ(text.title, "is tea addictive");
    EXPECT_EQ(text.heading, "how soon");
    EXPECT_EQ(text.parts, 2U);
    EXPECT_EQ(text.body_position, 406U);

    const Document bio = sample_bio("p", "Pat Doe", {"LCDC III"}, "Works here.");
    const std::string of_bio =
        section_terms(bio, 0, stemmer).get_value(slot::ranking_text);
    EXPECT_EQ(decode_ranking_text(of_bio).title, "pat doe lcdc iii");
}

TEST(SectionTerms, BoundWhatRankingTakesOfATitle) {
    Stemmer stemmer;
    std::string title;
    for (int i = 0; i < 5000; ++i) {
        title += "word" + std::to_string(i) + " ";
    }
    const std::string value = section_terms(sample_faq("a", title, "Text."), 0, stemmer)
                                  .get_value(slot::ranking_text);
    const RankingText text = decode_ranking_text(value);
    EXPECT_LE(text.title.size(), max_ranking_bytes);
    EXPECT_TRUE(text.title.starts_with("word0 word1 "));
}

TEST(SectionTerms, CloseUpHyphenatedCompounds) {
    const std::string terms =
        printed(sample_faq("a", "Q", "co-occurring out-of-body x-"), 0);
    EXPECT_NE(terms.find("cooccur:1 "), std::string::npos) << terms;
    EXPECT_NE(terms.find("outofbodi:1 "), std::string::npos) << terms;
    EXPECT_NE(terms.find(" co:1@"), std::string::npos);
}

TEST(SectionTerms, GiveKeywordsWeightButNoPosition) {
    Document article = sample_article("x", "Ketamine", {{"", "Text."}});
    article.keywords = {"special K"};
    const std::string terms = printed(article, 0);
    EXPECT_NE(terms.find("k:3 "), std::string::npos) << terms;
    EXPECT_NE(terms.find("special:3 "), std::string::npos);
    EXPECT_EQ(terms.find("Sspecial"), std::string::npos) << "not the title";
}

TEST(SectionTerms, SearchTheDescriptionWithTheFirstSectionOnly) {
    Document article = sample_article("x", "Title", {{"", "One."}, {"Next", "Two."}});
    article.description = "Overview";
    EXPECT_NE(printed(article, 0).find("overview"), std::string::npos);
    EXPECT_EQ(printed(article, 1).find("overview"), std::string::npos);
}

TEST(SectionTerms, CarryFiltersValuesAndData) {
    Document bio = sample_bio("jane", "Jane Sample", {"LCDC III"}, "Life.");
    bio.tags = {"Staff"};
    bio.authors = {"Sample Author"};
    bio.date = "2025-01-01";
    bio.lastmod = "2026-01-01";
    bio.role = "Therapist";
    Stemmer stemmer;
    const Xapian::Document terms = section_terms(bio, 0, stemmer);
    EXPECT_EQ(terms.get_value(slot::document_id), "bios/x#jane");
    EXPECT_EQ(terms.get_value(slot::kind), "bio");
    EXPECT_EQ(terms.get_value(slot::date), "2026-01-01");
    const std::string all = printed(bio, 0);
    for (const char* term : {"Kstaff:0",
                             "Asample author:0",
                             "XKINDbio:0",
                             "Slcdc:1",
                             "Siii:1",
                             "Stherapist:1"}) {
        EXPECT_NE(all.find(term), std::string::npos) << term << " in " << all;
    }
    const StoredSection stored = decode_section(terms.get_data());
    EXPECT_EQ(stored.anchor, "jane");
    EXPECT_EQ(stored.role, "Therapist");
    EXPECT_EQ(stored.text, "Life.");
}

TEST(SectionTerms, AreTheSameForTheSameCorpus) {
    const Document article = sample_article(
        "x", "Sleep & Rest", {{"", "One two two."}, {"Why?", "It’s co-occurring."}});
    for (const std::size_t part : {0U, 1U}) {
        EXPECT_EQ(printed(article, part), printed(article, part));
    }
}

}  // namespace
}  // namespace recovery
