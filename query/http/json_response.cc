// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/http/json_response.h"

#include <nlohmann/json.hpp>

namespace recovery {

Response json_response(const nlohmann::ordered_json& body) {
    Response response;
    response.headers = {{"Content-Type", "application/json"}};
    response.body =
        body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
        "\n";
    return response;
}

}  // namespace recovery
