// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/explain_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace recovery {

namespace {

using Outcome = ExplainedDocument::Outcome;

constexpr double worth_a_line = 0.005;
constexpr std::string_view bar_piece = "\xE2\x96\x88";  // full block
constexpr double bar_pieces_per_point = 12;

std::string row(std::string_view label, std::string_view text) {
    return fmt::format("{:<10}{}\n", label, text);
}

std::string words_text(const Explanation& explanation, const TerminalStyle& style) {
    if (explanation.words.empty()) {
        return {};
    }
    std::string out =
        fmt::format("\n{}\n", styled("Words of the question", Look::strong, style));
    for (const ExplainedWord& word : explanation.words) {
        const std::string tells = word.sections == 0
                                      ? "in no section"
                                      : fmt::format("in {} of {} sections, weight {:.2f}",
                                                    word.sections,
                                                    explanation.sections,
                                                    word.idf);
        const std::string name = word.stem == word.text
                                     ? word.text
                                     : fmt::format("{} ({})", word.text, word.stem);
        out += fmt::format("   {:<24} {}{}\n",
                           styled(name, Look::plain, style),
                           tells,
                           word.is_topic ? "" : "; common: orders results, finds none");
    }
    return out;
}

std::string bar(double points) {
    std::string out;
    for (int i = static_cast<int>(std::lround(points * bar_pieces_per_point)); i > 0;
         --i) {
        out += bar_piece;
    }
    return out;
}

std::string shares_text(const ExplainedHit& hit, const TerminalStyle& style) {
    if (hit.shares.empty()) {
        return fmt::format(
            "   not ranked again: its score goes on below the last that was\n");
    }
    std::string out;
    for (const FeatureShare& share : hit.shares) {
        if (share.points() >= worth_a_line) {
            out += fmt::format("   {:<12} {:>5.2f} = {:.2f} x {:.1f}  {}\n",
                               share.name,
                               share.points(),
                               share.value,
                               share.weight,
                               styled(bar(share.points()), Look::label, style));
        }
    }
    return out;
}

std::string hit_text(const ExplainedHit& hit, const TerminalStyle& style) {
    const std::string title = hit.title.empty() ? hit.id : hit.title;
    std::string out = fmt::format(
        "{}. {}{}\n   {}\n   {:<12} {:>5.2f}  (rank {} of the first stage, BM25 "
        "{:.2f})\n",
        hit.rank,
        styled(title, Look::strong, style),
        hit.section.empty() ? "" : " \xC2\xA7 " + styled(hit.section, Look::plain, style),
        styled(hit.id, Look::link, style),
        "score",
        hit.score,
        hit.first_stage_rank,
        hit.bm25);
    return out + shares_text(hit, style);
}

std::string legend(const Explanation& explanation, const TerminalStyle& style) {
    for (const ExplainedHit& hit : explanation.hits) {
        if (!hit.shares.empty()) {
            std::string out =
                fmt::format("\n{}\n", styled("What counts", Look::strong, style));
            for (const FeatureShare& share : hit.shares) {
                out += fmt::format("   {:<12} {}\n", share.name, share.meaning);
            }
            return out;
        }
    }
    return {};
}

std::string names(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += out.empty() ? "" : ", ";
        out += word;
    }
    return out.empty() ? "none" : out;
}

// Where the first result gains what this Document lacks, most first.
std::string comparison(const ExplainedHit& hit, const ExplainedHit& first) {
    std::vector<std::pair<double, std::string_view>> gaps;
    for (std::size_t i = 0; i < std::min(hit.shares.size(), first.shares.size()); ++i) {
        const double gap = first.shares[i].points() - hit.shares[i].points();
        if (std::abs(gap) >= worth_a_line) {
            gaps.emplace_back(gap, first.shares[i].name);
        }
    }
    std::sort(gaps.rbegin(), gaps.rend());
    std::string out;
    for (const auto& [gap, name] : gaps) {
        out += fmt::format("   {:<12} {:>+5.2f}\n", name, -gap);
    }
    return out.empty() ? out : "\nBeside result 1:\n" + out;
}

std::string shown_text(const ExplainedDocument& document,
                       const Explanation& explanation,
                       const TerminalStyle& style) {
    const ExplainedHit& hit = *document.hit;
    std::string out = fmt::format("Result {} of {}{}.\n\n",
                                  hit.rank,
                                  explanation.total_is_exact ? "" : "about ",
                                  explanation.total);
    out += hit_text(hit, style);
    if (hit.rank > 1 && !explanation.hits.empty() && explanation.hits[0].rank == 1) {
        out += comparison(hit, explanation.hits[0]);
    }
    return out;
}

std::string unknown_text(const ExplainedDocument& document, const TerminalStyle& style) {
    std::string out = "No document of this id is in the index.\n";
    if (document.similar.empty()) {
        return out +
               "Was its file a draft, a README or reported as a problem? Run "
               "recovery-index -v.\n";
    }
    out += "Ids like it:\n";
    for (const std::string& id : document.similar) {
        out += fmt::format("   {}\n", styled(id, Look::link, style));
    }
    return out;
}

std::string outcome_text(const ExplainedDocument& document,
                         const Explanation& explanation,
                         const TerminalStyle& style) {
    switch (document.outcome) {
        case Outcome::unknown:
            return unknown_text(document, style);
        case Outcome::shown:
            return shown_text(document, explanation, style);
        case Outcome::too_far:
            return fmt::format(
                "It is found, but so many documents fit better that no page of results "
                "reaches it.\n");
        case Outcome::no_word:
            return "It holds no word of the question's topic. If people call its topic "
                   "like this,\nadd the words to its keywords.\n";
        case Outcome::lacks:
            return "It lacks a phrase in quotes or a title: word that the question "
                   "demands.\n";
        case Outcome::excluded:
            return "It holds something that the question leaves out (-word).\n";
        case Outcome::filtered:
            return "The filters (--type, --tag, --author) keep it out.\n";
        case Outcome::no_question:
            break;
    }
    return "The question has no words to look for.\n";
}

std::string places_text(const ExplainedDocument& document, const TerminalStyle& style) {
    std::vector<std::string> in_title;
    std::vector<std::string> in_text;
    std::vector<std::string> nowhere;
    for (const ExplainedPlace& place : document.places) {
        std::vector<std::string>& list = place.in_title  ? in_title
                                         : place.in_text ? in_text
                                                         : nowhere;
        list.push_back(styled(place.word, Look::plain, style));
    }
    if (document.places.empty()) {
        return {};
    }
    return fmt::format(
        "   in title or heading: {}\n   in the text only: {}\n   not in it: {}\n",
        names(in_title),
        names(in_text),
        names(nowhere));
}

std::string document_part(const Explanation& explanation, const TerminalStyle& style) {
    const ExplainedDocument& document = *explanation.document;
    return fmt::format("\n{} {}\n",
                       styled("What became of", Look::strong, style),
                       styled(document.id, Look::link, style)) +
           places_text(document, style) + outcome_text(document, explanation, style);
}

}  // namespace

std::string explanation_text(const Explanation& explanation,
                             std::string_view query,
                             const TerminalStyle& style) {
    std::string out = row("Question", styled(query, Look::strong, style));
    out += row("Found",
               fmt::format("{}{} documents",
                           explanation.total_is_exact ? "" : "about ",
                           explanation.total));
    out += row("Looked up", styled(explanation.query, Look::dim, style));
    for (const std::string& note : explanation.notes) {
        out += row("Note", styled(note, Look::plain, style));
    }
    out += words_text(explanation, style);
    if (explanation.document) {
        return out + document_part(explanation, style) +
               (explanation.document->hit ? legend(explanation, style) : "");
    }
    if (!explanation.hits.empty()) {
        out += fmt::format("\n{}\n", styled("Results", Look::strong, style));
    }
    for (const ExplainedHit& hit : explanation.hits) {
        out += (&hit == explanation.hits.data() ? "" : "\n") + hit_text(hit, style);
    }
    return out + legend(explanation, style);
}

}  // namespace recovery
