// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/run_main.h"
#include "query/cli/batch.h"
#include "query/cli/options.h"
#include "query/cli/question_file.h"
#include "query/cli/trec_run.h"
#include "query/question/crisis.h"
#include "query/question/parse_question.h"
#include "query/render/explain_json.h"
#include "query/render/explain_text.h"
#include "query/render/help_text.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace recovery {

namespace {

constexpr int json_indent = 2;

TerminalStyle terminal_style() {
    TerminalStyle style;
    const bool terminal = ::isatty(STDOUT_FILENO) == 1;
    const char* const no_color = std::getenv("NO_COLOR");
    const char* const term = std::getenv("TERM");
    const bool dumb = term == nullptr || std::string_view(term) == "dumb";
    style.colour = terminal && !dumb && (no_color == nullptr || *no_color == '\0');
    winsize size{};
    if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        style.columns = size.ws_col;
    }
    return style;
}

std::atomic<bool> stop_requested{false};

// A second signal ends the process the hard way.
extern "C" void request_stop(int number) {
    stop_requested.store(true);
    std::signal(number, SIG_DFL);
}

int run_trec(Searcher& searcher, const QueryToolOptions& options) {
    const std::vector<BatchQuestion> questions = read_questions(options.queries_file);
    std::signal(SIGINT, request_stop);
    std::signal(SIGTERM, request_stop);
    const std::size_t found = write_trec_run(
        searcher, questions, options.search, options.trec_run_file, stop_requested);
    return found > 0 || questions.empty() ? exit_found : exit_nothing_found;
}

int run_queries(Searcher& searcher, const QueryToolOptions& options) {
    const BatchOutput output =
        options.timing ? (options.json ? BatchOutput::timing_json : BatchOutput::timing)
                       : (options.json ? BatchOutput::json : BatchOutput::lines);
    const Timing timing =
        run_batch(searcher, read_questions(options.queries_file), options.search, output);
    return timing.found > 0 || timing.questions == 0 ? exit_found : exit_nothing_found;
}

std::string help_block(const std::optional<Crisis>& help) {
    return help ? help_text(*help, terminal_style()) : std::string{};
}

int show_document(Searcher& searcher, const QueryToolOptions& options) {
    SearchOptions search = options.search;
    search.offset = options.show - 1;
    search.limit = 1;
    const Results results = searcher.search(parse_question(options.question), search);
    if (results.hits.empty()) {
        print_error(
            "recovery-query",
            fmt::format(
                "there is no result {}; there are {}", options.show, results.total));
        return exit_nothing_found;
    }
    const auto document = searcher.document(results.hits.front().id);
    if (!document) {
        throw Error{ErrorCode::index_corrupt,
                    "the document of this result cannot be found",
                    "build the index again with recovery-index"};
    }
    if (options.json) {
        fmt::print("{}", document_json(*document, json_indent));
    } else {
        fmt::print("{}{}",
                   help_block(searcher.recognise_crisis(options.question)),
                   document_text(*document, terminal_style()));
    }
    return exit_found;
}

int answer(Searcher& searcher, const QueryToolOptions& options) {
    using Clock = std::chrono::steady_clock;
    const TerminalStyle style = terminal_style();
    SearchOptions search = options.search;
    if (!options.json) {
        search.excerpt_bytes = excerpt_columns(style);
    }
    const Clock::time_point start = Clock::now();
    const std::optional<Crisis> help = searcher.recognise_crisis(options.question);
    const Results results = searcher.search(parse_question(options.question), search);
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    const auto time_us = static_cast<std::uint64_t>(took.count());
    if (options.json) {
        fmt::print(
            "{}",
            answer_json(results, {options.question, time_us, true, json_indent, help}));
    } else {
        fmt::print("{}{}",
                   help_block(help),
                   answer_text(results, options.question, time_us, style));
    }
    return results.hits.empty() ? exit_nothing_found : exit_found;
}

int explain_answer(Searcher& searcher, const QueryToolOptions& options) {
    ExplainOptions wanted;
    wanted.filters = options.search.filters;
    wanted.offset = options.search.offset;
    wanted.limit = options.search.limit;
    if (!options.explained_id.empty()) {
        wanted.document_id = options.explained_id;
    }
    const Explanation explanation =
        searcher.explain(parse_question(options.question), wanted);
    if (options.json) {
        fmt::print("{}", explanation_json(explanation, options.question, json_indent));
    } else {
        fmt::print("{}{}",
                   help_block(searcher.recognise_crisis(options.question)),
                   explanation_text(explanation, options.question, terminal_style()));
    }
    const bool found = explanation.document ? explanation.document->hit.has_value()
                                            : !explanation.hits.empty();
    return found ? exit_found : exit_nothing_found;
}

int run(const QueryToolOptions& options) {
    Searcher searcher(options.index_dir);
    if (options.explain) {
        return explain_answer(searcher, options);
    }
    if (!options.trec_run_file.empty()) {
        return run_trec(searcher, options);
    }
    if (!options.queries_file.empty()) {
        return run_queries(searcher, options);
    }
    return options.show > 0 ? show_document(searcher, options)
                            : answer(searcher, options);
}

int main_status(int argc, const char* const* argv) {
    const QueryToolInvocation invocation = parse_query_options(argc, argv);
    if (!invocation.options) {
        fmt::print("{}", invocation.text);
        return exit_found;
    }
    const QueryToolOptions& options = *invocation.options;
    try {
        return run(options);
    } catch (const Error& error) {
        // Programs that asked for JSON get JSON, and people in danger help, whatever
        // happened to the index.
        const std::optional<Crisis> help = recognise_crisis(options.question);
        if (!options.json) {
            fmt::print("{}", help_block(help));
        } else if (error.code() != ErrorCode::usage) {
            fmt::print("{}",
                       error_json(error_code_name(error.code()),
                                  error.what(),
                                  error.hint(),
                                  {options.question, 0, true, json_indent, help}));
        }
        throw;
    }
}

}  // namespace

}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::run_main("recovery-query",
                              [&] { return recovery::main_status(argc, argv); });
}
