// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/index_dump.h"

#include <sstream>

#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/generations.h"
#include "indexer/schema/index_metadata.h"
#include "indexer/schema/stored_section.h"

namespace recovery {

namespace {

std::string live_dir(const std::filesystem::path& index_dir) {
    return generation_dir(index_dir, live_generation(index_dir).value()).string();
}

std::string terms_of(const Xapian::Document& section) {
    std::ostringstream out;
    for (auto term = section.termlist_begin(); term != section.termlist_end(); ++term) {
        out << *term << ':' << term.get_wdf();
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
            out << '@' << *at;
        }
        out << ' ';
    }
    for (auto value = section.values_begin(); value != section.values_end(); ++value) {
        out << value.get_valueno() << '=' << *value << ' ';
    }
    return out.str() + section.get_data();
}

}  // namespace

std::map<std::string, std::string> dump_index(const std::filesystem::path& index_dir) {
    const Xapian::Database database(live_dir(index_dir));
    std::map<std::string, std::string> sections;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
        const Xapian::Document section = database.get_document(*it);
        const StoredSection stored = decode_section(section.get_data());
        const std::string name = stored.document_id + " " + std::to_string(stored.part);
        EXPECT_TRUE(sections.emplace(name, terms_of(section)).second) << name;
    }
    const DocumentCounts counts = read_index_metadata(database).documents;
    sections[""] = std::to_string(counts.articles) + " " + std::to_string(counts.faqs) +
                   " " + std::to_string(counts.bios);
    return sections;
}

std::size_t count_index_faults(const std::filesystem::path& index_dir) {
    return Xapian::Database::check(live_dir(index_dir), 0, nullptr);
}

}  // namespace recovery
