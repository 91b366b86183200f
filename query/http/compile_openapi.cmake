# SPDX-License-Identifier: GPL-2.0-or-later
# Writes OUTPUT, a source that defines openapi_json() as the bytes of INPUT.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUTPUT} "#include \"query/http/openapi.h\"

namespace recovery {

namespace {

constexpr unsigned char bytes[] = {${bytes}};

}  // namespace

std::string_view openapi_json() noexcept {
    return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

}  // namespace recovery
")
