// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/relevance/options.h"

#include <charconv>
#include <map>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "indexer/base/error.h"

namespace recovery {

namespace {

using Settings = std::vector<std::string>;

/// What CLI11 fills; settings are NAME=VALUE, as typed.
struct RawOptions {
    std::vector<std::string> folders;
    Settings least_relevant;
    Settings split_keys;
    Settings qrels;
    Settings baselines;
    std::string runs_dir;
    bool condensed = false;
    bool json = false;
};

void add_options(CLI::App& app, RawOptions& raw) {
    app.footer(
        "NAME is the last part of a FOLDER. Each folder holds corpus.jsonl, "
        "queries.jsonl and\n"
        "qrels/test.tsv; see benchmarks/README.md for where to get some.\n\n"
        "Example:\n"
        "  relevance sets/stackfaq sets/medquad --rel medquad=2 \\\n"
        "      --split-key 'stackfaq=^(T\\d+)Q'");
    app.add_option("FOLDER", raw.folders, "Collections in the layout of BEIR")
        ->required()
        ->type_name("");
    const auto add = [&](const char* name, Settings& settings, const char* type) {
        return app.add_option(name, settings)->type_name(type)->allow_extra_args(false);
    };
    add("--rel", raw.least_relevant, "NAME=N")
        ->description("Smallest grade that counts as relevant (else 1)");
    add("--split-key", raw.split_keys, "NAME=REGEX")
        ->description("What in a query id decides its half (else all of it)");
    add("--qrels", raw.qrels, "NAME=FILE")
        ->description("Which file of qrels/ to use (else test.tsv, or the only one)");
    add("--baseline", raw.baselines, "NAME=RUN")
        ->description("Compare with this TREC run file (else with naive Xapian)");
    app.add_option("--runs", raw.runs_dir, "Write the runs as TREC files to this folder")
        ->type_name("DIR");
    app.add_flag("--condensed", raw.condensed, "Drop unjudged documents first");
    app.add_flag("--json", raw.json, "Print JSON");
}

// Settings by the name of their folder, taken out as they are used.
class NamedSettings {
  public:
    NamedSettings(std::string option, const Settings& settings)
        : option_(std::move(option)) {
        for (const std::string& setting : settings) {
            const std::size_t equals = setting.find('=');
            if (equals == std::string::npos || equals + 1 == setting.size()) {
                throw Error{ErrorCode::usage,
                            fmt::format("{} wants NAME=VALUE: {}", option_, setting)};
            }
            values_[setting.substr(0, equals)] = setting.substr(equals + 1);
        }
    }

    std::string take(const std::string& name) {
        const auto found = values_.extract(name);
        return found.empty() ? std::string() : found.mapped();
    }

    void expect_all_taken() const {
        if (!values_.empty()) {
            throw Error{ErrorCode::usage,
                        fmt::format("{}: no folder of that name is given: {}",
                                    option_,
                                    values_.begin()->first)};
        }
    }

  private:
    std::string option_;
    std::map<std::string, std::string> values_;
};

int to_grade(const std::string& text) {
    int grade = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, grade);
    if (error != std::errc{} || stop != end) {
        throw Error{ErrorCode::usage, "--rel wants a whole number: " + text};
    }
    return grade;
}

RelevanceOptions checked(const RawOptions& raw) {
    NamedSettings least_relevant("--rel", raw.least_relevant);
    NamedSettings split_keys("--split-key", raw.split_keys);
    NamedSettings qrels("--qrels", raw.qrels);
    NamedSettings baselines("--baseline", raw.baselines);
    RelevanceOptions options;
    std::set<std::string> names;
    options.runs_dir = raw.runs_dir;
    options.json = raw.json;
    for (const std::string& folder : raw.folders) {
        const std::string name = beir_folder_name(folder);
        if (!names.insert(name).second) {
            throw Error{ErrorCode::usage, "two folders are called " + name};
        }
        CollectionOptions collection;
        collection.folder = open_beir_folder(folder, qrels.take(name));
        collection.measuring.condensed = raw.condensed;
        if (const std::string grade = least_relevant.take(name); !grade.empty()) {
            collection.measuring.least_relevant = to_grade(grade);
        }
        if (const std::string pattern = split_keys.take(name); !pattern.empty()) {
            collection.measuring.split = QuerySplit(pattern);
        }
        collection.baseline_run = baselines.take(name);
        options.collections.push_back(std::move(collection));
    }
    for (const auto* settings : {&least_relevant, &split_keys, &qrels, &baselines}) {
        settings->expect_all_taken();
    }
    return options;
}

}  // namespace

RelevanceInvocation parse_relevance_options(int argc, const char* const* argv) {
    CLI::App app{
        "Measures how well Recovery Search ranks, beside a plain use of Xapian, on\n"
        "public collections of questions with judged answers.",
        "relevance"};
    RawOptions raw;
    add_options(app, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, app.help()};
    } catch (const CLI::ParseError& error) {
        throw Error{ErrorCode::usage, error.what(), "see relevance --help"};
    }
    return {checked(raw), {}};
}

}  // namespace recovery
