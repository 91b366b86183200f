// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace recovery {

/// What a site decides about its search. The same for all requests.
struct SiteOptions {
    std::string index_uid = "site";         ///< the name of the index in the JSON API
    std::vector<std::string> cors_origins;  ///< may ask from browsers; none: same origin
    bool demo = false;  ///< show the indexed pages too, so that hits lead somewhere
    /// Style sheet of the site, loaded after ours: a path of the same origin such as
    /// "/search.css". "" for none.
    std::string style_url;
};

}  // namespace recovery
