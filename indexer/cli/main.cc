// SPDX-License-Identifier: GPL-2.0-or-later
#include <atomic>
#include <csignal>
#include <cstdio>
#include <optional>

#include <fmt/format.h>

#include "indexer/base/error.h"
#include "indexer/base/run_main.h"
#include "indexer/build/reindex.h"
#include "indexer/build/watch.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress_bar.h"
#include "indexer/schema/fields.h"

namespace recovery {

namespace {

std::atomic<bool> stop_requested{false};

// A second signal ends the process the hard way, should a read hang.
extern "C" void request_stop(int number) {
    stop_requested.store(true);
    std::signal(number, SIG_DFL);
}

ReindexOptions reindex_options(const IndexerOptions& options) {
    return {options.index_dir,
            options.paths,
            options.base_url,
            options.lexicon_dir,
            options.rebuild,
            options.force,
            options.dry_run,
            options.wait_seconds};
}

Report run_with_progress(const IndexerOptions& options) {
    std::optional<ProgressBar> bar;
    if (!options.quiet) {
        bar.emplace();
    }
    const auto progress = [&](std::size_t done, std::size_t total) {
        if (bar) {
            bar->update(done, total);
        }
    };
    return reindex(reindex_options(options), progress, stop_requested);
}

int verify(const IndexerOptions& options) {
    const Verification verification = verify_index(options.index_dir);
    fmt::print(
        "{}",
        options.json ? verification_json(verification) : verification_text(verification));
    return verification.faults.empty() ? exit_found : exit_check_found_faults;
}

void print_report(const IndexerOptions& options, const Report& report) {
    if (options.json) {
        fmt::print("{}", report_json(report));
    } else if (!options.quiet) {
        fmt::print("{}", report_text(report, options.verbose));
    }
    if (options.quiet && !options.json) {
        fmt::print(stderr, "{}", problems_text(report));
    }
    std::fflush(stdout);
}

// The watch begins before the first run, so that nothing falls between the two.
int run_and_watch(const IndexerOptions& options) {
    Watch watch(reindex_options(options), [&](const WatchMessage& message) {
        if (message.is_problem || !options.quiet) {
            fmt::print(stderr, "{}", message.text);
        }
    });
    const Report report = run_with_progress(options);
    print_report(options, report);
    watch.run(report, stop_requested);
    return exit_found;
}

int run(const IndexerOptions& options) {
    if (options.fields) {
        fmt::print("{}", describe_fields());
        return exit_found;
    }
    if (options.verify) {
        return verify(options);
    }
    if (options.rollback) {
        fmt::print("Generation {} answers again.\n",
                   roll_back(options.index_dir, options.wait_seconds));
        return exit_found;
    }
    if (options.watch) {
        return run_and_watch(options);
    }
    const Report report = run_with_progress(options);
    print_report(options, report);
    return report.problems.empty() ? exit_found : exit_published_with_problems;
}

int main_status(int argc, const char* const* argv) {
    const IndexerInvocation invocation = parse_indexer_options(argc, argv);
    if (!invocation.options) {
        fmt::print("{}", invocation.text);
        return exit_found;
    }
    std::signal(SIGINT, request_stop);
    std::signal(SIGTERM, request_stop);
    return run(*invocation.options);
}

}  // namespace

}  // namespace recovery

int main(int argc, char** argv) {
    return recovery::run_main("recovery-index",
                              [&] { return recovery::main_status(argc, argv); });
}
