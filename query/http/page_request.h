// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/http/request.h"
#include "query/render/html_links.h"
#include "query/render/strings.h"

namespace recovery {

/// At most so many tags of an address are heeded.
inline constexpr std::size_t max_request_tags = 8;

/// What `/search?q=&type=&tag=&page=&lang=` asks for. A kind, page or language that is
/// none is as if it were not there; `tag` may come several times.
[[nodiscard]] SearchRequest read_search_request(const Request& request);

/// The language of the pages: `lang=`, else what the browser plainly prefers, else
/// English. Spanish is preferred when no other language stands above it in
/// Accept-Language.
[[nodiscard]] CardLanguage page_language(const Request& request);

/// The language of that code, "en" or "es".
[[nodiscard]] std::optional<CardLanguage> language_from_code(std::string_view code);

}  // namespace recovery
