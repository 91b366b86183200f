// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/page_furniture.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/document/name_line.h"

namespace recovery {

namespace {

constexpr std::size_t min_contents_entries = 2;
constexpr int min_bare_repeats = 3;
// Alternative texts are one phrase.
constexpr std::size_t max_caption_words = 25;
// A word or two in lower case may be an item of a list whose marks were lost.
constexpr std::size_t min_caption_words = 3;
// One word ("Detox") ends too many lines by chance.
constexpr std::size_t min_echoed_words = 2;

bool is_short_line(const OutlineBlock& block) {
    return block.role == Role::heading || block.role == Role::question;
}

template <typename Holds>
bool any_word(std::string_view text, Holds holds) {
    const std::vector<std::string_view> words = words_of(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return !is_function_word(folded(word)) && holds(word);
    });
}

bool is_lower_caption(const OutlineBlock& block) {
    return block.role == Role::text && block.shape.starts_lower &&
           block.shape.ending == Ending::none && block.shape.words >= min_caption_words &&
           block.shape.words <= max_caption_words;
}

void mark_lower_captions(Outline& outline) {
    for (OutlineBlock& block : outline.blocks) {
        if (is_lower_caption(block)) {
            block.role = Role::furniture;
        }
    }
}

// Where each short line stands last, by its folded text.
std::unordered_map<std::string, std::size_t> last_places(const Outline& outline) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
        if (is_short_line(outline.blocks[i])) {
            places[folded(outline.blocks[i].text)] = i;
        }
    }
    return places;
}

// Lines that come again below as lines of their own.
struct Row {
    std::size_t end = 0;
    bool headings = false;  // some of those below have text: they are no buttons
};

Row row_from(const Outline& outline,
             const std::unordered_map<std::string, std::size_t>& places,
             std::size_t begin) {
    Row row{.end = begin};
    while (row.end < outline.blocks.size() &&
           outline.blocks[row.end].role != Role::text) {
        const auto place = places.find(folded(outline.blocks[row.end].text));
        if (place == places.end() || place->second <= row.end) {
            break;
        }
        row.headings = row.headings || owns_content(outline, place->second);
        ++row.end;
    }
    return row;
}

void mark_contents_lists(Outline& outline) {
    const auto places = last_places(outline);
    std::vector<OutlineBlock>& blocks = outline.blocks;
    std::size_t begin = 0;
    while (begin < blocks.size()) {
        const auto [end, headings] = row_from(outline, places, begin);
        // A paragraph that ends in a colon announces a list of its own.
        const bool announced =
            begin > 0 && blocks[begin - 1].shape.ending == Ending::colon;
        if (end - begin >= min_contents_entries && headings && !announced &&
            places.at(folded(blocks[begin].text)) >= end) {
            // The title is often the first line of its own contents list.
            for (std::size_t i = begin == 0 ? 1 : begin; i < end; ++i) {
                blocks[i].role = Role::furniture;
            }
            if (begin > 1 && blocks[begin - 1].role == Role::heading) {
                blocks[begin - 1].role = Role::furniture;
            }
        }
        begin = std::max(end, begin + 1);
    }
}

// A name may be repeated (byline and bio) and must not be lost.
bool may_be_name(const Outline& outline, const std::string& text) {
    return parse_name_line(text).has_value() && !any_word(text, [&](std::string_view w) {
               return outline.words.is_common(w);
           });
}

void mark_repeated_lines(Outline& outline) {
    struct Repeats {
        int all = 0;
        int bare = 0;
    };
    std::unordered_map<std::string, Repeats> repeats;
    for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
        if (outline.blocks[i].role == Role::heading) {
            Repeats& line = repeats[folded(outline.blocks[i].text)];
            ++line.all;
            line.bare += owns_content(outline, i) ? 0 : 1;
        }
    }
    for (std::size_t i = 1; i < outline.blocks.size(); ++i) {
        OutlineBlock& block = outline.blocks[i];
        if (block.role != Role::heading) {
            continue;
        }
        const Repeats& line = repeats[folded(block.text)];
        const bool foreign = any_word(block.text, [&](std::string_view word) {
            return !outline.words.is_in_running_text(word);
        });
        const bool repeated =
            line.all > 1 && line.bare > 0 && (foreign || line.bare >= min_bare_repeats);
        const bool name = line.bare < line.all && may_be_name(outline, block.text);
        if (repeated && !name) {
            block.role = Role::furniture;
        }
    }
}

// Whether the words at the end of `text`, but not all of it, are one of `headings`.
bool echoes_heading(const std::string& text,
                    const std::unordered_set<std::string>& headings) {
    const std::vector<std::string_view> words = words_of(text);
    for (std::size_t first = 1; first + min_echoed_words <= words.size(); ++first) {
        const auto at = static_cast<std::size_t>(words[first].data() - text.data());
        if (headings.contains(folded(std::string_view(text).substr(at)))) {
            return true;
        }
    }
    return false;
}

void mark_sentence_captions(Outline& outline) {
    std::unordered_set<std::string> headings;
    for (const OutlineBlock& block : outline.blocks) {
        if (is_short_line(block) && block.shape.style != CaseStyle::sentence) {
            headings.insert(folded(block.text));
        }
    }
    for (std::size_t i = 1; i < outline.blocks.size(); ++i) {
        OutlineBlock& block = outline.blocks[i];
        if (block.shape.style != CaseStyle::sentence || block.shape.starts_lower ||
            block.shape.ending != Ending::none || block.role == Role::item ||
            block.role == Role::furniture || block.text.size() > max_short_line_bytes) {
            continue;
        }
        const bool article =
            block.text.starts_with("A ") || block.text.starts_with("An ");
        const bool bare = !owns_content(outline, i);
        if ((article && bare) || echoes_heading(block.text, headings)) {
            block.role = Role::furniture;
        }
    }
}

}  // namespace

void mark_furniture(Outline& outline) {
    mark_contents_lists(outline);
    mark_lower_captions(outline);
    mark_repeated_lines(outline);
    mark_sentence_captions(outline);
}

void mark_contents_line(Outline& outline, std::size_t title) {
    const std::size_t line = next_block(outline, title);
    if (line >= outline.blocks.size() || outline.blocks[line].role != Role::heading ||
        !owns_content(outline, line)) {
        return;
    }
    const auto headings =
        std::count_if(outline.blocks.begin(), outline.blocks.end(), is_short_line);
    const bool known = any_word(outline.blocks[line].text, [&](std::string_view word) {
        return outline.words.is_in_running_text(word);
    });
    if (headings > 2 && !known) {
        outline.blocks[line].role = Role::furniture;
    }
}

}  // namespace recovery
