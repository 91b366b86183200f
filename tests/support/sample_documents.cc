// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/sample_documents.h"

#include "indexer/build/index_lock.h"
#include "indexer/build/index_writer.h"

namespace recovery {

Document sample_article(
    const std::string& name,
    const std::string& title,
    const std::vector<std::pair<std::string, std::string>>& sections) {
    Document document;
    document.id = "articles/" + name;
    document.url = "/" + document.id;
    document.path = document.id + ".md";
    document.title = title;
    for (const auto& [heading, text] : sections) {
        const std::string anchor =
            heading.empty() ? "" : "s" + std::to_string(document.sections.size());
        document.sections.push_back({heading, anchor, text});
    }
    return document;
}

Document sample_faq(const std::string& anchor,
                    const std::string& question,
                    const std::string& answer) {
    Document document;
    document.kind = Kind::faq;
    document.id = "faqs/x#" + anchor;
    document.url = "/faqs/x";
    document.anchor = anchor;
    document.path = "faqs/x.md";
    document.title = question;
    document.sections = {{"", anchor, answer}};
    return document;
}

Document sample_bio(const std::string& anchor,
                    const std::string& name,
                    const std::vector<std::string>& credentials,
                    const std::string& text) {
    Document document = sample_faq(anchor, name, text);
    document.kind = Kind::bio;
    document.id = "bios/x#" + anchor;
    document.url = "/bios/x";
    document.path = "bios/x.md";
    document.credentials = credentials;
    return document;
}

void publish_index(const std::filesystem::path& index_dir,
                   const std::vector<Document>& documents) {
    const IndexLock lock(index_dir);
    IndexWriter writer(index_dir);
    for (const Document& document : documents) {
        writer.add(document);
    }
    writer.publish("2026-01-01T00:00:00Z", {});
}

}  // namespace recovery
