// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace recovery {

/// An attribute of an element; the value is plain text. It is left out when `value` is
/// `absent`.
struct Attribute {
    std::string_view name;
    std::string_view value;
};

inline constexpr std::string_view absent{};

using Attributes = std::initializer_list<Attribute>;

/// Writes HTML that is well formed and escaped by construction: all texts and attribute
/// values pass through it, and nothing but it writes a "<". Names of elements and
/// attributes must be literals.
///
/// Example:
///     HtmlWriter out;
///     {
///         const auto list = out.element("ul");
///         out.element("li", {{"class", "note"}}, "Tom & Jerry");
///     }
///     out.take();  // "\n<ul>\n<li class=\"note\">Tom &amp; Jerry</li></ul>"
class HtmlWriter {
  public:
    /// Closes its element when it goes out of scope.
    class Element {
      public:
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;
        ~Element() { writer_.close(); }

      private:
        friend class HtmlWriter;
        explicit Element(HtmlWriter& writer) : writer_(writer) {}
        HtmlWriter& writer_;
    };

    /// Opens an element for as long as what it returns lives.
    [[nodiscard]] Element element(std::string_view name, Attributes attributes = {});

    /// A whole element with nothing but text in it.
    void element(std::string_view name, Attributes attributes, std::string_view text);

    /// An element that has no end: meta, link, input.
    void single(std::string_view name, Attributes attributes);

    void text(std::string_view text);

    /// What was written, once all elements are closed.
    [[nodiscard]] std::string take();

  private:
    void open(std::string_view name, Attributes attributes);
    void close();

    std::string out_;
    std::vector<std::string_view> open_;
};

}  // namespace recovery
