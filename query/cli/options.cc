// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/options.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/version.h"
#include "indexer/schema/generations.h"
#include "query/cli/arguments.h"
#include "query/search/facets.h"

namespace recovery {

namespace {

/// What CLI11 fills, before it is checked and turned into QueryToolOptions.
struct RawOptions {
    std::vector<std::string> words;
    std::string index;
    std::vector<std::string> types;
    bool facets = false;
};

void add_options(CLI::App& app, RawOptions& raw, QueryToolOptions& options) {
    app.footer(
        "The question may hold \"quoted phrases\", -word or -\"a phrase\" to leave out, "
        "and\n"
        "title:word. After -- everything belongs to the question; - reads it from "
        "standard\n"
        "input, which keeps it out of the shell's history.\n\n"
        "Examples:\n"
        "  recovery-query is ketamine physically addictive\n"
        "  recovery-query --type bio social worker\n"
        "  recovery-query '\"side effects\" ketamine' -dental --json\n\n"
        "Exit status: 0 found, 1 nothing found, 2 wrong usage, 3 no index or a damaged "
        "one,\n"
        "4 index of another version. See recovery-query(1).");
    app.add_option("--index",
                   raw.index,
                   "Index directory (else $RECOVERY_INDEX, else " +
                       default_index_dir().string() + ")")
        ->type_name("DIR");
    app.add_option("--type", raw.types, "Only this type: article, faq or bio")
        ->type_name("TYPE")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--tag", options.search.filters.tags, "Only pages with this tag")
        ->type_name("TAG")
        ->allow_extra_args(false);
    app.add_option(
           "--author", options.search.filters.authors, "Only pages by this author")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--limit", options.search.limit, "How many results")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--offset", options.search.offset, "How many results to pass over")
        ->type_name("N");
    app.add_flag("--facets", raw.facets, "Count the results by type, tag and author");
    app.add_option("--show", options.show, "Show the whole document of result N")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_flag("--explain", options.explain, "Tell how the answer came about");
    app.add_option("--doc",
                   options.explained_id,
                   "With --explain: what became of the document of this id")
        ->type_name("ID");
    app.add_flag("--json", options.json, "Print JSON");
    app.add_option("--queries",
                   options.queries_file,
                   "Ask every question of a JSONL file (_id, text)")
        ->type_name("FILE");
    app.add_flag(
        "--timing", options.timing, "With --queries: print only how long they took");
    app.add_option("--trec-run",
                   options.trec_run_file,
                   "With --queries: write the results as a TREC run (- for standard "
                   "output)")
        ->type_name("FILE");
    app.set_version_flag("--version", std::string(version_text));
}

std::set<std::string> valued_options(const CLI::App& app) {
    std::set<std::string> valued;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_expected_min() > 0 && !option->get_positional()) {
            valued.insert(option->get_name());
        }
    }
    return valued;
}

void check_types(const std::vector<std::string>& names, std::vector<Kind>& kinds) {
    for (const std::string& name : names) {
        const auto kind = kind_from_name(name);
        if (!kind) {
            throw Error{ErrorCode::usage,
                        fmt::format("--type: unknown type: {}", name),
                        "known are article, faq and bio"};
        }
        kinds.push_back(*kind);
    }
}

std::string question_text(const std::vector<std::string>& words) {
    if (words.size() == 1 && words.front() == "-") {
        constexpr std::size_t max_bytes = 65536;
        std::string text(max_bytes, '\0');
        std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(std::cin.gcount()));
        while (!text.empty() && text.back() == '\n') {
            text.pop_back();
        }
        return text;
    }
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

void check_trec_run(const QueryToolOptions& options) {
    if (options.trec_run_file.empty()) {
        return;
    }
    if (options.queries_file.empty()) {
        throw Error{ErrorCode::usage, "--trec-run needs --queries FILE"};
    }
    if (options.json || options.timing) {
        throw Error{ErrorCode::usage,
                    fmt::format("give either --trec-run or {}, not both",
                                options.json ? "--json" : "--timing")};
    }
}

void check_explain(const QueryToolOptions& options) {
    if (!options.explained_id.empty() && !options.explain) {
        throw Error{ErrorCode::usage, "--doc needs --explain"};
    }
    if (options.explain && (options.show > 0 || !options.queries_file.empty())) {
        throw Error{ErrorCode::usage,
                    fmt::format("give either --explain or {}, not both",
                                options.show > 0 ? "--show" : "--queries")};
    }
}

void check(const QueryToolOptions& options) {
    check_trec_run(options);
    check_explain(options);
    if (options.timing && options.queries_file.empty()) {
        throw Error{ErrorCode::usage, "--timing needs --queries FILE"};
    }
    if (!options.queries_file.empty() && options.question_given) {
        throw Error{ErrorCode::usage, "give either a question or --queries, not both"};
    }
    if (options.queries_file.empty() && !options.question_given &&
        options.search.filters.empty()) {
        throw Error{ErrorCode::usage,
                    "no question was given",
                    "for example: recovery-query is ketamine physically addictive"};
    }
}

}  // namespace

QueryToolInvocation parse_query_options(int argc, const char* const* argv) {
    CLI::App app{"Answers a question from the search index.", "recovery-query"};
    RawOptions raw;
    QueryToolOptions options;
    add_options(app, raw, options);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    SplitArguments split = split_arguments(arguments, valued_options(app));
    std::reverse(split.options.begin(), split.options.end());  // as CLI11 takes a vector
    try {
        app.parse(split.options);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, app.help()};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, fmt::format("recovery-query {}\n", version_text)};
    } catch (const CLI::ParseError& error) {
        throw Error{ErrorCode::usage, error.what(), "see recovery-query --help"};
    }
    check_types(raw.types, options.search.filters.kinds);
    if (raw.facets) {
        options.search.facets.assign(facet_fields.begin(), facet_fields.end());
    }
    options.index_dir = resolve_index_dir(raw.index);
    options.question = question_text(split.words);
    options.question_given = !split.words.empty();
    check(options);
    return {options, {}};
}

}  // namespace recovery
