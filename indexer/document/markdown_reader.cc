// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/markdown_reader.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "indexer/base/slug.h"
#include "indexer/document/markdown_blocks.h"
#include "indexer/document/markdown_faq.h"
#include "indexer/document/name_heading.h"
#include "indexer/document/paragraph.h"
#include "indexer/document/section_split.h"

namespace recovery {

namespace {

using Blocks = std::span<const MarkdownBlock>;

constexpr int section_level = 3;

bool begins_section(const MarkdownBlock& block) {
    return block.level > 0 && block.level <= section_level;
}

void append_paragraph(std::string& text, std::string_view paragraph) {
    text += text.empty() ? "" : "\n\n";
    text += paragraph;
}

class PageBuilder {
  public:
    PageBuilder(MarkdownBlocks source, std::optional<Kind> known);

    [[nodiscard]] MarkdownPage build();

  private:
    void take_title();
    [[nodiscard]] bool is_question_page() const;
    void add_sections(Blocks blocks);
    void add_question_page();
    void add_faqs(FaqBlocks faqs);
    void add_announced_faqs(Blocks blocks);
    void add_announced_part(Blocks part);
    void add_bio();

    std::vector<MarkdownBlock> blocks_;
    std::optional<Kind> known_;
    MarkdownPage page_;
    Anchors anchors_;  ///< for entries the page has no heading for
};

PageBuilder::PageBuilder(MarkdownBlocks source, std::optional<Kind> known)
    : blocks_(std::move(source.blocks)), known_(known) {
    page_.problems = std::move(source.problems);
    for (const MarkdownBlock& block : blocks_) {
        if (block.level > 0) {
            static_cast<void>(anchors_.claim(block.anchor));
        }
    }
}

MarkdownPage PageBuilder::build() {
    take_title();
    if (known_ == Kind::bio) {
        add_bio();
    } else if (known_ == Kind::article) {
        add_sections(blocks_);
    } else if (known_ == Kind::faq || announces_questions(page_.title) ||
               is_question_page()) {
        add_question_page();
    } else {
        add_announced_faqs(blocks_);
    }
    return std::move(page_);
}

void PageBuilder::take_title() {
    const auto is_heading = [](const MarkdownBlock& block) { return block.level > 0; };
    const auto first = std::find_if(blocks_.begin(), blocks_.end(), is_heading);
    if (first == blocks_.end() || first->level != 1) {
        return;
    }
    const auto asks_at_top = [](const MarkdownBlock& block) {
        return block.level == 1 && is_question(block.text);
    };
    const bool is_entry = known_ == Kind::faq && asks_at_top(*first) &&
                          std::count_if(blocks_.begin(), blocks_.end(), asks_at_top) > 1;
    if (is_entry) {
        return;
    }
    page_.title = first->text;
    page_.title_anchor = first->anchor;
    blocks_.erase(first);
}

bool PageBuilder::is_question_page() const {
    std::size_t answer_words = 0;
    bool has_question = false;
    for (const MarkdownBlock& block : blocks_) {
        if (begins_section(block)) {
            if (block.level == 1 || !is_question(block.text)) {
                return false;
            }
            has_question = true;
            answer_words = 0;
        } else if (has_question) {
            answer_words += word_count(block.text);
            if (answer_words > max_shape_answer_words) {
                return false;
            }
        }
    }
    return has_question;
}

void PageBuilder::add_sections(Blocks blocks) {
    bool in_section = false;
    for (const MarkdownBlock& block : blocks) {
        if (begins_section(block)) {
            page_.sections.push_back({block.text, block.anchor, {}});
            in_section = true;
            continue;
        }
        if (!in_section) {
            page_.sections.emplace_back();
            in_section = true;
        }
        append_paragraph(page_.sections.back().text, block.text);
    }
}

void PageBuilder::add_question_page() {
    const Blocks all(blocks_);
    const auto is_heading = [](const MarkdownBlock& block) { return block.level > 0; };
    const auto first_heading = std::find_if(all.begin(), all.end(), is_heading);
    const Blocks introduction(all.begin(), first_heading);
    FaqBlocks faqs = read_faq_blocks(all, anchors_);
    const bool answers_its_title = !faqs.asks && !introduction.empty();
    if (faqs.entries.empty() || answers_its_title) {
        add_sections(all);
        return;
    }
    if (!std::any_of(introduction.begin(), introduction.end(), [](const auto& block) {
            return question_mark_bytes(block.text) > 0;
        })) {
        add_sections(introduction);
    }
    add_faqs(std::move(faqs));
}

void PageBuilder::add_faqs(FaqBlocks faqs) {
    std::move(
        faqs.problems.begin(), faqs.problems.end(), std::back_inserter(page_.problems));
    std::move(faqs.entries.begin(), faqs.entries.end(), std::back_inserter(page_.faqs));
}

/// Sections, except that what is below an announcing heading and asks becomes entries.
void PageBuilder::add_announced_faqs(Blocks blocks) {
    const auto announces = [](const MarkdownBlock& block) {
        return begins_section(block) && announces_questions(block.text);
    };
    while (!blocks.empty()) {
        const auto announcing = std::find_if(blocks.begin(), blocks.end(), announces);
        add_sections(Blocks(blocks.begin(), announcing));
        blocks = Blocks(announcing, blocks.end());
        if (!blocks.empty()) {
            const int level = blocks.front().level;
            const auto end =
                std::find_if(blocks.begin() + 1, blocks.end(), [&](const auto& block) {
                    return block.level > 0 && block.level <= level;
                });
            add_announced_part(Blocks(blocks.begin(), end));
            blocks = Blocks(end, blocks.end());
        }
    }
}

/// `part` begins with its announcing heading. That stays a section if text of its own
/// follows, or if nothing below it asks.
void PageBuilder::add_announced_part(Blocks part) {
    const auto first =
        std::find_if(part.begin() + 1, part.end(), [](const MarkdownBlock& block) {
            return block.level > 0;
        });
    FaqBlocks faqs = read_faq_blocks(Blocks(first, part.end()), anchors_);
    if (!faqs.asks || faqs.entries.empty()) {
        add_sections(part);
        return;
    }
    const Blocks own(part.begin(), first);
    if (own.size() > 1) {
        add_sections(own);
    }
    add_faqs(std::move(faqs));
}

void PageBuilder::add_bio() {
    NameHeading heading = read_name_heading(page_.title);
    BioEntry bio{
        heading.name, page_.title_anchor, std::move(heading.credentials), heading.rest};
    for (const MarkdownBlock& block : blocks_) {
        append_paragraph(bio.text, block.text);
    }
    page_.bios.push_back(std::move(bio));
}

}  // namespace

MarkdownPage read_markdown(std::string_view body, std::optional<Kind> known) {
    return PageBuilder(read_markdown_blocks(body), known).build();
}

}  // namespace recovery
