// SPDX-License-Identifier: GPL-2.0-or-later
//
// compile_lexicon DIR OUT: checks the lexicon in DIR and writes it to OUT as C++ source
// that defines what built_in.h declares. Part of the build; a broken lexicon breaks it.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "indexer/lexicon/crisis_codec.h"
#include "indexer/lexicon/lexicon_folder.h"

namespace {

// String literals compile many times faster than lists of numbers.
void write_source(const std::string& bytes,
                  const std::string& fingerprint,
                  const char* file) {
    constexpr std::size_t bytes_a_line = 24;
    std::ofstream out(file, std::ios::trunc);
    out << "#include \"indexer/lexicon/built_in.h\"\n\n"
           "namespace recovery {\n\nnamespace {\n\n"
           "constexpr char bytes[] =";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out << (i % bytes_a_line != 0 ? ""
                : i == 0              ? "\n    \""
                                      : "\"\n    \"")
            << fmt::format("\\{:03o}", static_cast<unsigned char>(bytes[i]));
    }
    out << "\";\n\n}  // namespace\n\n"
           "std::string_view built_in_crisis_rules() noexcept {\n"
           "    return {bytes, sizeof bytes - 1};\n}\n\n"
           "std::string_view built_in_lexicon_fingerprint() noexcept {\n"
           "    return \""
        << fingerprint
        << "\";\n}\n\n"
           "}  // namespace recovery\n";
    out.close();
    if (!out) {
        throw std::runtime_error(fmt::format("{}: cannot be written", file));
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: compile_lexicon DIR OUT\n");
        return 2;
    }
    try {
        const recovery::CrisisRules rules = recovery::load_lexicon_folder(argv[1]);
        write_source(recovery::encode_crisis_rules(rules),
                     recovery::lexicon_fingerprint(argv[1]),
                     argv[2]);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "compile_lexicon: {}\n", error.what());
        return 2;
    }
}
