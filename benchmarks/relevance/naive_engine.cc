// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <xapian.h>

#include "benchmarks/relevance/engines.h"
#include "benchmarks/relevance/scratch_dir.h"
#include "indexer/base/error.h"

namespace recovery {

namespace {

Xapian::WritableDatabase index_corpus(const std::filesystem::path& dir,
                                      const BeirFolder& folder) {
    Xapian::WritableDatabase database(dir.string(), Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    each_document(folder.corpus, [&](const BeirDocument& document) {
        Xapian::Document indexed;
        generator.set_document(indexed);
        generator.index_text(document.title);
        generator.increase_termpos();
        generator.index_text(document.text);
        indexed.set_data(document.id);
        database.add_document(indexed);
    });
    database.commit();
    return database;
}

EngineRun ask(const Xapian::Database& database,
              const std::vector<BatchQuestion>& questions) {
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_default_op(Xapian::Query::OP_OR);
    parser.set_database(database);
    EngineRun run;
    for (const BatchQuestion& question : questions) {
        Xapian::Enquire enquire(database);
        enquire.set_query(parser.parse_query(question.text, 0));
        const Xapian::MSet found = enquire.get_mset(0, run_depth);
        std::vector<ScoredDocument>& documents = run[question.id];
        for (auto it = found.begin(); it != found.end(); ++it) {
            documents.push_back({it.get_document().get_data(), it.get_weight()});
        }
    }
    return run;
}

}  // namespace

EngineRun run_naive(const BeirFolder& folder,
                    const std::vector<BatchQuestion>& questions) {
    try {
        const ScratchDir dir;
        return ask(index_corpus(dir.path() / "naive", folder), questions);
    } catch (const Xapian::Error& error) {
        throw Error{ErrorCode::internal,
                    fmt::format("the baseline failed: {}", error.get_description())};
    }
}

}  // namespace recovery
