// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema/values.h"

#include "indexer/base/error.h"

namespace recovery {

namespace {

[[noreturn]] void corrupt() {
    throw Error{ErrorCode::index_corrupt,
                "a record of the index cannot be read",
                "build the index again with recovery-index"};
}

}  // namespace

void FieldEncoder::number(std::uint64_t value) {
    while (value >= 0x80U) {
        bytes_.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
        value >>= 7U;
    }
    bytes_.push_back(static_cast<char>(value));
}

void FieldEncoder::text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
}

void FieldEncoder::list(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) {
        text(value);
    }
}

std::uint64_t FieldDecoder::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (rest_.empty()) {
            corrupt();
        }
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) {
            return value;
        }
    }
    corrupt();
}

std::string_view FieldDecoder::text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
        corrupt();
    }
    const std::string_view value = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(value.size());
    return value;
}

std::vector<std::string> FieldDecoder::list() {
    const std::uint64_t count = number();
    if (count > rest_.size()) {
        corrupt();
    }
    std::vector<std::string> values;
    values.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count; ++i) {
        values.emplace_back(text());
    }
    return values;
}

void FieldDecoder::finish() const {
    if (!rest_.empty()) {
        corrupt();
    }
}

std::string encode_list(const std::vector<std::string>& values) {
    if (values.empty()) {
        return {};
    }
    FieldEncoder encoder;
    encoder.list(values);
    return encoder.bytes();
}

std::vector<std::string> decode_list(std::string_view bytes) {
    if (bytes.empty()) {
        return {};
    }
    FieldDecoder decoder(bytes);
    std::vector<std::string> values = decoder.list();
    decoder.finish();
    return values;
}

}  // namespace recovery
