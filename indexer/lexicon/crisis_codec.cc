// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "indexer/base/error.h"

namespace recovery {

namespace {

constexpr std::string_view format_mark = "crisis-rules 3\n";

[[noreturn]] void fail(const char* why) {
    throw Error{ErrorCode::index_corrupt,
                std::string("the crisis rules cannot be read: ") + why,
                "build the index again with recovery-index"};
}

class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) {}

    template <typename T>
    void value(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            number(static_cast<std::uint64_t>(value));
        } else {
            number(value);
        }
    }
    void value(const std::string& text) {
        number(text.size());
        out_ += text;
    }
    void value(float real) { number(std::bit_cast<std::uint32_t>(real)); }
    void value(const std::vector<std::int8_t>& bytes) {
        number(bytes.size());
        out_.append(bytes.begin(), bytes.end());
    }
    std::size_t size(std::size_t count) {
        number(count);
        return count;
    }

  private:
    void number(std::uint64_t value) {
        constexpr std::uint64_t more = 0x80;
        for (; value >= more; value >>= 7U) {
            out_ += static_cast<char>(value | more);
        }
        out_ += static_cast<char>(value);
    }

    std::string& out_;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    template <typename T>
    void value(T& value) {
        const std::uint64_t read = number();
        if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(checked<std::underlying_type_t<T>>(read));
        } else if constexpr (std::is_same_v<T, bool>) {
            value = read != 0;
        } else {
            value = checked<T>(read);
        }
    }
    void value(std::string& text) {
        const std::size_t bytes = size(0);
        text = bytes_.substr(0, bytes);
        bytes_.remove_prefix(bytes);
    }
    void value(float& real) {
        real = std::bit_cast<float>(checked<std::uint32_t>(number()));
        if (!std::isfinite(real)) {
            fail("a number is out of range");
        }
    }
    void value(std::vector<std::int8_t>& bytes) {
        const std::string_view read = bytes_.substr(0, size(0));
        bytes.assign(read.begin(), read.end());
        bytes_.remove_prefix(read.size());
    }
    // Each item takes a byte at least, so a count beyond the bytes left is a lie.
    std::size_t size(std::size_t) {
        const std::uint64_t count = number();
        if (count > bytes_.size()) {
            fail("they end early");
        }
        return static_cast<std::size_t>(count);
    }
    [[nodiscard]] bool done() const { return bytes_.empty(); }

  private:
    template <typename T>
    static T checked(std::uint64_t value) {
        if (value > std::numeric_limits<T>::max()) {
            fail("a number is out of range");
        }
        return static_cast<T>(value);
    }
    std::uint64_t number() {
        constexpr unsigned max_shift = 28;
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift <= max_shift; shift += 7) {
            if (bytes_.empty()) {
                fail("they end early");
            }
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U) {
                return value;
            }
        }
        fail("a number is out of range");
    }

    std::string_view bytes_;
};

// What follows names every field once, for both directions.

template <typename Archive, typename T>
void fields(Archive& archive, T& value) {
    archive.value(value);
}

template <typename Archive, typename List>
void list_fields(Archive& archive, List& list) {
    const std::size_t count = archive.size(list.size());
    if constexpr (std::is_same_v<Archive, Reader>) {
        list.resize(count);
    }
    for (auto& item : list) {
        fields(archive, item);
    }
}

template <typename Archive, typename T>
void fields(Archive& archive, std::vector<T>& list) {
    list_fields(archive, list);
}

template <typename Archive, typename T, std::size_t Count>
void fields(Archive& archive, std::array<T, Count>& list) {
    for (T& item : list) {
        fields(archive, item);
    }
}

template <typename Archive>
void fields(Archive& archive, std::vector<std::int8_t>& bytes) {
    archive.value(bytes);
}

template <typename Archive>
void fields(Archive& archive, CrisisContact& contact) {
    fields(archive, contact.id);
    fields(archive, contact.label);
    fields(archive, contact.tel);
    fields(archive, contact.sms);
    fields(archive, contact.url);
    fields(archive, contact.source);
    fields(archive, contact.checked);
}

template <typename Archive>
void fields(Archive& archive, CrisisCard& card) {
    fields(archive, card.family);
    fields(archive, card.title);
    fields(archive, card.amber_title);
    fields(archive, card.steps);
    fields(archive, card.contacts);
}

template <typename Archive>
void fields(Archive& archive, CrisisWord& word) {
    fields(archive, word.text);
    fields(archive, word.fuzzy);
}

template <typename Archive>
void fields(Archive& archive, CrisisClass& word_class) {
    fields(archive, word_class.phrases);
    fields(archive, word_class.ignorable);
}

template <typename Archive>
void fields(Archive& archive, CrisisPattern::Element& element) {
    fields(archive, element.word_class);
    fields(archive, element.gap);
}

template <typename Archive>
void fields(Archive& archive, CrisisPattern& pattern) {
    fields(archive, pattern.elements);
    fields(archive, pattern.ordered);
    fields(archive, pattern.window);
    fields(archive, pattern.at_start);
    fields(archive, pattern.at_end);
}

template <typename Archive>
void fields(Archive& archive, CrisisRule& rule) {
    fields(archive, rule.level);
    fields(archive, rule.language);
    fields(archive, rule.card);
    fields(archive, rule.only_if_plausible);
    fields(archive, rule.any);
    fields(archive, rule.unless);
}

template <typename Archive>
void fields(Archive& archive, CrisisOutcome& outcome) {
    fields(archive, outcome.nothing);
    fields(archive, outcome.level);
    fields(archive, outcome.card);
}

template <typename Archive>
void fields(Archive& archive, CrisisModel& model) {
    fields(archive, model.outcomes);
    fields(archive, model.bias);
    fields(archive, model.scale);
    fields(archive, model.marks);
    fields(archive, model.weights);
}

template <typename Archive>
void fields(Archive& archive, CrisisRules& rules) {
    fields(archive, rules.words);
    fields(archive, rules.classes);
    fields(archive, rules.idioms);
    fields(archive, rules.traps);
    fields(archive, rules.cues);
    fields(archive, rules.rules);
    fields(archive, rules.cards);
    fields(archive, rules.contacts);
    fields(archive, rules.model);
}

void check_patterns(const CrisisRules& rules,
                    const std::vector<CrisisPattern>& patterns) {
    for (const CrisisPattern& pattern : patterns) {
        if (pattern.elements.empty()) {
            fail("a pattern is empty");
        }
        for (const CrisisPattern::Element& element : pattern.elements) {
            if (element.word_class >= rules.classes.size()) {
                fail("a pattern names no class");
            }
        }
    }
}

void check_classes(const CrisisRules& rules) {
    for (const CrisisClass& word_class : rules.classes) {
        for (const CrisisPhrase& phrase : word_class.phrases) {
            if (phrase.empty()) {
                fail("a phrase is empty");
            }
            for (const std::uint16_t word : phrase) {
                if (word >= rules.words.size()) {
                    fail("a phrase names no word");
                }
            }
        }
    }
}

void check_cards(const CrisisRules& rules) {
    for (const CrisisCard& card : rules.cards) {
        for (const std::vector<std::uint16_t>& contacts : card.contacts) {
            if (contacts.empty()) {
                fail("a card has no contact");
            }
            for (const std::uint16_t contact : contacts) {
                if (contact >= rules.contacts.size()) {
                    fail("a card names no contact");
                }
            }
        }
    }
}

void check_model(const CrisisRules& rules) {
    const CrisisModel& model = rules.model;
    if (model.empty()) {
        return;
    }
    if (model.outcomes.size() >= crisis_outputs || model.marks.size() != crisis_buckets ||
        model.weights.size() != crisis_buckets * crisis_outputs) {
        fail("the model has another size");
    }
    for (const CrisisOutcome& outcome : model.outcomes) {
        if (outcome.card >= rules.cards.size() || outcome.level > CrisisLevel::red) {
            fail("an outcome names no card");
        }
    }
    if (!model.outcomes.front().nothing) {
        fail("the first outcome is not \"nothing\"");
    }
}

}  // namespace

void check_crisis_rules(const CrisisRules& rules) {
    check_classes(rules);
    check_patterns(rules, rules.idioms);
    check_patterns(rules, rules.traps);
    check_patterns(rules, rules.cues);
    check_cards(rules);
    check_model(rules);
    for (const CrisisRule& rule : rules.rules) {
        check_patterns(rules, rule.any);
        check_patterns(rules, rule.unless);
        if (rule.card >= rules.cards.size() || rule.level > CrisisLevel::red ||
            static_cast<std::size_t>(rule.language) >= card_languages) {
            fail("a rule names no card");
        }
    }
}

std::string encode_crisis_rules(const CrisisRules& rules) {
    std::string out(format_mark);
    Writer writer(out);
    CrisisRules copy = rules;  // one list of fields serves both directions
    fields(writer, copy);
    return out;
}

CrisisRules decode_crisis_rules(std::string_view bytes) {
    if (!bytes.starts_with(format_mark)) {
        fail("they are of another form");
    }
    Reader reader(bytes.substr(format_mark.size()));
    CrisisRules rules;
    fields(reader, rules);
    if (!reader.done()) {
        fail("they go on behind their end");
    }
    check_crisis_rules(rules);
    return rules;
}

}  // namespace recovery
