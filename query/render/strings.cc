// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/strings.h"

#include <array>
#include <cstddef>

namespace recovery {

namespace {

struct Row {
    Label label;
    std::array<std::string_view, card_languages> words;  ///< by CardLanguage
};

constexpr std::size_t labels = static_cast<std::size_t>(Label::count);

constexpr std::array<Row, labels> table{{
    {Label::skip_to_main, {"Skip to the main part", "Saltar a la parte principal"}},
    {Label::site_name, {"Recovery Search", "Recovery Search"}},
    {Label::search_this_site, {"Search this site", "Buscar en este sitio"}},
    {Label::search_button, {"Search", "Buscar"}},
    {Label::other_language, {"Español", "English"}},
    {Label::results, {"Search results", "Resultados de la búsqueda"}},
    {Label::results_title,
     {"Search results, page {}", "Resultados de la búsqueda, página {}"}},
    {Label::showing, {"Showing {}–{} of {} for", "Se muestran {}–{} de {} para"}},
    {Label::showing_about,
     {"Showing {}–{} of about {} for", "Se muestran {}–{} de unos {} para"}},
    {Label::showing_plain, {"Showing {}–{} of {}", "Se muestran {}–{} de {}"}},
    {Label::one_result, {"One page for", "Una página para"}},
    {Label::one_plain, {"One page", "Una página"}},
    {Label::kinds_of_pages, {"Kinds of pages", "Tipos de página"}},
    {Label::any_kind, {"All", "Todo"}},
    {Label::articles, {"Articles", "Artículos"}},
    {Label::faqs, {"Answers", "Respuestas"}},
    {Label::people, {"People", "Personas"}},
    {Label::article, {"Article", "Artículo"}},
    {Label::faq, {"Question and answer", "Pregunta y respuesta"}},
    {Label::person, {"Person", "Persona"}},
    {Label::tagged, {"Topic:", "Tema:"}},
    {Label::remove_filter, {"Remove filter:", "Quitar filtro:"}},
    {Label::in_section, {"Section:", "Sección:"}},
    {Label::also_on_this_page, {"Also on this page", "También en esta página"}},
    {Label::introduction, {"Introduction", "Introducción"}},
    {Label::untitled, {"Page without a title", "Página sin título"}},
    {Label::pages_of_results, {"Pages of results", "Páginas de resultados"}},
    {Label::previous_page, {"Previous page", "Página anterior"}},
    {Label::next_page, {"Next page", "Página siguiente"}},
    {Label::page_of, {"Page {} of {}", "Página {} de {}"}},
    {Label::nothing_matches, {"No pages match", "Ninguna página coincide con"}},
    {Label::nothing_listed, {"There are no such pages.", "No hay páginas de este tipo."}},
    {Label::no_page_left,
     {"There are only {} pages of results.", "Solo hay {} páginas de resultados."}},
    {Label::ways_on, {"What you can do now", "Qué puede hacer ahora"}},
    {Label::back_to_first,
     {"Go to the first page of results", "Ir a la primera página de resultados"}},
    {Label::fewer_words,
     {"Search again with fewer or simpler words. A name of a drug, a person or a place "
      "is "
      "often enough.",
      "Busque de nuevo con menos palabras o más sencillas. A menudo basta el nombre de "
      "una "
      "droga, una persona o un lugar. Las páginas están en inglés."}},
    {Label::all_articles, {"See all articles", "Ver todos los artículos"}},
    {Label::all_faqs,
     {"See all questions and answers", "Ver todas las preguntas y respuestas"}},
    {Label::all_people, {"See the people who work here", "Ver quiénes trabajan aquí"}},
    {Label::call_somebody, {"Talk to somebody now", "Hable con alguien ahora"}},
    {Label::what_to_find, {"What do you want to know?", "¿Qué quiere saber?"}},
    {Label::what_to_find_hint,
     {"Write a question or a few words in the box above. Spelling need not be right.",
      "Escriba una pregunta o unas palabras en la casilla de arriba. No importa la "
      "ortografía. Las páginas están en inglés."}},
    {Label::browse, {"Or look around", "O mire las páginas"}},
    {Label::unavailable,
     {"The search does not work at the moment",
      "La búsqueda no funciona en este momento"}},
    {Label::unavailable_hint,
     {"This is our fault, not yours. Please try again in a few minutes. If it cannot "
      "wait, "
      "call one of these numbers.",
      "Es un fallo nuestro, no suyo. Inténtelo de nuevo en unos minutos. Si no puede "
      "esperar, llame a uno de estos números."}},
    {Label::level_red, {"Emergency:", "Emergencia:"}},
    {Label::level_amber, {"Important:", "Importante:"}},
    {Label::level_support, {"Support:", "Apoyo:"}},
    {Label::text_to, {"Text {}", "Enviar texto al {}"}},
    {Label::in_danger, {"Help at any hour", "Ayuda a cualquier hora"}},
    {Label::footer_note,
     {"These pages inform. They do not replace the advice of a doctor or counselor.",
      "Estas páginas informan. No sustituyen el consejo de un médico o consejero."}},
    {Label::keeps_nothing,
     {"This search does not store what you type.",
      "Esta búsqueda no guarda lo que usted escribe."}},
    {Label::sample_page,
     {"This is a sample page for education. No clinician has reviewed it.",
      "Esta es una página de muestra con fines educativos. Ningún profesional clínico la "
      "ha "
      "revisado."}},
    {Label::on_this_page, {"On this page", "En esta página"}},
    {Label::home_title,
     {"Find answers about recovery", "Encuentre respuestas sobre la recuperación"}},
    {Label::home_hint,
     {"Ask in your own words: about a drug, about treatment, about somebody you love.",
      "Pregunte con sus palabras: sobre una droga, un tratamiento o alguien a quien "
      "quiere. "
      "Las páginas están en inglés."}},
    {Label::questions_page, {"Questions and answers", "Preguntas y respuestas"}},
    {Label::updated, {"Updated", "Actualizado"}},
    {Label::note_long_question,
     {"Only the beginning of this long question was searched.",
      "Solo se buscó el comienzo de esta pregunta larga."}},
    {Label::note_many_words,
     {"Only the first 32 words of this question were searched.",
      "Solo se buscaron las primeras 32 palabras de esta pregunta."}},
    {Label::note_open_quote,
     {"A quotation mark was not closed; its words were searched one by one.",
      "Faltaba cerrar unas comillas; sus palabras se buscaron una a una."}},
    {Label::note_only_exclusions,
     {"The question only says what to leave out, not what to look for.",
      "La pregunta solo dice qué dejar fuera, no qué buscar."}},
    {Label::note_phrase_not_found,
     {"Nothing has the quoted words exactly like this; they were searched one by one.",
      "Nada contiene exactamente las palabras entre comillas; se buscaron una a una."}},
}};

constexpr bool is_complete() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table.at(i).label != static_cast<Label>(i) || table.at(i).words[0].empty() ||
            table.at(i).words[1].empty()) {
            return false;
        }
    }
    return true;
}
static_assert(is_complete(), "a row is missing, out of order or not translated");

}  // namespace

std::string_view words(Label label, CardLanguage language) noexcept {
    return table[static_cast<std::size_t>(label)]
        .words[static_cast<std::size_t>(language)];
}

Note translated_note(std::string_view english, CardLanguage language) {
    constexpr auto first = static_cast<std::size_t>(Label::note_long_question);
    for (std::size_t i = first; i < table.size(); ++i) {
        if (table.at(i).words[0] == english) {
            return {words(table.at(i).label, language), language};
        }
    }
    return {english, CardLanguage::english};
}

}  // namespace recovery
