// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "query/question/crisis.h"

namespace recovery {

/// What the pages say by themselves. Each has a row in the table of strings.cc.
enum class Label : std::uint8_t {
    skip_to_main,
    site_name,
    search_this_site,
    search_button,
    other_language,
    results,
    results_title,
    showing,        ///< first, last, total; the question follows
    showing_about,  ///< the same where the total is an estimate
    showing_plain,  ///< first, last, total; nothing follows
    one_result,     ///< the question follows
    one_plain,
    kinds_of_pages,
    any_kind,
    articles,
    faqs,
    people,
    article,
    faq,
    person,
    tagged,         ///< a tag follows
    remove_filter,  ///< the filter follows
    in_section,
    also_on_this_page,
    introduction,
    untitled,
    pages_of_results,
    previous_page,
    next_page,
    page_of,          ///< page, pages
    nothing_matches,  ///< the question follows
    nothing_listed,
    no_page_left,  ///< pages
    ways_on,
    back_to_first,
    fewer_words,
    all_articles,
    all_faqs,
    all_people,
    call_somebody,
    what_to_find,
    what_to_find_hint,
    browse,
    unavailable,
    unavailable_hint,
    level_red,
    level_amber,
    level_support,
    text_to,  ///< number
    in_danger,
    footer_note,
    keeps_nothing,
    sample_page,
    on_this_page,
    home_title,
    home_hint,
    questions_page,
    updated,
    note_long_question,
    note_many_words,
    note_open_quote,
    note_only_exclusions,
    note_phrase_not_found,
    count
};

/// The words of a label, with "{}" where something goes in.
[[nodiscard]] std::string_view words(Label label, CardLanguage language) noexcept;

/// The words of a label with its places filled.
template <typename... Values>
[[nodiscard]] std::string filled(Label label,
                                 CardLanguage language,
                                 const Values&... values) {
    return fmt::vformat(words(label, language), fmt::make_format_args(values...));
}

/// A note that the search wrote in English, and the language that it is in now: known
/// notes are translated, others stay.
struct Note {
    std::string_view text;
    CardLanguage language;
};
[[nodiscard]] Note translated_note(std::string_view english, CardLanguage language);

}  // namespace recovery
