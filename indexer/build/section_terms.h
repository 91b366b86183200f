// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include <xapian.h>

#include "indexer/document/document.h"
#include "indexer/schema/analysis.h"

namespace recovery {

/// The Xapian document of section `part` of `document`: terms, values and data as the
/// schema table says (`indexer/schema/fields.h`). Depends on nothing but its arguments,
/// so that the same corpus always gives the same terms.
///
/// The description of a page is searched with its first section.
[[nodiscard]] Xapian::Document section_terms(const Document& document,
                                             std::size_t part,
                                             Stemmer& stemmer);

}  // namespace recovery
