// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/assemble.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "indexer/base/slug.h"
#include "indexer/document/markdown_faq.h"
#include "indexer/document/page_address.h"
#include "indexer/document/section_split.h"

namespace recovery {

namespace {

const std::string& first_of(const std::string& a, const std::string& b) {
    return a.empty() ? b : a;
}

/// All text of a page in one piece, its headings as paragraphs.
std::string join_sections(const std::vector<Section>& sections) {
    std::string text;
    for (const Section& section : sections) {
        for (const std::string& part : {section.heading, section.text}) {
            text += text.empty() || part.empty() ? "" : "\n\n";
            text += part;
        }
    }
    return text;
}

bool has_text(const std::vector<Section>& sections) {
    return std::any_of(sections.begin(), sections.end(), [](const Section& section) {
        return !section.text.empty();
    });
}

class Assembler {
  public:
    Assembler(MarkdownPage page, const FrontMatter& fields, const PagePlace& place)
        : page_(std::move(page)), fields_(fields), place_(place) {
        title_ = first_of(fields.title, page_.title);
        if (title_.empty()) {
            title_ = title_from_path(place.path);
        }
        for (const FaqEntry& faq : page_.faqs) {
            static_cast<void>(anchors_.claim(faq.anchor));
        }
    }

    [[nodiscard]] std::vector<Document> assemble() {
        if (place_.kind == Kind::faq) {
            answer_title();
        }
        if (has_text(page_.sections)) {
            add_article();
        }
        for (FaqEntry& faq : page_.faqs) {
            add_faq(std::move(faq));
        }
        for (BioEntry& bio : page_.bios) {
            add_bio(std::move(bio));
        }
        return std::move(documents_);
    }

  private:
    /// Makes the sections of a page of kind faq the answer to its title, unless they only
    /// introduce its questions.
    void answer_title() {
        std::string answer = join_sections(page_.sections);
        const bool is_answer =
            has_text(page_.sections) && (page_.faqs.empty() || is_question(title_));
        page_.sections.clear();
        if (is_answer) {
            std::string anchor = page_.title_anchor.empty() ? anchors_.for_heading(title_)
                                                            : page_.title_anchor;
            page_.faqs.insert(page_.faqs.begin(),
                              {title_, std::move(anchor), std::move(answer)});
        }
    }

    [[nodiscard]] Document begin(Kind kind, std::string title, std::string anchor) const {
        Document document;
        document.kind = kind;
        document.id = page_id(place_.path);
        if (kind != Kind::article) {
            document.id += "#" + anchor;
        }
        document.url = page_url(place_.path, fields_.slug, place_.base_url);
        document.anchor = std::move(anchor);
        document.path = place_.path;
        document.title = std::move(title);
        document.date = fields_.date;
        document.lastmod = fields_.lastmod;
        document.tags = fields_.tags;
        document.authors = fields_.authors;
        document.keywords = fields_.keywords;
        return document;
    }

    void add_article() {
        Document article = begin(Kind::article, title_, {});
        article.description = fields_.description;
        Section& first = page_.sections.front();
        if (first.heading.empty() && page_.title != title_) {
            first.heading = page_.title;
        }
        for (Section& section : page_.sections) {
            std::vector<Section> parts = split_section(std::move(section));
            std::move(parts.begin(), parts.end(), std::back_inserter(article.sections));
        }
        documents_.push_back(std::move(article));
    }

    void add_faq(FaqEntry faq) {
        Document document =
            begin(Kind::faq, std::move(faq.question), std::move(faq.anchor));
        document.sections.push_back({{}, {}, std::move(faq.answer)});
        documents_.push_back(std::move(document));
    }

    void add_bio(BioEntry bio) {
        const bool is_only = page_.bios.size() == 1;
        std::string name = bio.name;
        if (is_only) {
            name = first_of(fields_.name, first_of(bio.name, title_));
        }
        std::string anchor = first_of(bio.anchor, github_slug(name));
        Document document = begin(Kind::bio, std::move(name), std::move(anchor));
        document.credentials = std::move(bio.credentials);
        if (is_only) {
            document.description = fields_.description;
            if (!fields_.credentials.empty()) {
                document.credentials = fields_.credentials;
            }
            document.role = fields_.role;
            document.location = fields_.location;
        }
        const bool says_something =
            !bio.text.empty() || !bio.name.empty() || !fields_.name.empty();
        document.sections.push_back({{}, {}, std::move(bio.text)});
        if (says_something) {
            documents_.push_back(std::move(document));
        }
    }

    MarkdownPage page_;
    const FrontMatter& fields_;
    const PagePlace& place_;
    std::string title_;
    Anchors anchors_;
    std::vector<Document> documents_;
};

}  // namespace

std::vector<Document> assemble_documents(MarkdownPage page,
                                         const FrontMatter& fields,
                                         const PagePlace& place) {
    return Assembler(std::move(page), fields, place).assemble();
}

}  // namespace recovery
