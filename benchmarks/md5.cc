// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/md5.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

namespace recovery {

namespace {

constexpr std::size_t block_bytes = 64;
constexpr std::size_t length_bytes = 8;
constexpr std::size_t steps = 64;

using State = std::array<std::uint32_t, 4>;

// RFC 1321 section 3.4: T[i] is the integer part of 4294967296 times abs(sin(i)).
std::array<std::uint32_t, steps> make_sines() {
    std::array<std::uint32_t, steps> sines{};
    for (std::size_t i = 0; i < steps; ++i) {
        sines.at(i) = static_cast<std::uint32_t>(
            std::floor(std::ldexp(std::fabs(std::sin(static_cast<double>(i + 1))), 32)));
    }
    return sines;
}

// Section 3.1 and 3.2: a one bit, zeros up to a full block, then the length in bits.
std::string padded(std::string_view bytes) {
    std::string text(bytes);
    text += '\x80';
    while (text.size() % block_bytes != block_bytes - length_bytes) {
        text += '\0';
    }
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t i = 0; i < length_bytes; ++i) {
        text += static_cast<char>((bits >> (8 * i)) & 0xFFU);
    }
    return text;
}

std::uint32_t word_at(std::string_view block, std::size_t number) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        word |= std::uint32_t{static_cast<unsigned char>(block[4 * number + i])}
                << (8 * i);
    }
    return word;
}

// The function of a step and the word of the block that it takes.
struct Mix {
    std::uint32_t value;
    std::size_t word;
};

Mix mix(std::size_t step, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    switch (step / 16) {
        case 0:
            return {(b & c) | (~b & d), step};
        case 1:
            return {(b & d) | (c & ~d), (5 * step + 1) % 16};
        case 2:
            return {b ^ c ^ d, (3 * step + 5) % 16};
        default:
            return {c ^ (b | ~d), (7 * step) % 16};
    }
}

void add_block(State& state, std::string_view block) {
    static const std::array<std::uint32_t, steps> sines = make_sines();
    constexpr std::array<std::array<int, 4>, 4> turns{
        {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};
    auto [a, b, c, d] = state;
    for (std::size_t step = 0; step < steps; ++step) {
        const Mix mixed = mix(step, b, c, d);
        const std::uint32_t sum =
            a + mixed.value + word_at(block, mixed.word) + sines.at(step);
        a = d;
        d = c;
        c = b;
        b += std::rotl(sum, turns.at(step / 16).at(step % 4));
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

}  // namespace

std::string md5_hex(std::string_view bytes) {
    State state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U};
    const std::string text = padded(bytes);
    for (std::size_t at = 0; at < text.size(); at += block_bytes) {
        add_block(state, std::string_view(text).substr(at, block_bytes));
    }
    std::string hex;
    for (const std::uint32_t word : state) {
        for (unsigned i = 0; i < 4; ++i) {
            hex += fmt::format("{:02x}", (word >> (8 * i)) & 0xFFU);
        }
    }
    return hex;
}

}  // namespace recovery
