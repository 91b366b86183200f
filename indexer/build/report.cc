// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/report.h"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/base/escape.h"

namespace recovery {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string location(const Problem& problem) {
    std::string text = escape_terminal(problem.path, true);
    if (problem.line > 0) {
        text += fmt::format(":{}", problem.line);
        if (problem.column > 0) {
            text += fmt::format(":{}", problem.column);
        }
    }
    return text;
}

std::string changes(const FileCounts& files) {
    std::string text;
    const auto add = [&](std::size_t count, std::string_view what) {
        if (count > 0) {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
        }
    };
    add(files.added, "added");
    add(files.changed, "changed");
    add(files.moved, "moved");
    add(files.removed, "removed");
    add(files.unchanged, "unchanged");
    add(files.skipped, "skipped");
    return text.empty() ? "none" : text;
}

std::string changed_files(const ChangeSet& changes) {
    std::string text;
    const auto add = [&](std::string_view what, const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            text += fmt::format("  {} {}\n", what, escape_terminal(path, true));
        }
    };
    add("added", changes.added);
    add("changed", changes.changed);
    for (const ChangeSet::Move& move : changes.moved) {
        text += fmt::format("  moved {} from {}\n",
                            escape_terminal(move.to, true),
                            escape_terminal(move.from, true));
    }
    add("removed", changes.removed);
    return text;
}

}  // namespace

std::string report_json(const Report& report) {
    nlohmann::ordered_json json;
    json["documents"] = {{"articles", report.documents.articles},
                         {"faqs", report.documents.faqs},
                         {"bios", report.documents.bios}};
    json["sections"] = report.sections;
    json["files"] = {{"added", report.files.added},
                     {"changed", report.files.changed},
                     {"moved", report.files.moved},
                     {"removed", report.files.removed},
                     {"unchanged", report.files.unchanged},
                     {"skipped", report.files.skipped}};
    json["problems"] = nlohmann::ordered_json::array();
    for (const Problem& problem : report.problems) {
        json["problems"].push_back({{"path", problem.path},
                                    {"line", problem.line},
                                    {"column", problem.column},
                                    {"why", problem.why}});
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
}

std::string report_text(const Report& report, bool list_files) {
    std::string text =
        fmt::format("{}Index: {}, {}, {} in {}\nFiles: {}\n",
                    report.is_dry ? "Nothing was changed; this is what would be:\n" : "",
                    counted(report.documents.articles, "article", "articles"),
                    counted(report.documents.faqs, "FAQ", "FAQs"),
                    counted(report.documents.bios, "bio", "bios"),
                    counted(report.sections, "section", "sections"),
                    changes(report.files));
    if (list_files) {
        text += changed_files(report.changes);
        for (const SkippedFile& file : report.skipped) {
            text += fmt::format("  skipped {}: {}\n",
                                escape_terminal(file.path, true),
                                escape_terminal(file.why, true));
        }
    }
    return text + problems_text(report);
}

std::string problems_text(const Report& report) {
    std::string text;
    if (!report.problems.empty()) {
        text +=
            fmt::format("{}:\n", counted(report.problems.size(), "problem", "problems"));
    }
    for (const Problem& problem : report.problems) {
        text += fmt::format(
            "  {}: {}\n", location(problem), escape_terminal(problem.why, true));
    }
    return text;
}

}  // namespace recovery
