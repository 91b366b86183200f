// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/help_text.h"

#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "query/render/text.h"

namespace recovery {

namespace {

constexpr std::string_view bar = "\xE2\x94\x82 ";

// One paragraph behind the bar; lines after the first hang under its text.
std::string paragraph(std::string_view mark,
                      std::string_view text,
                      Look look,
                      const TerminalStyle& style) {
    std::string out;
    const std::string hanging(mark.size(), ' ');
    for (const WrappedLine& line :
         wrap({std::string(text), {}}, text_columns(style) - mark.size())) {
        out += fmt::format("{}{}{}\n",
                           bar,
                           out.empty() ? mark : std::string_view(hanging),
                           styled(line.line.text, look, style));
    }
    return out;
}

std::string call_line(const CrisisCall& call, CardLanguage language) {
    const bool spanish = language == CardLanguage::spanish;
    std::string out = call.tel.empty() ? std::string{} : call.tel + "  ";
    out += call.label;
    if (!call.sms.empty() && call.sms != call.tel) {
        out += fmt::format(" ({} {})", spanish ? "texto" : "text", call.sms);
    }
    if (!call.url.empty()) {
        out += "  " + call.url;
    }
    return out;
}

}  // namespace

std::string help_text(const Crisis& help, const TerminalStyle& style) {
    std::string out = paragraph("", help.title, Look::strong, style);
    if (help.level != CrisisLevel::amber) {
        std::size_t number = 0;
        for (const std::string& step : help.steps) {
            out += paragraph(fmt::format("{}. ", ++number), step, Look::plain, style);
        }
    }
    for (const CrisisCall& call : help.contacts) {
        out += paragraph("  ", call_line(call, help.language), Look::link, style);
    }
    return out + "\n";
}

}  // namespace recovery
