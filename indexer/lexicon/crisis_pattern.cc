// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_pattern.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "indexer/base/ascii.h"
#include "indexer/base/error.h"

namespace recovery {

namespace {

constexpr std::uint8_t short_gap = 2;
constexpr std::uint8_t long_gap = 5;
constexpr std::uint8_t default_window = 10;
constexpr unsigned max_gap = 60;
constexpr std::size_t max_optional = 4;

struct OptionalElement {
    CrisisPattern::Element element;
    bool optional = false;
};

class PatternReader {
  public:
    PatternReader(std::string_view text, const ClassLookup& lookup)
        : text_(text), lookup_(lookup) {}

    std::vector<CrisisPattern> read() {
        std::string_view rest = trim_ascii(text_);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            piece(rest.substr(0, end));
            rest = trim_ascii(rest.substr(end));
        }
        check();
        return variants();
    }

  private:
    [[noreturn]] void fail(std::string_view why) const {
        throw Error{ErrorCode::usage, fmt::format("pattern \"{}\": {}", text_, why)};
    }

    [[nodiscard]] std::uint8_t number(std::string_view digits) const {
        unsigned value = 0;
        const char* const end = digits.data() + digits.size();
        const auto [last, error] = std::from_chars(digits.data(), end, value);
        if (error != std::errc{} || last != end || value > max_gap) {
            fail(fmt::format("expected a number of words up to {}", max_gap));
        }
        return static_cast<std::uint8_t>(value);
    }

    void piece(std::string_view piece) {
        if (piece == "^" && elements_.empty()) {
            head_.at_start = true;
        } else if (piece == "$") {
            head_.at_end = true;
        } else if (piece == "..") {
            set_gap(short_gap);
        } else if (piece == "...") {
            set_gap(long_gap);
        } else if (piece == "&") {
            head_.ordered = false;
            ++joints_;
        } else if (piece.front() == '~') {
            set_gap(number(piece.substr(1)));
        } else if (piece.front() == '@') {
            window_ = number(piece.substr(1));
        } else {
            element(piece);
        }
    }

    void set_gap(std::uint8_t gap) {
        if (gap_ || elements_.empty()) {
            fail("a gap stands between two words");
        }
        gap_ = gap;
    }

    void element(std::string_view piece) {
        const bool optional = piece.size() > 1 && piece.back() == '?';
        if (optional) {
            piece.remove_suffix(1);
        }
        elements_.push_back({{lookup_(piece), gap_.value_or(0)}, optional});
        gap_.reset();
    }

    void check() const {
        std::size_t optional = 0;
        for (const OptionalElement& element : elements_) {
            optional += element.optional ? 1 : 0;
        }
        if (elements_.size() == optional) {
            fail("nothing in it is required");
        }
        if (optional > max_optional) {
            fail("too many optional words");
        }
        if (gap_) {
            fail("a gap stands between two words");
        }
        if (!head_.ordered && (joints_ + 1 != elements_.size() || optional > 0)) {
            fail("with & between some words it must stand between all, none optional");
        }
        if (head_.ordered && window_) {
            fail("@ needs words joined by &");
        }
    }

    [[nodiscard]] std::vector<CrisisPattern> variants() const {
        std::vector<CrisisPattern> patterns{head_};
        patterns.front().window = head_.ordered ? 0 : window_.value_or(default_window);
        for (const OptionalElement& element : elements_) {
            const std::size_t count = patterns.size();
            for (std::size_t i = 0; i < count; ++i) {
                if (element.optional) {
                    patterns.push_back(patterns[i]);
                }
                patterns[i].elements.push_back(element.element);
            }
        }
        return patterns;
    }

    std::string_view text_;
    const ClassLookup& lookup_;
    CrisisPattern head_;
    std::vector<OptionalElement> elements_;
    std::optional<std::uint8_t> gap_;
    std::optional<std::uint8_t> window_;
    std::size_t joints_ = 0;
};

}  // namespace

std::vector<CrisisPattern> parse_crisis_pattern(std::string_view text,
                                                const ClassLookup& lookup) {
    return PatternReader(text, lookup).read();
}

}  // namespace recovery
