// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/options.h"

#include <CLI/CLI.hpp>

#include "indexer/base/error.h"
#include "indexer/base/version.h"
#include "indexer/schema/generations.h"

namespace recovery {

IndexerInvocation parse_indexer_options(int argc, const char* const* argv) {
    CLI::App app{
        "Makes the search index from a corpus: articles, FAQs and bios in Markdown\n"
        "(.md), plain text (.txt) and records (.jsonl, one JSON object a line). PATHs\n"
        "are files, or folders that are read whole.",
        "recovery-index"};
    app.footer(
        "Examples:\n"
        "  recovery-index --index build/index corpus\n"
        "  recovery-index --json --index /srv/index export/ 2>build.log\n"
        "  recovery-index --watch -q --index /srv/index export/\n"
        "  recovery-index --base-url https://example.org kb.jsonl\n\n"
        "Exit status: 0 done, 2 wrong usage or files, 5 done with problems in the "
        "corpus,\n"
        "6 refused, 75 another writer is at work, 130 interrupted. See "
        "recovery-index(1).");
    IndexerOptions options;
    std::string index;
    std::string lexicon;
    std::vector<std::string> paths;
    app.add_option("PATH", paths, "Files and folders to index")->type_name("");
    app.add_option("--index",
                   index,
                   "Index directory (else $RECOVERY_INDEX, else " +
                       default_index_dir().string() + ")")
        ->type_name("DIR");
    app.add_option("--lexicon",
                   lexicon,
                   "Folder with the crisis rules to add (else lexicon/ inside a PATH)")
        ->type_name("DIR");
    app.add_option("--base-url",
                   options.base_url,
                   "What page addresses begin with (else as before, else /)")
        ->type_name("URL");
    app.add_flag("--rebuild", options.rebuild, "Read everything, changed or not");
    app.add_flag("--force", options.force, "Remove more than half of the documents");
    auto* const dry_run = app.add_flag(
        "--dry-run", options.dry_run, "Tell what would change, change nothing");
    app.add_flag("--watch", options.watch, "Then go on, and index what changes")
        ->excludes(dry_run);
    app.add_option("--wait",
                   options.wait_seconds,
                   "Wait so long for another recovery-index to finish")
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber);
    app.add_flag("--verify", options.verify, "Check the whole index, and exit");
    app.add_flag(
        "--rollback", options.rollback, "Let the generation before answer, and exit");
    app.add_flag("--json", options.json, "Print the report as JSON");
    app.add_flag("-q,--quiet", options.quiet, "Print nothing but errors and problems");
    app.add_flag(
        "-v,--verbose", options.verbose, "List what changed, and skipped files and why");
    app.add_flag("--fields", options.fields, "Print the table of index fields and exit");
    app.set_version_flag("--version", std::string(version_text));
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, app.help()};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, std::string("recovery-index ") + version_text + "\n"};
    } catch (const CLI::ParseError& error) {
        throw Error{ErrorCode::usage, error.what(), "see recovery-index --help"};
    }
    const bool needs_paths = !options.fields && !options.verify && !options.rollback;
    if (!needs_paths && !paths.empty()) {
        throw Error{ErrorCode::usage,
                    "--fields, --verify and --rollback take no PATH",
                    "see recovery-index --help"};
    }
    if (paths.empty() && needs_paths) {
        throw Error{ErrorCode::usage,
                    "no PATH to index was given",
                    "for example: recovery-index --index build/index corpus"};
    }
    options.index_dir = resolve_index_dir(index);
    options.lexicon_dir = lexicon;
    options.paths.assign(paths.begin(), paths.end());
    return {options, {}};
}

}  // namespace recovery
