// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/html.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/render/html_prose.h"
#include "query/render/html_writer.h"
#include "query/render/strings.h"
#include "tests/support/html_check.h"

namespace recovery {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view hostile = R"("><script>window.ran = 1</script><b a='&amp;)";

Crisis card(CrisisLevel level) {
    Crisis help;
    help.level = level;
    help.title = "Call or text 988.";
    help.steps = {"It is free.", "Danger right now? Call 911."};
    help.contacts = {
        {"Lifeline", "988", "988", "https://988lifeline.org/chat/"},
        {"Helpline", "1-800-662-4357", "", "https://www.samhsa.gov/find-help/helplines"}};
    return help;
}

PageFrame frame(CardLanguage language = CardLanguage::english) {
    PageFrame frame;
    frame.language = language;
    frame.style_href = "/recovery.css?v=1";
    frame.other_language_href = "?lang=es";
    frame.calls = {{"Emergency services", "911", "", ""}};
    return frame;
}

Hit faq() {
    Hit hit;
    hit.id = "faqs/x#how-long";
    hit.kind = Kind::faq;
    hit.title = "How long is detox?";
    hit.url = "/faqs/x";
    hit.anchor = "how-long";
    hit.excerpt = {"Days & nights of detox.", {{17, 22}}};
    return hit;
}

ResultsPage results_page(std::vector<Hit> hits, std::size_t total) {
    ResultsPage page;
    page.request.query = "detox";
    page.results.hits = std::move(hits);
    page.results.total = total;
    page.results.limit = page_hits;
    page.kinds = {{Kind::article, 3}, {Kind::faq, total}, {Kind::bio, 0}};
    return page;
}

std::string sound(std::string html) {
    EXPECT_EQ(html_fault(html), "");
    return html;
}

TEST(HtmlWriter, EscapesTextAndAttributes) {
    HtmlWriter out;
    {
        const auto list = out.element("ul");
        out.element("li", {{"title", "a\"b"}, {"lang", absent}}, "Tom & <Jerry>");
    }
    EXPECT_EQ(out.take(),
              "\n<ul>\n<li title=\"a&quot;b\">Tom &amp; &lt;Jerry&gt;</li></ul>");
}

TEST(Links, LeadOnlyToPages) {
    EXPECT_EQ(page_href("/faqs/x", "how-long"), "/faqs/x#how-long");
    EXPECT_EQ(page_href("https://example.org/a?b=1", ""), "https://example.org/a?b=1");
    EXPECT_EQ(page_href("HTTP://example.org/", ""), "HTTP://example.org/");
    EXPECT_EQ(page_href("/x", "¿hablan \"español\"?"),
              "/x#%C2%BFhablan%20%22espa%C3%B1ol%22%3F");
    for (const char* url : {"javascript:alert(1)",
                            "JavaScript:alert(1)",
                            "data:text/html,x",
                            "//example.org/",
                            "/\\example.org/",
                            "/\t/example.org/",
                            " /x",
                            "x",
                            "https:example",
                            "java\nscript:alert(1)",
                            ""}) {
        EXPECT_EQ(page_href(url, ""), std::nullopt) << url;
    }
}

TEST(Links, DialNumbers) {
    EXPECT_EQ(tel_href("911"), "tel:911");
    EXPECT_EQ(tel_href("1-800-222-1222"), "tel:+18002221222");
    EXPECT_EQ(tel_href("+44 20 7946 0000"), "tel:+442079460000");
    EXPECT_EQ(sms_href("988"), "sms:988");
    EXPECT_EQ(tel_href("911;ext=1"), std::nullopt);
    EXPECT_EQ(tel_href(""), std::nullopt);
}

TEST(Links, KeepWhatWasAskedFor) {
    SearchRequest request;
    request.query = "a&b=c #d+e";
    request.kind = Kind::bio;
    request.tags = {"co occurring"};
    request.page = 3;
    request.lang = "es";
    EXPECT_EQ(
        search_href(request),
        "/search?q=a%26b%3Dc%20%23d%2Be&type=bio&tag=co%20occurring&page=3&lang=es");
}

TEST(ResultsHtml, ShowsHelpBeforeEverythingElse) {
    ResultsPage page = results_page({faq()}, 34);
    page.help = card(CrisisLevel::red);
    page.results.notes = {"A note."};
    const std::string html = sound(results_html(page, frame()));
    const std::size_t main_part = html.find("<main");
    EXPECT_EQ(html.find('<', main_part + 1), html.find("<section class=\"help red\""));
    const auto place = [&](const char* text) { return html.find(text, main_part); };
    EXPECT_LT(place("class=\"help red\""), place("class=\"note\""));
    EXPECT_LT(place("class=\"note\""), place("<h1>"));
    EXPECT_LT(place("<h1>"), place("role=\"status\""));
    EXPECT_LT(place("role=\"status\""), place("class=\"kinds\""));
    EXPECT_LT(place("class=\"kinds\""), place("class=\"hits\""));
    EXPECT_LT(place("class=\"hits\""), place("class=\"pages\""));
}

TEST(ResultsHtml, MakesNumbersLinks) {
    ResultsPage page = results_page({faq()}, 1);
    page.help = card(CrisisLevel::red);
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html,
                HasSubstr("<span class=\"only-heard\">Emergency:</span> Call or text"));
    EXPECT_THAT(attribute_values(html, "href"),
                AllOf(Contains("tel:988"),
                      Contains("sms:988"),
                      Contains("tel:+18006624357"),
                      Contains("https://988lifeline.org/chat/")));
    EXPECT_THAT(html, HasSubstr("<li>Danger right now? Call 911.</li>"));
}

TEST(ResultsHtml, IsShortWhenADangerIsOnlyNamed) {
    ResultsPage page = results_page({faq()}, 1);
    page.help = card(CrisisLevel::amber);
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html, HasSubstr("Important:"));
    EXPECT_THAT(html, Not(HasSubstr("It is free")));
}

TEST(ResultsHtml, ShowsHelpInItsOwnLanguage) {
    ResultsPage page = results_page({faq()}, 1);
    page.help = card(CrisisLevel::red);
    page.help->language = CardLanguage::spanish;
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html, StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    EXPECT_THAT(html, HasSubstr("aria-labelledby=\"rs-help\" lang=\"es\""));
    EXPECT_THAT(html, AllOf(HasSubstr("Emergencia:"), HasSubstr("Enviar texto al 988")));
}

TEST(ResultsHtml, ListsHits) {
    Hit article = faq();
    article.kind = Kind::article;
    article.title = "Detox";
    article.section = "Cost";
    article.more = {{"Meals", "meals", "/articles/detox", {}}};
    Hit person = faq();
    person.kind = Kind::bio;
    person.title = "Mary D. Porter";
    person.credentials = {"LICDC", "MSW"};
    person.role = "Director";
    person.location = "Cincinnati";
    const std::string html =
        sound(results_html(results_page({faq(), article, person}, 34), frame()));
    EXPECT_THAT(html, HasSubstr("Showing 1–3 of 34 for <strong>“detox”</strong>"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/faqs/x#how-long\">How long is detox?</a>"));
    EXPECT_THAT(html, HasSubstr("Days &amp; nights of <mark>detox</mark>."));
    EXPECT_THAT(html, HasSubstr("<span class=\"only-heard\">Section:</span> Cost"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/articles/detox#meals\">Meals</a>"));
    EXPECT_THAT(html, HasSubstr("LICDC, MSW · Director · Cincinnati"));
    EXPECT_THAT(html, HasSubstr("aria-hidden=\"true\">MP<"));
}

TEST(ResultsHtml, CountsKindsAndHidesEmptyOnes) {
    ResultsPage page = results_page({faq()}, 34);
    page.request.kind = Kind::faq;
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html,
                HasSubstr("<a href=\"/search?q=detox\">All <span class=\"count\">37"));
    EXPECT_THAT(
        html,
        HasSubstr("<a href=\"/search?q=detox&amp;type=faq\" aria-current=\"true\">"
                  "Answers <span class=\"count\">34"));
    EXPECT_THAT(html, Not(HasSubstr("type=bio")));
}

TEST(ResultsHtml, LeadsToTheOtherPages) {
    ResultsPage page = results_page({faq()}, 34);
    page.request.page = 2;
    page.results.offset = 10;
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html, HasSubstr("href=\"/search?q=detox\" rel=\"prev\""));
    EXPECT_THAT(html, HasSubstr("href=\"/search?q=detox&amp;page=3\" rel=\"next\""));
    EXPECT_THAT(html, HasSubstr("Page 2 of 4"));
    EXPECT_THAT(html, HasSubstr("<ol class=\"hits\" start=\"11\">"));
    EXPECT_THAT(
        sound(results_html(results_page({faq()}, 1), frame())),
        AllOf(HasSubstr("One page for <strong>“detox”"), Not(HasSubstr("rel=\"next\""))));
}

TEST(ResultsHtml, SaysPlainlyThatNothingWasFound) {
    ResultsPage page = results_page({}, 0);
    page.kinds = {};
    page.request.kind = Kind::bio;
    page.request.tags = {"cost"};
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html, HasSubstr("No pages match <strong>“detox”</strong>"));
    EXPECT_THAT(
        html,
        HasSubstr("<a href=\"/search?q=detox&amp;tag=cost\">Remove filter: People"));
    EXPECT_THAT(
        html, HasSubstr("<a href=\"/search?q=detox&amp;type=bio\">Remove filter: cost"));
    EXPECT_THAT(html, HasSubstr("See all questions and answers"));
    EXPECT_THAT(html, HasSubstr("href=\"tel:911\""));
    EXPECT_THAT(html, Not(HasSubstr("<ol class=\"hits\"")));
    EXPECT_EQ(html.find("tel:911"), html.rfind("tel:911"));
}

TEST(ResultsHtml, LeadsBackFromBehindTheLastPage) {
    ResultsPage page = results_page({}, 12);
    page.request.page = 9;
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html, HasSubstr("There are only 2 pages of results."));
    EXPECT_THAT(html, HasSubstr("<a href=\"/search?q=detox\">Go to the first page"));
}

TEST(ResultsHtml, InvitesWhereNothingIsAsked) {
    const std::string html = sound(results_html({}, frame()));
    EXPECT_THAT(html,
                AllOf(HasSubstr("What do you want to know?"), HasSubstr("type=bio")));
}

TEST(ResultsHtml, SpeaksSpanish) {
    ResultsPage page = results_page({faq()}, 34);
    page.request.lang = "es";
    page.results.notes = {"Only the first 32 words of this question were searched.",
                          "Unknown note."};
    PageFrame spanish = frame(CardLanguage::spanish);
    spanish.lang = "es";
    const std::string html = sound(results_html(page, spanish));
    EXPECT_THAT(html, HasSubstr("<html lang=\"es\">"));
    EXPECT_THAT(html, HasSubstr("Se muestran 1–1 de 34 para"));
    EXPECT_THAT(html, HasSubstr("<ol class=\"hits\" lang=\"en\">"));
    EXPECT_THAT(html, HasSubstr("<p class=\"kind\" lang=\"es\">Pregunta y respuesta"));
    EXPECT_THAT(html, HasSubstr("Solo se buscaron las primeras 32 palabras"));
    EXPECT_THAT(html, HasSubstr("<p class=\"note\" lang=\"en\">Unknown note."));
    EXPECT_THAT(html, HasSubstr("name=\"lang\" value=\"es\""));
    EXPECT_THAT(html, HasSubstr("href=\"/search?q=detox&amp;type=faq&amp;lang=es\""));
}

TEST(ResultsHtml, LetsNothingFromOutsideBecomeMarkup) {
    Hit hit = faq();
    hit.kind = Kind::bio;
    hit.title = hit.section = hit.role = hit.location = hit.anchor = hostile;
    hit.credentials = {std::string(hostile)};
    hit.url = "javascript:alert(1)";
    hit.excerpt = {std::string(hostile), {{2, 10}}};
    hit.more = {{std::string(hostile), std::string(hostile), "//example.org", {}}};
    ResultsPage page = results_page({hit, faq()}, 34);
    page.request.query = hostile;
    page.request.tags = {std::string(hostile)};
    page.results.notes = {std::string(hostile)};
    page.help = card(CrisisLevel::red);
    page.help->title = page.help->steps[0] = page.help->contacts[0].label = hostile;
    page.help->contacts[0].tel = page.help->contacts[0].url = "javascript:alert(1)";
    PageFrame frame_ = frame();
    frame_.query = hostile;
    const std::string html = sound(results_html(page, frame_));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    for (const std::string& href : attribute_values(html, "href")) {
        EXPECT_TRUE(href.starts_with('/') || href.starts_with('#') ||
                    href.starts_with('?') || href.starts_with("https://") ||
                    href.starts_with("tel:") || href.starts_with("sms:"))
            << href;
        EXPECT_THAT(href, Not(HasSubstr("example.org")));
    }
    EXPECT_THAT(attribute_values(html, "value"), Contains(EndsWith("&#39;&amp;amp;")));
}

TEST(ResultsHtml, KeepsTheQuestionOutOfTheTitle) {
    const std::string html = results_html(results_page({faq()}, 1), frame());
    const std::size_t title = html.find("<title>");
    EXPECT_EQ(html.substr(title, html.find("</title>") - title).find("detox"),
              std::string::npos);
}

TEST(ResultsHtml, ShortensALetterThatWasPasted) {
    ResultsPage page = results_page({faq()}, 1);
    page.request.query = std::string(3000, 'x');
    const std::string html = sound(results_html(page, frame()));
    EXPECT_THAT(html, HasSubstr("x…”</strong>"));
}

TEST(UnavailableHtml, StillShowsHelp) {
    const std::string html = sound(unavailable_html(card(CrisisLevel::red), frame()));
    EXPECT_LT(html.find("class=\"help red\""), html.find("<h1>"));
    EXPECT_THAT(html, AllOf(HasSubstr("tel:988"), HasSubstr("tel:911")));
}

TEST(DocumentsHtml, ShowsSectionsUnderTheirAnchors) {
    WholeDocument article;
    article.head.title = "Detox";
    article.sections = {{{"", "", "", {}}, "First.\n\nSecond\nline."},
                        {{"Steps", "steps", "", {}}, "• one\n• two\n\n2. later"},
                        {{"Steps", "steps", "", {}}, "Continued."}};
    const std::string html = sound(documents_html({article}, frame()));
    EXPECT_THAT(html, HasSubstr("sample page for education"));
    EXPECT_THAT(html, HasSubstr("<p>First.</p>\n<p>Second<br>line.</p>"));
    EXPECT_THAT(html, HasSubstr("<h2 id=\"steps\">Steps</h2>"));
    EXPECT_THAT(html,
                HasSubstr("<ul>\n<li>one</li>\n<li>two</li></ul>\n<ol start=\"2\">"));
}

TEST(DocumentsHtml, ShowsAllQuestionsOfAPage) {
    WholeDocument question;
    question.head.kind = Kind::faq;
    question.head.title = "How long?";
    question.head.anchor = "how-long";
    question.sections = {{{"", "how-long", "", {}}, "Days."}};
    WholeDocument second = question;
    second.head.title = std::string(hostile);
    second.head.anchor = std::string(hostile);
    const std::string html = sound(documents_html({question, second}, frame()));
    EXPECT_THAT(html, HasSubstr("Questions and answers</h1>"));
    EXPECT_THAT(html, HasSubstr("<h2 id=\"how-long\">How long?</h2>"));
    EXPECT_THAT(sound(documents_html({question}, frame())),
                HasSubstr("<h1 id=\"how-long\">How long?</h1>"));
}

TEST(HomeHtml, LeadsToAllKinds) {
    PageFrame demo = frame();
    demo.demo = true;
    const std::string html =
        sound(home_html({{Kind::faq, 133}, {Kind::article, 38}, {Kind::bio, 9}}, demo));
    EXPECT_THAT(attribute_values(html, "href"),
                AllOf(Contains("/search?q=&amp;type=faq"),
                      Contains("/search?q=&amp;type=bio"),
                      Contains("tel:911")));
}

}  // namespace
}  // namespace recovery
