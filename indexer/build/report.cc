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

nlohmann::ordered_json counts_json(const DocumentCounts& documents) {
    return {{"articles", documents.articles},
            {"faqs", documents.faqs},
            {"bios", documents.bios}};
}

std::string counts_text(const DocumentCounts& documents, std::size_t sections) {
    return fmt::format("{}, {}, {} in {}",
                       counted(documents.articles, "article", "articles"),
                       counted(documents.faqs, "FAQ", "FAQs"),
                       counted(documents.bios, "bio", "bios"),
                       counted(sections, "section", "sections"));
}

std::string dumped(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
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
    json["documents"] = counts_json(report.documents);
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
    return dumped(json);
}

std::string report_text(const Report& report, bool list_files) {
    std::string text =
        fmt::format("{}Index: {}\nFiles: {}\n",
                    report.is_dry ? "Nothing was changed; this is what would be:\n" : "",
                    counts_text(report.documents, report.sections),
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

std::string changes_text(const FileCounts& files) {
    FileCounts changed = files;
    changed.unchanged = 0;
    changed.skipped = 0;
    const std::string text = changes(changed);
    return text == "none" ? "" : text;
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

std::string verification_text(const Verification& verification) {
    std::string text =
        fmt::format("Index: {}\nGeneration {}, built {}, of {}\n",
                    counts_text(verification.documents, verification.sections),
                    verification.generation,
                    escape_terminal(verification.built_at, true),
                    counted(verification.files, "file", "files"));
    if (verification.faults.empty()) {
        return text + "Nothing is wrong with it.\n";
    }
    text += fmt::format("{}:\n", counted(verification.faults.size(), "fault", "faults"));
    for (const std::string& fault : verification.faults) {
        text += fmt::format("  {}\n", escape_terminal(fault, true));
    }
    return text + "To mend it: recovery-index --rebuild PATH...\n";
}

std::string verification_json(const Verification& verification) {
    return dumped({{"generation", verification.generation},
                   {"builtAt", verification.built_at},
                   {"documents", counts_json(verification.documents)},
                   {"sections", verification.sections},
                   {"files", verification.files},
                   {"faults", verification.faults}});
}

}  // namespace recovery
