// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_examples.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "indexer/base/error.h"

namespace recovery {

namespace {

constexpr std::size_t columns = 4;

std::string with_line_breaks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
        out += escape ? '\n' : text[i];
        i += escape ? 1 : 0;
    }
    return out;
}

class LineReader {
  public:
    LineReader(std::string_view file, const CrisisRules& rules)
        : file_(file), rules_(rules) {}

    CrisisExample read(std::string_view line, std::size_t number) {
        number_ = number;
        std::array<std::string_view, columns> column;
        for (std::size_t i = 0; i < columns; ++i) {
            const bool last = i + 1 == columns;
            const std::size_t end = line.find('\t');
            if (last != (end == std::string_view::npos)) {
                fail("a line has four columns: level, card, language, text");
            }
            column[i] = line.substr(0, end);
            line.remove_prefix(last ? line.size() : end + 1);
        }
        CrisisExample example;
        example.outcome = outcome(column[0], column[1]);
        example.language = language(column[2]);
        example.text = with_line_breaks(column[3]);
        if (example.text.empty()) {
            fail("the text is missing");
        }
        return example;
    }

  private:
    [[noreturn]] void fail(const std::string& why) const {
        throw Error{ErrorCode::usage, fmt::format("{}:{}: {}", file_, number_, why)};
    }

    [[nodiscard]] CrisisOutcome outcome(std::string_view level,
                                        std::string_view family) const {
        if (level == "none") {
            return {};
        }
        const auto card = std::find_if(
            rules_.cards.begin(), rules_.cards.end(), [&](const CrisisCard& known) {
                return known.family == family;
            });
        if (card == rules_.cards.end()) {
            fail(fmt::format("there is no card \"{}\"", family));
        }
        const auto position = static_cast<std::uint16_t>(card - rules_.cards.begin());
        for (const auto known :
             {CrisisLevel::support, CrisisLevel::amber, CrisisLevel::red}) {
            if (level == crisis_level_name(known)) {
                return {false, known, position};
            }
        }
        fail("a level is red, amber, support or none");
    }

    [[nodiscard]] CardLanguage language(std::string_view code) const {
        for (const auto known : {CardLanguage::english, CardLanguage::spanish}) {
            if (code == card_language_code(known)) {
                return known;
            }
        }
        fail("a language is en or es");
    }

    std::string_view file_;
    const CrisisRules& rules_;
    std::size_t number_ = 0;
};

}  // namespace

std::vector<CrisisExample> read_crisis_examples(std::string_view tsv,
                                                std::string_view file,
                                                const CrisisRules& rules) {
    std::vector<CrisisExample> examples;
    LineReader reader(file, rules);
    for (std::size_t number = 1; !tsv.empty(); ++number) {
        const std::size_t end = std::min(tsv.find('\n'), tsv.size());
        std::string_view line = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!line.empty() && !line.starts_with('#')) {
            examples.push_back(reader.read(line, number));
        }
    }
    return examples;
}

}  // namespace recovery
