// SPDX-License-Identifier: GPL-2.0-or-later
//
// How long it takes to see danger in a question. It happens before every search, so it
// may take no more than 50 microseconds for a question of ten words.
#include "query/question/crisis.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>

namespace recovery {

namespace {

// About ten words each, written for this file.
constexpr std::array<std::string_view, 24> ordinary{
    "how long does ketamine stay in your urine after one use",
    "is gabapentin physically addictive if you take it as prescribed",
    "what is the difference between suboxone and methadone for treatment",
    "does medicaid in ohio pay for thirty days of rehab",
    "can i keep my job while i go to intensive outpatient",
    "who is the counselor that works with first responders there",
    "what should i pack for my first week of detox",
    "how do i tell my kids that their dad drinks",
    "naltrexone shot side effects how long do they usually last",
    "what happens in group therapy and do i have to talk",
    "is it normal to dream about using after six months sober",
    "does the family program meet in person or only online",
    "kratom withdrawal timeline day by day what should i expect",
    "what does lcdc iii mean after the name of a counselor",
    "can you take antidepressants and still count as being clean",
    "how to support a friend who just came out of rehab",
    "whats the diffrence between residental and partial hospitalisation programs",
    "do drug tests at work find delta 8 gummies or not",
    "my doctor wants to lower my xanax slowly is that right",
    "are visiting hours on sunday open for children under twelve",
    "hay un consejero que hable español en el programa de familias",
    "naloxone nasal spray where to get it for free near me",
    "why do i crave sugar since i stopped drinking last month",
    "what is post acute withdrawal and how long does it last"};

constexpr std::array<std::string_view, 16> dangerous{
    "my son wont wake up he took some blue pills tonight",
    "i dont want to be here anymore nobody would even notice",
    "she is breathing really slow and her lips are turning blue",
    "i took a whole bottle of tylenol and now im scared",
    "he stopped drinking yesterday and now he is shaking and seeing things",
    "my toddler swallowed one of my suboxone strips what do i do",
    "i want to kill myself i cant stop using and failed",
    "hes snoring weird and i cant wake him up after heroin",
    "my freind overdosed and i dont have any narcan left help",
    "thinking about ending it all tonight i have the pills here",
    "can u die from mixing xanax and alcohol i just did",
    "my wife is having a seizure she quit benzos cold turkey",
    "mi hermano no respira bien tomo muchas pastillas y no despierta",
    "i relapsed last night and everyone would be better off without me",
    "boyfriend hits me when he is high and i am afraid",
    "pls help he isnt breething his face is grey what now"};

void recognise_each(benchmark::State& state, std::span<const std::string_view> texts) {
    benchmark::DoNotOptimize(recognise_crisis(texts.front()));  // made at the first call
    std::size_t next = 0;
    std::size_t recognised = 0;
    for (auto iteration : state) {
        const auto found = recognise_crisis(texts[next]);
        recognised += found ? 1 : 0;
        next = next + 1 == texts.size() ? 0 : next + 1;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["recognised_percent"] = benchmark::Counter(
        100 * static_cast<double>(recognised), benchmark::Counter::kAvgIterations);
}

void ordinary_question(benchmark::State& state) {
    recognise_each(state, ordinary);
}

void dangerous_question(benchmark::State& state) {
    recognise_each(state, dangerous);
}

// As long as is read at all, without danger, so that every rule looks at all of it.
void letter_of_16_kib(benchmark::State& state) {
    std::string letter;
    for (std::size_t i = 0; letter.size() < max_crisis_bytes; ++i) {
        letter += ordinary.at(i % ordinary.size());
        letter += i % 3 == 2 ? ".\n\n" : ". ";
    }
    letter.resize(max_crisis_bytes);
    const std::array<std::string_view, 1> letters{letter};
    recognise_each(state, letters);
    state.SetBytesProcessed(state.iterations() *
                            static_cast<std::int64_t>(letter.size()));
}

BENCHMARK(ordinary_question)->Unit(benchmark::kMicrosecond);
BENCHMARK(dangerous_question)->Unit(benchmark::kMicrosecond);
BENCHMARK(letter_of_16_kib)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace recovery

BENCHMARK_MAIN();
