// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/question_lines.h"

#include <algorithm>
#include <string>
#include <vector>

namespace recovery {

namespace {

constexpr std::size_t min_run = 2;
// A question with much text below may be rhetorical, other headings cannot.
constexpr int heading_votes = 2;
// "Common questions about us" may group what is below; longer lines lost a full stop.
constexpr std::size_t max_bare_heading_words = 5;

// What stands below a question, up to the next heading, question or name.
struct Answer {
    std::size_t block = 0;
    std::size_t end = 0;
    std::size_t paragraphs = 0;
    std::size_t items = 0;
    std::size_t words = 0;
    bool may_be_heading = true;
};

bool is_brief(const Answer& answer) {
    return answer.items == 0 && answer.paragraphs == 1 &&
           answer.words <= max_brief_answer_words;
}

bool is_short(const Answer& answer) {
    return is_brief(answer) || (answer.items == 0 && answer.words <= max_answer_words &&
                                answer.paragraphs <= max_answer_paragraphs);
}

Answer answer_below(const Outline& outline, std::size_t at) {
    Answer answer;
    answer.block = at;
    std::size_t i = next_block(outline, at);
    for (; i < outline.blocks.size() && is_content(outline.blocks[i]) &&
           !outline.blocks[i].in_bio;
         i = next_block(outline, i)) {
        const OutlineBlock& block = outline.blocks[i];
        (block.role == Role::item ? answer.items : answer.paragraphs) += 1;
        answer.words += block.shape.words;
    }
    answer.end = i;
    return answer;
}

class QuestionSettler {
  public:
    QuestionSettler(Outline& outline, std::size_t title, QuestionUse use)
        : outline_(outline), blocks_(outline.blocks), title_(title), use_(use) {}

    void settle() {
        settle_bare_lines();
        if (use_ == QuestionUse::entries) {
            make_entries();
            return;
        }
        find_page_style();
        settle_sentence_captions();
        settle_sentence_headings();
        settle_runs();
    }

  private:
    bool is_open(std::size_t at) const { return at != title_ && !blocks_[at].in_bio; }

    bool is_short_line(std::size_t at) const {
        return at < blocks_.size() && is_open(at) &&
               (blocks_[at].role == Role::heading || blocks_[at].role == Role::question);
    }

    // The block above, furniture aside; `blocks_.size()` at the start.
    std::size_t block_above(std::size_t at) const {
        while (at > 0) {
            --at;
            if (blocks_[at].role != Role::furniture) {
                return at;
            }
        }
        return blocks_.size();
    }

    // From the end, so that a row of questions with nothing below settles in one pass.
    void settle_bare_lines() {
        for (std::size_t at = blocks_.size(); at-- > 0;) {
            if (!is_short_line(at)) {
                continue;
            }
            OutlineBlock& block = blocks_[at];
            if (block.role == Role::question) {
                const bool bare =
                    !owns_content(outline_, at) && block.shape.style != CaseStyle::title;
                const bool rhetorical =
                    use_ != QuestionUse::entries && is_conversational(block.text);
                if (bare || rhetorical) {
                    block.role = Role::text;
                }
            } else if (!owns_content(outline_, at) && answers_question(at)) {
                block.role = Role::text;
            }
        }
    }

    // "Yes" on a line of its own below a question.
    bool answers_question(std::size_t at) const {
        const std::size_t above = block_above(at);
        return above < blocks_.size() && above != title_ &&
               blocks_[above].role == Role::question &&
               blocks_[at].shape.style != CaseStyle::title;
    }

    void make_entries() {
        for (std::size_t at = 0; at < blocks_.size(); ++at) {
            if (!is_short_line(at)) {
                continue;
            }
            const bool group =
                blocks_[at].role == Role::heading && !owns_content(outline_, at);
            blocks_[at].role = group ? Role::heading : Role::faq;
        }
    }

    void find_page_style() {
        int title_case = 0;
        int sentence_case = 0;
        for (std::size_t at = 0; at < blocks_.size(); ++at) {
            if (!is_short_line(at) || !owns_content(outline_, at)) {
                continue;
            }
            const bool question = blocks_[at].role == Role::question;
            if (question && is_short(answer_below(outline_, at))) {
                continue;
            }
            const int votes = question ? 1 : heading_votes;
            title_case += blocks_[at].shape.style == CaseStyle::title ? votes : 0;
            sentence_case += blocks_[at].shape.style == CaseStyle::sentence ? votes : 0;
        }
        page_in_title_case_ = title_case > 0 && title_case >= 2 * sentence_case;
        // Without a vote, the title speaks for brief answers only (see may_be_heading).
        page_undecided_ = title_case == 0 && sentence_case == 0;
    }

    bool has_text() const {
        return std::any_of(blocks_.begin(), blocks_.end(), is_content);
    }

    // On a Title Case page, what reads like a caption and stands right above a heading.
    void settle_sentence_captions() {
        for (std::size_t at = 0; page_in_title_case_ && at < blocks_.size(); ++at) {
            OutlineBlock& block = blocks_[at];
            const bool open = is_open(at) && block.shape.ending == Ending::none &&
                              block.shape.style == CaseStyle::sentence &&
                              (block.role == Role::heading || block.role == Role::text);
            if (open && is_short_line(next_block(outline_, at)) &&
                reads_like_caption(block.text)) {
                block.role = Role::furniture;
            }
        }
    }

    void settle_sentence_headings() {
        const bool any_text = has_text();
        for (std::size_t at = 0; at < blocks_.size(); ++at) {
            OutlineBlock& block = blocks_[at];
            if (!is_open(at) || block.role != Role::heading ||
                block.shape.style != CaseStyle::sentence) {
                continue;
            }
            const bool bare = !owns_content(outline_, at);
            const bool groups = bare && groups_entries(at);
            if (!groups && (page_in_title_case_ || (bare && any_text))) {
                block.role = Role::text;
            }
        }
    }

    // Whether a name stands below the short line at `at`, or on a page that is not in
    // Title Case anything that opens an entry.
    bool groups_entries(std::size_t at) const {
        const std::size_t next = next_block(outline_, at);
        return blocks_[at].shape.words <= max_bare_heading_words &&
               next < blocks_.size() &&
               (blocks_[next].role == Role::name ||
                (!page_in_title_case_ && is_short_line(next)));
    }

    bool may_be_heading(std::size_t at, const Answer& answer) const {
        if (blocks_[at].shape.style != CaseStyle::sentence) {
            return true;
        }
        const bool titled_otherwise =
            title_ < blocks_.size() && blocks_[title_].shape.style == CaseStyle::title;
        return !page_in_title_case_ &&
               !(page_undecided_ && titled_otherwise && is_short(answer));
    }

    void settle_runs() {
        std::vector<Answer> run;
        for (std::size_t at = 0; at < blocks_.size(); ++at) {
            if (!is_open(at) || blocks_[at].role != Role::question) {
                continue;
            }
            Answer answer = answer_below(outline_, at);
            answer.may_be_heading = may_be_heading(at, answer);
            const bool goes_on = !run.empty() && run.back().end == at &&
                                 run.back().may_be_heading == answer.may_be_heading;
            if (!goes_on) {
                settle_run(run);
                run.clear();
            }
            run.push_back(answer);
        }
        settle_run(run);
    }

    void settle_run(const std::vector<Answer>& run) {
        const auto passes = [](const Answer& answer) {
            return answer.may_be_heading ? is_brief(answer) : is_short(answer);
        };
        const auto first = std::find_if(run.begin(), run.end(), passes);
        const auto last = std::find_if(run.rbegin(), run.rend(), passes).base();
        const bool many = last - first >= static_cast<std::ptrdiff_t>(min_run) &&
                          2 * std::count_if(first, last, passes) >= last - first;
        for (auto answer = run.begin(); answer != run.end(); ++answer) {
            const bool inside = many && answer >= first && answer < last &&
                                answer->words <= max_inner_answer_words;
            const bool entry = inside || (run.size() == 1 && is_single_entry(*answer));
            blocks_[answer->block].role = settled_role(*answer, entry);
        }
    }

    Role settled_role(const Answer& answer, bool entry) const {
        if (entry) {
            return use_ == QuestionUse::sections ? Role::heading : Role::faq;
        }
        return answer.may_be_heading ? Role::heading : Role::text;
    }

    bool is_single_entry(const Answer& answer) const {
        const std::size_t above = block_above(answer.block);
        return !answer.may_be_heading && is_brief(answer) && names_topic(answer.block) &&
               above < blocks_.size() && is_content(blocks_[above]);
    }

    bool names_topic(std::size_t at) const {
        if (title_ >= blocks_.size()) {
            return false;
        }
        PageWords topic;
        topic.add(blocks_[title_].text, true);
        const std::vector<std::string_view> words = words_of(blocks_[at].text);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return !is_function_word(folded(word)) && topic.is_in_running_text(word);
        });
    }

    Outline& outline_;
    std::vector<OutlineBlock>& blocks_;
    std::size_t title_;
    QuestionUse use_;
    bool page_in_title_case_ = false;
    bool page_undecided_ = false;
};

}  // namespace

void settle_questions(Outline& outline, std::size_t title, QuestionUse use) {
    QuestionSettler(outline, title, use).settle();
}

}  // namespace recovery
