// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/http/search_service.h"

namespace recovery {

/// The service of a server that has no worker to spare. It asks no index and recognises
/// danger all the same, so that an answer without results still says whom to call.
class BusyService : public SearchService {
  public:
    Results search(const Question& question, const SearchOptions& options) override;
    std::optional<WholeDocument> document(const std::string& id) override;
    std::optional<Crisis> recognise_crisis(std::string_view text) override;
    IndexState state() override;
};

}  // namespace recovery
