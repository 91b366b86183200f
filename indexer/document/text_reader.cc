// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/text_reader.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/base/slug.h"
#include "indexer/document/bio_lines.h"
#include "indexer/document/name_line.h"
#include "indexer/document/page_furniture.h"
#include "indexer/document/question_lines.h"
#include "indexer/document/text_outline.h"

namespace recovery {

namespace {

// Where the title stands, `blocks.size()` when the page has none.
std::size_t find_title(const Outline& outline, std::optional<Kind> known) {
    const std::size_t none = outline.blocks.size();
    for (std::size_t at = 0; at < none; ++at) {
        const OutlineBlock& block = outline.blocks[at];
        if (block.role == Role::furniture || block.role == Role::name || block.in_bio) {
            continue;
        }
        const bool long_heading = at == 0 && block.role == Role::text &&
                                  block.shape.ending == Ending::none &&
                                  block.shape.words <= max_heading_words;
        if (block.role == Role::heading || long_heading) {
            return at;
        }
        // A question directly above its answer is the first entry of an FAQ file; the
        // title of an article, in Title Case, has an introduction below.
        const bool entry = known == Kind::faq && owns_content(outline, at);
        return block.role == Role::question && !entry ? at : none;
    }
    return none;
}

// Whether the question at `at` has one brief paragraph below, and below that `end` or
// another question; `at` moves there.
bool skip_brief_entry(const Outline& outline, std::size_t& at) {
    const std::size_t answer = next_block(outline, at);
    if (outline.blocks[at].role != Role::question || answer >= outline.blocks.size() ||
        outline.blocks[answer].role != Role::text ||
        outline.blocks[answer].shape.words > max_brief_answer_words) {
        return false;
    }
    at = next_block(outline, answer);
    return at >= outline.blocks.size() || !is_content(outline.blocks[at]);
}

// Whether the page begins with two questions, each with one brief paragraph, and has no
// headings of another kind: then it is an FAQ without a title.
bool opens_faq(const Outline& outline, std::size_t title) {
    std::size_t at = title;
    const bool sentences = outline.blocks[title].shape.style != CaseStyle::title;
    return sentences && skip_brief_entry(outline, at) && at < outline.blocks.size() &&
           skip_brief_entry(outline, at) &&
           std::none_of(outline.blocks.begin(),
                        outline.blocks.end(),
                        [](const OutlineBlock& block) {
                            return block.role == Role::heading && !block.in_bio;
                        });
}

// In an FAQ file whose first line is a heading with text below, that line is the title if
// all other short lines are questions, and an entry otherwise.
bool is_entry_heading(const Outline& outline, std::size_t title) {
    return outline.blocks[title].role == Role::heading && owns_content(outline, title) &&
           std::any_of(
               outline.blocks.begin() + static_cast<std::ptrdiff_t>(title) + 1,
               outline.blocks.end(),
               [](const OutlineBlock& block) { return block.role == Role::heading; });
}

// A byline (the name of a bio above the article) and a second copy of the title.
void mark_copies(Outline& outline, std::size_t title) {
    std::unordered_set<std::string> names;
    for (const OutlineBlock& block : outline.blocks) {
        if (block.role == Role::name) {
            names.insert(folded(block.text));
        }
    }
    const std::size_t below = next_block(outline, title);
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        OutlineBlock& block = outline.blocks[at];
        const bool copy = at == below && title < outline.blocks.size() &&
                          block.text == outline.blocks[title].text;
        const bool byline = block.role == Role::heading && at != title && !block.in_bio &&
                            names.contains(folded(block.text));
        if (copy || byline) {
            block.role = Role::furniture;
        }
    }
}

// "Reviewed by Jane Public, LISW" between the title and the text is no heading.
bool is_byline(std::string_view line) {
    const std::vector<std::string_view> words = words_of(line);
    const auto by = std::find_if(words.begin(), words.end(), [](std::string_view word) {
        return folded(word) == "by";
    });
    if (by == words.end() || by + 1 == words.end()) {
        return false;
    }
    const auto name_at = static_cast<std::size_t>((by + 1)->data() - line.data());
    return parse_name_line(line.substr(name_at)).has_value();
}

void settle_bylines(Outline& outline, std::size_t title) {
    for (std::size_t at = next_block(outline, title);
         at < outline.blocks.size() && outline.blocks[at].role == Role::heading &&
         is_byline(outline.blocks[at].text);
         at = next_block(outline, at)) {
        outline.blocks[at].role = Role::text;
    }
}

std::size_t mark_title(Outline& outline, std::optional<Kind> known) {
    const std::size_t none = outline.blocks.size();
    std::size_t title = find_title(outline, known);
    if (title < none && ((known == Kind::faq && is_entry_heading(outline, title)) ||
                         (!known && opens_faq(outline, title)))) {
        title = none;
    }
    mark_copies(outline, title);
    if (title < none) {
        settle_bylines(outline, title);
        mark_contents_line(outline, title);
        outline.blocks[title].role = Role::title;
    }
    return title;
}

QuestionUse question_use(std::optional<Kind> known) {
    if (known == Kind::article) {
        return QuestionUse::sections;
    }
    return known == Kind::faq ? QuestionUse::entries : QuestionUse::by_shape;
}

void append_block(std::string& text, const OutlineBlock& block, bool after_item) {
    const bool item = block.role == Role::item;
    if (!text.empty()) {
        text += item && after_item ? "\n" : "\n\n";
    }
    text += item ? "• " : "";
    text += block.text;
}

// Walks over a settled outline and puts each block where it belongs.
class PageBuilder {
  public:
    void add(OutlineBlock& block, bool groups_entries) {
        const bool opens =
            !block.in_bio && block.role != Role::text && block.role != Role::item;
        if (block.role == Role::furniture || (opens && groups_entries)) {
            return;
        }
        if (!opens) {
            append_block(
                *text(), block, std::exchange(after_item_, block.role == Role::item));
            return;
        }
        after_item_ = false;
        if (block.role == Role::title) {
            page_.title = std::move(block.text);
            target_ = Target::introduction;
        } else if (block.role == Role::name) {
            open_bio(block.text);
        } else {
            open_entry(block);
        }
    }

    Page take() { return std::move(page_); }

  private:
    enum class Target { introduction, section, faq, bio };

    void open_bio(const std::string& text) {
        NameLine line = parse_name_line(text).value_or(NameLine{text, {}, {}, false});
        std::string anchor = anchors_.for_heading(line.name);
        page_.bios.push_back({std::move(line.name),
                              std::move(anchor),
                              std::move(line.credentials),
                              std::move(line.role)});
        target_ = Target::bio;
    }

    void open_entry(OutlineBlock& block) {
        std::string anchor = anchors_.for_heading(block.text);
        if (block.role == Role::faq) {
            page_.faqs.push_back({std::move(block.text), std::move(anchor), {}});
            target_ = Target::faq;
        } else {
            page_.sections.push_back({std::move(block.text), std::move(anchor), {}});
            target_ = Target::section;
        }
    }

    std::string* text() {
        switch (target_) {
            case Target::bio:
                return &page_.bios.back().text;
            case Target::faq:
                return &page_.faqs.back().answer;
            case Target::section:
                return &page_.sections.back().text;
            case Target::introduction:
                break;
        }
        page_.sections.emplace_back();
        target_ = Target::section;
        return &page_.sections.back().text;
    }

    Page page_;
    Anchors anchors_;
    Target target_ = Target::introduction;
    bool after_item_ = false;
};

// A heading directly above an FAQ entry or a name says only what they are.
bool groups_entries(const Outline& outline, std::size_t at) {
    if (outline.blocks[at].role != Role::heading) {
        return false;
    }
    const std::size_t next = next_block(outline, at);
    return next < outline.blocks.size() && (outline.blocks[next].role == Role::faq ||
                                            outline.blocks[next].role == Role::name);
}

}  // namespace

Page read_text(std::string_view text, std::optional<Kind> known) {
    Outline outline = read_outline(text);
    mark_furniture(outline);
    mark_bios(outline, known == Kind::bio);
    const std::size_t title = mark_title(outline, known);
    settle_questions(outline, title, question_use(known));
    PageBuilder builder;
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        builder.add(outline.blocks[at], groups_entries(outline, at));
    }
    return builder.take();
}

}  // namespace recovery
