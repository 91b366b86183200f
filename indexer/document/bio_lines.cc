// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/bio_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/name_line.h"

namespace recovery {

namespace {

// A bio shows its voice early; an article's section may quote a person further down.
constexpr std::size_t max_voice_words = 400;
constexpr int points_without_credentials = 2;
constexpr int points_with_credentials = 1;

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto first_person =
    std::to_array<std::string_view>({"i", "im", "ive", "my", "me", "myself"});
constexpr auto third_person = std::to_array<std::string_view>(
    {"he", "she", "his", "her", "him", "hers", "himself", "herself"});

// Folded, so that a full stop or possessive at the end of a name word does not matter.
std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    for (const std::string_view word : words_of(name)) {
        if (starts_with_capital(word) && word.size() > 1) {
            words.push_back(folded(word));
        }
    }
    return words;
}

struct Voice {
    int first = 0;
    int third = 0;
    int alone = 0;  // one word of the name without its neighbour
    bool full_name = false;
};

bool is_alternative(const std::vector<std::string_view>& words, std::size_t i) {
    const auto is_or = [&](std::size_t at) {
        return at < words.size() && words[at] == "or";
    };
    return is_or(i + 1) || (i > 0 && is_or(i - 1));
}

void listen(std::string_view text, const std::vector<std::string>& name, Voice& voice) {
    const std::vector<std::string_view> words = words_of(text);
    const std::size_t end = std::min(words.size(), max_voice_words);
    bool after_name = false;
    for (std::size_t i = 0; i < end; ++i) {
        const std::string word = folded(words[i]);
        voice.first += is_one_of(first_person, word) ? 1 : 0;
        const bool third = is_one_of(third_person, word) && !is_alternative(words, i);
        voice.third += third ? 1 : 0;
        const auto named = [&](std::string_view other) {
            std::string key = folded(other);
            return starts_with_capital(other) &&
                   std::find(name.begin(), name.end(), key) != name.end();
        };
        if (!named(words[i])) {
            after_name = false;
            continue;
        }
        const bool before_name =
            i + 1 < words.size() && starts_with_capital(words[i + 1]);
        voice.full_name = voice.full_name || after_name;
        voice.alone += after_name || before_name ? 0 : 1;
        after_name = true;
    }
}

bool starts_with_quote(std::string_view text) {
    return text.starts_with('"') || text.starts_with("“");
}

class BioMarker {
  public:
    BioMarker(Outline& outline, bool whole_page)
        : outline_(outline), blocks_(outline.blocks), whole_page_(whole_page) {}

    void mark() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].role == Role::furniture) {
                continue;
            }
            if (is_name(i)) {
                drop_portrait_caption(i);
                blocks_[i].role = Role::name;
                name_at_ = i;
                role_at_ = role_line(i);
                above_has_credentials_ = has_credentials(i);
                in_run_ = true;
            } else if (in_run_) {
                in_run_ = !ends_bio(i);
                blocks_[i].in_bio = in_run_;
            }
        }
    }

  private:
    static std::optional<NameLine> name_of(const OutlineBlock& block) {
        const bool line = block.role == Role::heading || block.role == Role::text;
        return line && block.shape.ending != Ending::colon ? parse_name_line(block.text)
                                                           : std::nullopt;
    }

    // The role of the person at `at`, as a line of its own, or `at` itself.
    std::size_t role_line(std::size_t at) const {
        const std::size_t next = next_block(outline_, at);
        const bool line = next < blocks_.size() && blocks_[next].role == Role::heading &&
                          owns_content(outline_, next);
        if (!line) {
            return at;
        }
        const std::optional<NameLine> name = name_of(blocks_[next]);
        return name && !name->credentials.empty() ? at : next;
    }

    bool has_credentials(std::size_t at) const {
        const std::optional<NameLine> line = parse_name_line(blocks_[at].text);
        return line && !line->credentials.empty();
    }

    Voice voice_below(std::size_t at, const NameLine& line) const {
        const std::vector<std::string> name = name_words(line.name);
        Voice voice;
        std::size_t words = 0;
        for (std::size_t i = next_block(outline_, role_line(at));
             i < blocks_.size() && is_content(blocks_[i]) && words < max_voice_words;
             i = next_block(outline_, i)) {
            if (const auto next = name_of(blocks_[i]);
                next && !next->credentials.empty()) {
                break;
            }
            // What a guest says of a place is in quotes; a person's own text is not.
            if (!starts_with_quote(blocks_[i].text)) {
                listen(blocks_[i].text, name, voice);
            }
            words += blocks_[i].shape.words;
        }
        return voice;
    }

    bool is_common(const NameLine& line) const {
        const std::vector<std::string_view> words = words_of(line.name);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return starts_with_capital(word) && word.size() > 1 &&
                   outline_.words.is_common(word);
        });
    }

    bool is_name(std::size_t at) const {
        const bool directly_below_name = in_run_ && role_at_ == at && name_at_ != at;
        const std::optional<NameLine> line = name_of(blocks_[at]);
        if (!line || directly_below_name) {
            return false;
        }
        const bool has_text = owns_content(outline_, role_line(at));
        const int common = is_common(*line) ? 1 : 0;
        const bool certain = line->credentials_certain;
        if (!has_text) {
            return certain && common == 0;
        }
        if (whole_page_ && common == 0 && (certain || !in_run_)) {
            return true;
        }
        const Voice voice = voice_below(at, *line);
        const int heard = (voice.first + voice.third + voice.alone > 0 ? 1 : 0) +
                          (voice.first > 1 ? 1 : 0);
        const bool portrait = at > 0 && (blocks_[at - 1].role == Role::furniture ||
                                         is_portrait_caption(at - 1, line->name));
        // Below a bio with credentials, "she" alone makes no second person: the line may
        // be a heading within the bio.
        const bool same_person = above_has_credentials_ && line->credentials.empty() &&
                                 voice.first + voice.alone == 0 && !portrait;
        const bool run = in_run_ && !same_person;
        const int points =
            heard + (voice.full_name ? 1 : 0) + (run ? 1 : 0) + (portrait ? 1 : 0);
        if (line->credentials.empty()) {
            const bool personal = heard > 0 || (in_run_ && portrait);
            return personal && points >= points_without_credentials + common;
        }
        return points >= (certain ? 0 : points_with_credentials) + common;
    }

    // "Photo of Jane Public": an open line right above the name, with a word of it.
    bool is_portrait_caption(std::size_t at, std::string_view name) const {
        const OutlineBlock& block = blocks_[at];
        const bool open = (block.role == Role::heading || block.role == Role::text) &&
                          block.shape.ending == Ending::none &&
                          block.text.size() <= max_short_line_bytes;
        if (!open || (in_run_ && at == role_at_)) {
            return false;
        }
        const std::vector<std::string> words = name_words(name);
        const std::vector<std::string_view> line = words_of(block.text);
        return std::any_of(line.begin(), line.end(), [&](std::string_view word) {
            return std::find(words.begin(), words.end(), folded(word)) != words.end();
        });
    }

    void drop_portrait_caption(std::size_t name) {
        const std::optional<NameLine> line = name_of(blocks_[name]);
        if (name > 0 && line && is_portrait_caption(name - 1, line->name)) {
            blocks_[name - 1].role = Role::furniture;
            blocks_[name - 1].in_bio = false;
        }
    }

    bool ends_bio(std::size_t at) const {
        const OutlineBlock& block = blocks_[at];
        if (whole_page_ || at == role_at_ || !owns_content(outline_, at)) {
            return false;
        }
        if (block.role == Role::question) {
            return block.shape.style == CaseStyle::title;
        }
        return block.role == Role::heading && block.shape.style != CaseStyle::sentence;
    }

    Outline& outline_;
    std::vector<OutlineBlock>& blocks_;
    bool whole_page_;
    bool in_run_ = false;
    std::size_t name_at_ = 0;
    std::size_t role_at_ = 0;
    bool above_has_credentials_ = false;
};

}  // namespace

void mark_bios(Outline& outline, bool whole_page) {
    BioMarker(outline, whole_page).mark();
}

}  // namespace recovery
