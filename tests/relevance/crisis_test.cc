// SPDX-License-Identifier: GPL-2.0-or-later
//
// The labelled texts of crisis.tsv. The model has learned from the half whose hash has
// bit 32 clear; nobody looked at the other half while rules, examples and thresholds were
// made. The bars are floors, raised when recognition gets better.
#include "query/question/crisis.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/lexicon/built_in.h"
#include "indexer/lexicon/crisis_codec.h"

namespace recovery {
namespace {

struct LabelledText {
    std::string level;
    std::string family;
    std::string first;
    std::string language;
    std::string text;

    // FNV-1a of the text as it stands in the file.
    bool unseen = false;

    [[nodiscard]] bool danger() const { return level == "red" || level == "amber"; }
};

bool is_unseen(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return ((hash >> 32U) & 1U) == 1;
}

const std::vector<LabelledText>& labelled() {
    static const std::vector<LabelledText> texts = [] {
        std::ifstream in(std::filesystem::path(RECOVERY_SOURCE_DIR) /
                         "tests/relevance/crisis.tsv");
        std::vector<LabelledText> read;
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line.front() == '#') {
                continue;
            }
            std::istringstream fields(line);
            LabelledText text;
            std::getline(fields, text.level, '\t');
            std::getline(fields, text.family, '\t');
            std::getline(fields, text.first, '\t');
            std::getline(fields, text.language, '\t');
            std::getline(fields, text.text);
            text.unseen = is_unseen(text.text);
            for (std::size_t at; (at = text.text.find("\\n")) != std::string::npos;) {
                text.text.replace(at, 2, "\n");
            }
            read.push_back(text);
        }
        return read;
    }();
    return texts;
}

std::vector<LabelledText> unseen_reds(std::size_t min_bytes) {
    std::vector<LabelledText> reds;
    for (const LabelledText& text : labelled()) {
        if (text.unseen && text.level == "red" && text.text.size() >= min_bytes) {
            reds.push_back(text);
        }
    }
    return reds;
}

std::string level_of(const std::optional<Crisis>& found) {
    return found ? std::string(crisis_level_name(found->level)) : "none";
}

bool first_is(const std::optional<Crisis>& found, const std::string& wanted) {
    static const std::map<std::string, std::string> numbers{{"911", "911"},
                                                            {"988", "988"},
                                                            {"poison", "1-800-222-1222"},
                                                            {"samhsa", "1-800-662-4357"},
                                                            {"alone", "1-800-972-0590"}};
    return found && found->contacts.at(0).tel == numbers.at(wanted);
}

class Share {
  public:
    void count(bool hit) {
        ++of_;
        hits_ += hit ? 1 : 0;
    }
    [[nodiscard]] double value() const {
        return of_ == 0 ? 0 : static_cast<double>(hits_) / static_cast<double>(of_);
    }
    [[nodiscard]] std::string text() const {
        return fmt::format("{}/{} = {:.3f}", hits_, of_, value());
    }

  private:
    std::size_t hits_ = 0;
    std::size_t of_ = 0;
};

struct Figures {
    Share red;
    Share danger;
    Share first;
    Share traps;
    Share ordinary;
    Share support;
};

Figures figures_of(bool unseen) {
    Figures figures;
    for (const LabelledText& text : labelled()) {
        if (text.unseen != unseen) {
            continue;
        }
        const auto found = recognise_crisis(text.text);
        const bool shown = found && found->level > CrisisLevel::support;
        if (text.level == "red") {
            figures.red.count(level_of(found) == "red");
        }
        if (text.danger()) {
            figures.danger.count(shown);
            figures.first.count(shown && first_is(found, text.first));
        } else if (text.level == "support") {
            figures.support.count(found.has_value());
        } else {
            (text.family == "ordinary" ? figures.ordinary : figures.traps).count(shown);
        }
    }
    return figures;
}

void print(const char* name, const Figures& figures) {
    fmt::print(
        "{}: red {}, red and amber {}, first contact {}, traps {}, ordinary {}, "
        "support {}\n",
        name,
        figures.red.text(),
        figures.danger.text(),
        figures.first.text(),
        figures.traps.text(),
        figures.ordinary.text(),
        figures.support.text());
}

TEST(CrisisTexts, AreEnoughOfEveryKind) {
    std::map<std::string, std::size_t> traps;
    std::size_t spanish = 0;
    for (const LabelledText& text : labelled()) {
        spanish += text.language == "es" ? 1 : 0;
        if (text.level == "none") {
            ++traps[text.family];
        }
    }
    EXPECT_GE(labelled().size(), 800U);
    EXPECT_GE(spanish, 50U);
    for (const auto& [family, count] : traps) {
        EXPECT_GE(count, 8U) << family;
    }
}

TEST(CrisisTexts, UnseenHalf) {
    const Figures figures = figures_of(true);
    print("unseen half", figures);
    EXPECT_GE(figures.red.value(), 0.975);
    EXPECT_GE(figures.danger.value(), 0.97);
    EXPECT_GE(figures.first.value(), 0.95);
    EXPECT_LE(figures.traps.value(), 0.03);
    EXPECT_LE(figures.ordinary.value(), 0.03);
}

TEST(CrisisTexts, LearnedHalf) {
    const Figures figures = figures_of(false);
    print("learned half", figures);
    EXPECT_GE(figures.red.value(), 0.99);
    EXPECT_GE(figures.danger.value(), 0.99);
    EXPECT_GE(figures.first.value(), 0.97);
    EXPECT_LE(figures.traps.value(), 0.01);
    EXPECT_LE(figures.ordinary.value(), 0.01);
}

std::string with_typo(std::string text, std::minstd_rand& dice) {
    const std::size_t at = dice() % (text.size() - 1);
    const char letter = static_cast<char>('a' + dice() % 26);
    switch (dice() % 4) {
        case 0:
            return text.erase(at, 1);
        case 1:
            return text.insert(at, 1, letter);
        case 2:
            text[at] = letter;
            return text;
        default:
            std::swap(text[at], text[at + 1]);
            return text;
    }
}

TEST(CrisisTexts, ATypoChangesLittle) {
    std::minstd_rand dice(3);
    Share red;
    for (const LabelledText& text : unseen_reds(20)) {
        red.count(level_of(recognise_crisis(with_typo(text.text, dice))) == "red");
    }
    fmt::print("one typo: red {}\n", red.text());
    EXPECT_GE(red.value(), 0.97);
}

TEST(CrisisTexts, NeedNoBlanks) {
    Share red;
    for (const LabelledText& text : unseen_reds(0)) {
        std::string run = text.text;
        std::erase_if(run, [](char c) { return c == ' ' || c == '\n'; });
        red.count(level_of(recognise_crisis(run)) == "red");
    }
    fmt::print("no blanks: red {}\n", red.text());
    EXPECT_GE(red.value(), 0.95);
}

std::vector<std::string> drug_names() {
    const CrisisRules rules = decode_crisis_rules(built_in_crisis_rules());
    std::vector<std::string> names;
    for (const CrisisClass& drugs : rules.classes) {
        for (const CrisisPhrase& phrase : drugs.phrases) {
            std::string name;
            for (const std::uint16_t word : phrase) {
                name += name.empty() ? "" : " ";
                name += rules.words[word].text;
            }
            if (drugs.ignorable) {
                names.push_back(name);
            }
        }
    }
    return names;
}

TEST(CrisisTexts, ANamedDrugNeverWeakens) {
    std::minstd_rand dice(5);
    std::vector<LabelledText> reds;
    for (const LabelledText& text : labelled()) {
        if (level_of(recognise_crisis(text.text)) == "red") {
            reds.push_back(text);
        }
    }
    const std::vector<std::string> names = drug_names();
    ASSERT_GT(names.size(), 400U);
    Share weakened;
    for (const std::string& name : names) {
        for (int i = 0; i < 12; ++i) {
            const std::string& red = reds[dice() % reds.size()].text;
            std::size_t at = red.find(' ', dice() % red.size());
            at = at == std::string::npos ? red.size() : at;
            const std::string drugged = red.substr(0, at) + " " + name + red.substr(at);
            const bool weaker = level_of(recognise_crisis(drugged)) != "red";
            weakened.count(weaker);
            if (weaker) {
                fmt::print("weakened by: {}\n", name);
            }
        }
    }
    EXPECT_EQ(weakened.value(), 0);
}

}  // namespace
}  // namespace recovery
