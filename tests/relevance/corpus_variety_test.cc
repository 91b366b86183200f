// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages made from one template would flatter the ranking: whatever page came first would
// read like the right one.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/relevance/corpus_pages.h"
#include "tests/relevance/shared_runs.h"

namespace recovery {
namespace {

using testing::SizeIs;

constexpr std::size_t page_run = 8;
constexpr double page_share = 0.03;
constexpr std::size_t section_run = 5;
constexpr double section_share = 0.10;
constexpr std::size_t min_section_words = 40;

// Single words as the index knows them; classes of drugs too, for they are swapped along.
constexpr std::string_view substance_names = R"(
    opioid opioids opiate opiates fentanyl carfentanil nitazene nitazenes heroin morphine
    oxycodone oxycontin roxicodone percocet percodan hydrocodone vicodin norco lortab
    hydromorphone dilaudid oxymorphone opana codeine meperidine demerol tramadol ultram
    tapentadol nucynta methadone buprenorphine subutex sublocade brixadi suboxone zubsolv
    naltrexone vivitrol naloxone narcan nalmefene lofexidine lucemyra clonidine loperamide
    imodium tianeptine kratom mitragynine xylazine medetomidine dexmedetomidine tranq
    ketamine ketalar esketamine spravato pcp dextromethorphan dxm mdma ecstasy molly tusi
    ghb xyrem sedative sedatives benzo benzos benzodiazepine benzodiazepines alprazolam
    xanax clonazepam klonopin lorazepam ativan diazepam valium chlordiazepoxide librium
    temazepam restoril triazolam halcion flunitrazepam rohypnol zolpidem ambien eszopiclone
    lunesta barbiturate barbiturates phenobarbital butalbital carisoprodol soma gabapentin
    neurontin gralise horizant pregabalin lyrica phenibut baclofen topiramate stimulant
    stimulants amphetamine amphetamines dextroamphetamine adderall dexedrine
    lisdexamfetamine vyvanse methylphenidate ritalin concerta focalin methamphetamine meth
    cocaine crack cathinones cannabis marijuana weed thc thca hhc cbd delta k2 spice
    cannabinoid cannabinoids alcohol ethanol acamprosate campral disulfiram antabuse
    nicotine varenicline bupropion wellbutrin mirtazapine trazodone hydroxyzine buspirone
)";

std::set<std::string> substances() {
    const Words names = words_of(substance_names);
    return {names.begin(), names.end()};
}

// Several names in a row are one: "crack cocaine" fits where "heroin" stood.
Words mask_substances(const Words& words) {
    static const std::set<std::string> names = substances();
    Words masked;
    for (const std::string& word : words) {
        if (!names.contains(word)) {
            masked.push_back(word);
        } else if (masked.empty() || masked.back() != "*") {
            masked.emplace_back("*");
        }
    }
    return masked;
}

struct NamedSection {
    std::string path;
    std::string name;
};

std::string report(const std::string& first,
                   const std::string& second,
                   double share,
                   const std::vector<std::string>& runs) {
    std::string text = first + " and " + second + " share " +
                       std::to_string(share * 100) + " % of their runs:";
    for (const std::string& run : runs) {
        text += "\n  " + run;
    }
    return text;
}

TEST(CorpusVariety, PagesDoNotRepeatEachOther) {
    std::vector<Words> texts;
    for (const CorpusPage& page : corpus_pages()) {
        std::string text;
        for (const Document& document : page.read.documents) {
            for (const Section& section : document.sections) {
                text += section.text + "\n\n";
            }
        }
        texts.push_back(words_of(text));
    }
    for (const Overlap& pair : overlaps(texts, page_run, page_share)) {
        ADD_FAILURE() << report(
            corpus_pages()[pair.first].path,
            corpus_pages()[pair.second].path,
            pair.share,
            shared_runs(texts[pair.first], texts[pair.second], page_run));
    }
}

TEST(CorpusVariety, NoSectionFitsAnotherDrugBySwappingItsName) {
    std::vector<NamedSection> sections;
    std::vector<Words> texts;
    for (const Kind kind : all_kinds) {
        for (const Document* document : corpus_documents(kind)) {
            for (const Section& section : whole_sections(*document)) {
                Words words = words_of(section.text);
                if (words.size() >= min_section_words) {
                    sections.push_back(
                        {document->path, document->id + " \"" + section.heading + "\""});
                    texts.push_back(mask_substances(words));
                }
            }
        }
    }
    EXPECT_GT(sections.size(), 300U) << "the sections were not found";
    for (const Overlap& pair : overlaps(texts, section_run, section_share)) {
        const NamedSection& first = sections[pair.first];
        const NamedSection& second = sections[pair.second];
        if (first.path != second.path) {
            ADD_FAILURE() << report(
                first.name,
                second.name,
                pair.share,
                shared_runs(texts[pair.first], texts[pair.second], section_run));
        }
    }
}

TEST(CorpusVariety, ASwappedNameIsSeen) {
    const Words xanax =
        mask_substances(words_of("Stopping Xanax suddenly can be risky."));
    const Words heroin =
        mask_substances(words_of("Stopping crack cocaine suddenly can be risky."));
    EXPECT_THAT(overlaps({xanax, heroin}, section_run, 0.99), SizeIs(1));
}

}  // namespace
}  // namespace recovery
