// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/facets.h"

#include <algorithm>
#include <utility>

#include "indexer/base/normalise.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/values.h"

namespace recovery {

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
    if (!seen_.insert(document.get_value(slot::document_id)).second) {
        return;
    }
    for (const std::string& field : fields_) {
        if (field == "type") {
            count(field, document.get_value(slot::kind));
            continue;
        }
        const auto number = field == "tag" ? slot::tags : slot::authors;
        for (const std::string& value : decode_list(document.get_value(number))) {
            count(field, value);
        }
    }
}

void FacetSpy::count(const std::string& field, const std::string& value) {
    auto& [written, number] = counts_[field][normalise_value(value)];
    if (number == 0) {
        written = value;
    }
    ++number;
}

std::vector<Facet> FacetSpy::facets() const {
    std::vector<Facet> facets;
    for (const std::string& field : fields_) {
        Facet facet{field, {}};
        if (const auto counted = counts_.find(field); counted != counts_.end()) {
            for (const auto& [key, value] : counted->second) {
                facet.counts.push_back(value);
            }
        }
        std::stable_sort(
            facet.counts.begin(), facet.counts.end(), [](const auto& a, const auto& b) {
                return a.second > b.second;
            });
        facets.push_back(std::move(facet));
    }
    return facets;
}

}  // namespace recovery
