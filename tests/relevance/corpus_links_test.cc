// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/relevance/corpus_pages.h"
#include "tests/relevance/markdown_outline.h"

namespace recovery {
namespace {

const std::set<std::string> allowed_elsewhere{
    "https://creativecommons.org/licenses/by/4.0/",
};

std::set<std::string> addresses() {
    std::set<std::string> found;
    for (const Kind kind : all_kinds) {
        for (const Document* document : corpus_documents(kind)) {
            found.insert(document->url);
            found.insert(document->url + "#" + document->anchor);
            for (const Section& section : document->sections) {
                found.insert(document->url + "#" + section.anchor);
            }
        }
    }
    std::erase_if(found,
                  [](const std::string& address) { return address.ends_with('#'); });
    return found;
}

bool is_site_address(const std::string& target) {
    return target.starts_with("/articles/") || target.starts_with("/faqs/") ||
           target.starts_with("/bios/");
}

TEST(CorpusLinks, LeadSomewhere) {
    const std::set<std::string> known = addresses();
    std::size_t checked = 0;
    for (const MarkdownFile& file : markdown_files()) {
        for (const std::string& target : markdown_outline(file.bytes).links) {
            if (is_site_address(target)) {
                ++checked;
                EXPECT_TRUE(known.contains(target))
                    << file.path << " links to " << target << ", which is not there";
            } else {
                EXPECT_TRUE(allowed_elsewhere.contains(target))
                    << file.path << " links to " << target
                    << ", which is no page of ours";
            }
        }
    }
    EXPECT_GT(checked, 40U) << "the links were not found";
}

}  // namespace
}  // namespace recovery
