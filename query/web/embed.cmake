# SPDX-License-Identifier: GPL-2.0-or-later
#
# cmake -DOUTPUT=FILE.cc "-DFILES=A;B" -P embed.cmake: writes the files into a C++ source that
# defines `embedded_file`, declared in query/http/web_files.h.
set(rows "")
foreach(path IN LISTS FILES)
    get_filename_component(name ${path} NAME)
    file(READ ${path} bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND rows "    if (name == \"${name}\") {\n        return \"${bytes}\"sv;\n    }\n")
endforeach()
file(WRITE ${OUTPUT} "// SPDX-License-Identifier: GPL-2.0-or-later
#include \"query/http/web_files.h\"

namespace recovery {

using namespace std::string_view_literals;

std::string_view embedded_file(std::string_view name) noexcept {
${rows}    return {};
}

}  // namespace recovery
")
