// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon/crisis_yaml.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "indexer/base/date.h"
#include "indexer/base/error.h"
#include "indexer/lexicon/crisis_pattern.h"
#include "indexer/lexicon/crisis_vocabulary.h"

namespace recovery {

namespace {

constexpr std::array<const char*, card_languages> language_names{"en", "es"};

class CrisisReader {
  public:
    explicit CrisisReader(std::string_view file) : file_(file) {}

    CrisisRules read(const YAML::Node& root) {
        if (!root.IsMap()) {
            fail(root, "expected keys such as \"rules:\"");
        }
        check_keys(root,
                   {"contacts",
                    "cards",
                    "drugs",
                    "classes",
                    "idioms",
                    "traps",
                    "cues",
                    "rules"});
        read_contacts(required(root, "contacts"));
        read_cards(required(root, "cards"));
        read_classes(root["drugs"], &CrisisVocabulary::add_drugs);
        read_classes(root["classes"], &CrisisVocabulary::add_class);
        rules_.idioms = patterns(root["idioms"]);
        rules_.traps = patterns(root["traps"]);
        rules_.cues = patterns(root["cues"]);
        read_rules(required(root, "rules"));
        rules_.words = vocabulary_.take_words();
        rules_.classes = vocabulary_.take_classes();
        return std::move(rules_);
    }

  private:
    [[noreturn]] void fail(const YAML::Node& node, std::string_view why) const {
        throw Error{ErrorCode::usage,
                    fmt::format("{}:{}: {}", file_, node.Mark().line + 1, why)};
    }

    /// Runs `action`, whose Errors do not know the place, for a node.
    template <typename Action>
    auto at(const YAML::Node& node, Action action) const {
        try {
            return action();
        } catch (const Error& error) {
            fail(node, error.what());
        }
    }

    YAML::Node required(const YAML::Node& node, const char* key) const {
        const YAML::Node value = node[key];
        if (!value || value.IsNull()) {
            fail(node, fmt::format("\"{}\" is missing", key));
        }
        return value;
    }

    void check_keys(const YAML::Node& node,
                    std::initializer_list<std::string_view> known) const {
        for (const auto& entry : node) {
            const std::string key = entry.first.as<std::string>();
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                fail(entry.first, fmt::format("unknown key \"{}\"", key));
            }
        }
    }

    std::string text(const YAML::Node& node) const {
        if (!node.IsScalar() || node.Scalar().empty()) {
            fail(node, "expected text");
        }
        return node.Scalar();
    }

    std::vector<std::string> texts(const YAML::Node& node) const {
        if (!node.IsSequence()) {
            fail(node, "expected a list");
        }
        std::vector<std::string> list;
        for (const YAML::Node& item : node) {
            list.push_back(text(item));
        }
        return list;
    }

    CardText card_text(const YAML::Node& node) const {
        CardText out;
        for (std::size_t i = 0; i < card_languages; ++i) {
            out[i] = text(required(node, language_names[i]));
        }
        return out;
    }

    void read_contacts(const YAML::Node& node) {
        for (const auto& entry : node) {
            const YAML::Node& value = entry.second;
            check_keys(value, {"label", "tel", "sms", "url", "source", "checked"});
            CrisisContact contact;
            contact.id = text(entry.first);
            contact.label = card_text(required(value, "label"));
            contact.tel = text(required(value, "tel"));
            contact.sms = value["sms"] ? text(value["sms"]) : "";
            contact.url = value["url"] ? text(value["url"]) : "";
            contact.source = text(required(value, "source"));
            contact.checked = text(required(value, "checked"));
            if (parse_date(contact.checked) != contact.checked) {
                fail(value["checked"], "\"checked\" is a day: YYYY-MM-DD");
            }
            contacts_.emplace(contact.id,
                              static_cast<std::uint16_t>(rules_.contacts.size()));
            rules_.contacts.push_back(std::move(contact));
        }
    }

    std::vector<std::uint16_t> contact_list(const YAML::Node& node) const {
        std::vector<std::uint16_t> list;
        for (const std::string& id : texts(node)) {
            const auto known = contacts_.find(id);
            if (known == contacts_.end()) {
                fail(node, fmt::format("there is no contact \"{}\"", id));
            }
            list.push_back(known->second);
        }
        if (list.empty()) {
            fail(node, "a card needs a contact");
        }
        return list;
    }

    void read_cards(const YAML::Node& node) {
        for (const auto& entry : node) {
            const YAML::Node& value = entry.second;
            check_keys(value, {"title", "amber_title", "steps", "contacts"});
            CrisisCard card;
            card.family = text(entry.first);
            card.title = card_text(required(value, "title"));
            card.amber_title =
                value["amber_title"] ? card_text(value["amber_title"]) : card.title;
            const YAML::Node steps = required(value, "steps");
            const YAML::Node contacts = required(value, "contacts");
            for (std::size_t i = 0; i < card_languages; ++i) {
                card.steps[i] = texts(required(steps, language_names[i]));
                card.contacts[i] = contact_list(required(contacts, language_names[i]));
            }
            cards_.emplace(card.family, static_cast<std::uint16_t>(rules_.cards.size()));
            rules_.cards.push_back(std::move(card));
        }
    }

    void read_classes(const YAML::Node& node,
                      std::uint16_t (CrisisVocabulary::*add)(
                          std::string_view, const std::vector<std::string>&)) {
        if (!node || node.IsNull()) {
            return;
        }
        for (const auto& entry : node) {
            const std::string name = text(entry.first);
            const std::vector<std::string> entries = texts(entry.second);
            at(entry.first, [&] { return (vocabulary_.*add)(name, entries); });
        }
    }

    std::vector<CrisisPattern> patterns(const YAML::Node& node) {
        std::vector<CrisisPattern> list;
        if (!node || node.IsNull()) {
            return list;
        }
        const ClassLookup lookup = [&](std::string_view element) {
            return vocabulary_.element_class(element);
        };
        for (const YAML::Node& item : node) {
            for (CrisisPattern& pattern :
                 at(item, [&] { return parse_crisis_pattern(text(item), lookup); })) {
                list.push_back(std::move(pattern));
            }
        }
        return list;
    }

    void read_rules(const YAML::Node& node) {
        for (const YAML::Node& value : node) {
            check_keys(
                value,
                {"card", "level", "language", "only_if_plausible", "any", "unless"});
            CrisisRule rule;
            const std::string card = text(required(value, "card"));
            if (!cards_.contains(card)) {
                fail(value, fmt::format("there is no card \"{}\"", card));
            }
            rule.card = cards_.at(card);
            rule.level = level(required(value, "level"));
            rule.language =
                value["language"] ? language(value["language"]) : CardLanguage::english;
            if (const YAML::Node plausible = value["only_if_plausible"]) {
                rule.only_if_plausible = truth(plausible);
            }
            rule.any = patterns(required(value, "any"));
            rule.unless = patterns(value["unless"]);
            rules_.rules.push_back(std::move(rule));
        }
    }

    bool truth(const YAML::Node& node) const {
        const std::string word = text(node);
        if (word != "true" && word != "false") {
            fail(node, "expected true or false");
        }
        return word == "true";
    }

    CrisisLevel level(const YAML::Node& node) const {
        const std::string name = text(node);
        if (name == "red") {
            return CrisisLevel::red;
        }
        if (name == "amber") {
            return CrisisLevel::amber;
        }
        if (name == "support") {
            return CrisisLevel::support;
        }
        fail(node, "a level is red, amber or support");
    }

    CardLanguage language(const YAML::Node& node) const {
        const std::string name = text(node);
        if (name == "en") {
            return CardLanguage::english;
        }
        if (name == "es") {
            return CardLanguage::spanish;
        }
        fail(node, "a language is en or es");
    }

    std::string_view file_;
    CrisisRules rules_;
    CrisisVocabulary vocabulary_;
    std::unordered_map<std::string, std::uint16_t> contacts_;
    std::unordered_map<std::string, std::uint16_t> cards_;
};

}  // namespace

CrisisRules load_crisis_rules(std::string_view yaml, std::string_view file) {
    try {
        return CrisisReader(file).read(YAML::Load(std::string(yaml)));
    } catch (const YAML::Exception& error) {
        throw Error{ErrorCode::usage,
                    fmt::format("{}:{}: {}", file, error.mark.line + 1, error.msg)};
    }
}

}  // namespace recovery
