// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/markdown_faq.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"
#include "indexer/document/paragraph.h"

namespace recovery {

namespace {

constexpr int section_level = 3;
constexpr int deepest_level = 6;
/// Deeper than any heading: a "Q:" paragraph ends at each of them.
constexpr int paragraph_level = deepest_level + 1;

class FaqCollector {
  public:
    FaqCollector(int max_question_level, Anchors& anchors)
        : max_question_level_(max_question_level), anchors_(anchors) {}

    void add(const MarkdownBlock& block) {
        if (block.level == 0) {
            add_text(block);
        } else if (block.level <= max_question_level_ && is_question(block.text)) {
            close(block.level);
            open(block, true);
        } else if (open_ && block.level > open_->level) {
            add_answer(block.text);
        } else {
            close(0);
            open(block, false);
        }
    }

    [[nodiscard]] FaqBlocks take() {
        close(0);
        return std::move(result_);
    }

  private:
    struct Open {
        FaqEntry entry;
        int level = 0;
        int line = 0;
        bool asks = false;
    };

    void open(const MarkdownBlock& heading, bool asks) {
        result_.asks = result_.asks || asks;
        const std::size_t mark = question_mark_bytes(heading.text);
        open_ = Open{{heading.text.substr(mark), heading.anchor, {}},
                     heading.level,
                     heading.line,
                     asks};
    }

    /// A paragraph may hold several "Q:" and "A:" lines.
    void add_text(const MarkdownBlock& block) {
        std::string_view rest = block.text;
        std::string text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (const std::size_t mark = question_mark_bytes(line); mark > 0) {
                add_answer(std::exchange(text, {}));
                open_question(line.substr(mark), block.line);
            } else {
                text += text.empty() ? "" : "\n";
                text += line;
            }
        }
        add_answer(text);
    }

    void open_question(std::string_view question, int line) {
        close(paragraph_level);
        result_.asks = true;
        open_ = Open{{std::string(question), anchors_.for_heading(question), {}},
                     paragraph_level,
                     line,
                     true};
    }

    void add_answer(std::string_view text) {
        if (!open_ || text.empty()) {
            return;
        }
        std::string& answer = open_->entry.answer;
        if (answer.empty()) {
            text.remove_prefix(answer_mark_bytes(text));
        } else {
            answer += "\n\n";
        }
        answer += text;
    }

    /// Ends the open entry; `question_level` is that of the question that ends it, 0 for
    /// anything else.
    void close(int question_level) {
        if (!open_) {
            return;
        }
        const Open closed = std::move(*open_);
        open_.reset();
        const bool is_group = question_level > closed.level;
        if (!closed.entry.answer.empty()) {
            if (closed.asks || !is_group) {
                result_.entries.push_back(closed.entry);
            }
        } else if (closed.asks && !is_group) {
            result_.problems.push_back(
                {{},
                 closed.line,
                 1,
                 fmt::format("the question \"{}\" has no answer",
                             truncate_utf8(closed.entry.question, 80))});
        }
    }

    int max_question_level_;
    Anchors& anchors_;
    FaqBlocks result_;
    std::optional<Open> open_;
};

/// `text` in lower case, its words parted and framed by single blanks.
std::string plain_words(std::string_view text) {
    std::string words = " ";
    for (const char c : text) {
        const bool is_part = is_ascii_letter(c) || c == '&';
        if (is_part) {
            words.push_back(ascii_lower(c));
        } else if (words.back() != ' ') {
            words.push_back(' ');
        }
    }
    return words + " ";
}

}  // namespace

bool is_question(std::string_view heading) {
    static constexpr std::array<std::string_view, 7> closers{
        "\"", "'", ")", "]", "*", "”", "’"};
    heading = trim_ascii(heading);
    bool is_trimmed = true;
    while (is_trimmed) {
        is_trimmed = false;
        for (const std::string_view closer : closers) {
            if (heading.ends_with(closer)) {
                heading.remove_suffix(closer.size());
                is_trimmed = true;
            }
        }
    }
    return heading.ends_with('?') && heading.size() > 1;
}

bool announces_questions(std::string_view heading) {
    static constexpr std::array<std::string_view, 7> names{" faq ",
                                                           " faqs ",
                                                           " q&a ",
                                                           " q & a ",
                                                           " frequently asked questions ",
                                                           " common questions ",
                                                           " questions and answers "};
    if (is_question(heading)) {
        return false;
    }
    const std::string words = plain_words(heading);
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return words.find(name) != std::string::npos;
    });
}

FaqBlocks read_faq_blocks(std::span<const MarkdownBlock> blocks, Anchors& anchors) {
    const bool asks_in_sections =
        std::any_of(blocks.begin(), blocks.end(), [](const MarkdownBlock& block) {
            return block.level > 0 && block.level <= section_level &&
                   is_question(block.text);
        });
    FaqCollector collector(asks_in_sections ? section_level : deepest_level, anchors);
    for (const MarkdownBlock& block : blocks) {
        collector.add(block);
    }
    return collector.take();
}

}  // namespace recovery
