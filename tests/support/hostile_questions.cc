// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/hostile_questions.h"

#include <array>
#include <random>

namespace recovery {

namespace {

constexpr std::array pieces{
    "sleep",
    "ketamine",
    "is",
    "the",
    "of the",
    "addictive",
    "LCDC III",
    "(a XOR b)",
    "(c XOR d)",
    "AND",
    "OR",
    "NOT",
    "NEAR/3",
    "\"",
    "\"\"",
    "-",
    "--",
    "-\"",
    "title:",
    "title:\"",
    "*",
    "a*",
    "?",
    "(",
    ")",
    "[[[",
    "~0.5",
    "\\",
    "\t",
    "\n",
    "\x01",
    "\x1B[2J",
    "\xFF\xFE",
    "\xC3",
    "\xED\xA0\x80",
    "\xE2\x80\x8B",
    "\xCC\x81\xCC\x81",
    "é",
    "🙂",
    "שלום",
    "عربي",
    "中文检索",
    "'; DROP--",
    "<script>",
    "&amp;",
    "%00",
    "555-010-0199",
    "2.1",
    "20,000",
    "co-occurring-disorder-of-the-body",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "dsm5tr",
    "O'Brien's",
    "\xE2\x80\x99",
    "u.s.a.",
    "\xEF\xBC\xA1\xEF\xBC\xA2",
    "\xEF\xAC\x81",
};

}  // namespace

std::vector<std::string> hostile_questions(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::string> questions;
    questions.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::string question;
        const std::size_t length = i % 50 == 0 ? random() % 1500 : random() % 12;
        for (std::size_t part = 0; part < length; ++part) {
            question += pieces.at(random() % pieces.size());
            question += random() % 4 == 0 ? "" : " ";
        }
        if (i % 97 == 0) {
            question.append(5000, "(\"x-"[random() % 4]);
        }
        questions.push_back(question);
    }
    return questions;
}

}  // namespace recovery
