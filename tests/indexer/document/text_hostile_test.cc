// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/document/text_reader.h"

namespace recovery {
namespace {

std::size_t text_bytes(const Page& page) {
    std::size_t bytes = page.title.size();
    for (const Section& section : page.sections) {
        bytes += section.heading.size() + section.text.size();
    }
    for (const FaqEntry& entry : page.faqs) {
        bytes += entry.question.size() + entry.answer.size();
    }
    for (const BioEntry& entry : page.bios) {
        bytes += entry.name.size() + entry.text.size();
    }
    return bytes;
}

// Sizes at which quadratic time would run into the time limit of the test program.
TEST(TextReader, HostileInputIsReadAndNothingIsMadeUp) {
    const auto repeated = [](const std::string& line, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) {
            text += line;
        }
        return text;
    };
    const std::vector<std::string> inputs = {
        repeated("?\n", 10000),
        repeated("Why is that so?\n", 4000),
        repeated("Why Is It So?\n\nYes.\n\n", 4000),
        repeated("A Heading\n", 4000),
        repeated("Jane Public, LSW\n", 4000),
        repeated("Jane Public LSW\n\nJane likes tea.\n\n", 4000),
        repeated("a caption in lower case\n", 4000),
        "Jane Public, LSW\n" + repeated("An odd line\nAn odd line\n\n", 4000),
        "Anna Bell, LSW\n\n- x\n" + repeated("Some Line\n\nA text.\n", 4000),
        repeated("• item\n", 4000),
        repeated("•\n", 4000),
        repeated("word ", 100000),
        repeated("x", 1 << 20),
        repeated(".", 1 << 20),
        repeated("Aa, ", 1 << 16),
        repeated("\x01\x02\x7f\x1b[0m\r", 4000),
        repeated("\xEF\xBB\xBF", 4000),
        std::string("a\0b\0\n", 5),
        "?",
        "•",
        "Q: ",
        "A",
        ",",
        "(",
        ".",
        "1.",
        "\r",
        "\xC2\xA0",
    };
    for (const std::string& input : inputs) {
        for (const std::optional<Kind> known :
             {std::optional<Kind>(), {Kind::article}, {Kind::faq}, {Kind::bio}}) {
            // A bullet and a blank line may come in, one item's three bytes and two
            // newlines.
            EXPECT_LE(text_bytes(read_text(input, known)), 6 * input.size() + 6)
                << input.substr(0, 40);
        }
    }
}

}  // namespace
}  // namespace recovery
