// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace recovery {

/// A small set of crisis rules, complete and free of mistakes: red for somebody who does
/// not wake, support for stopping.
inline std::string sample_crisis_yaml() {
    return R"(contacts:
  emergency:
    label: {en: "Emergency", es: "Emergencia"}
    tel: "911"
    source: "fcc.gov"
    checked: 2026-11-23
  samhsa:
    label: {en: "Helpline", es: "Ayuda"}
    tel: "1-800-662-4357"
    url: "https://www.samhsa.gov/"
    source: "samhsa.gov"
    checked: 2026-11-23
cards:
  asleep:
    title: {en: "Call 911.", es: "Llame al 911."}
    amber_title: {en: "Will not wake?", es: "No despierta?"}
    steps: {en: ["Call."], es: ["Llame."]}
    contacts: {en: [emergency], es: [emergency, samhsa]}
  quit:
    title: {en: "Ask a doctor.", es: "Pregunte a un doctor."}
    steps: {en: [], es: []}
    contacts: {en: [samhsa], es: [samhsa]}
drugs:
  opioid: [heroin, blue heaven]
classes:
  not: [=not, wont, cant]
  wake: [wak(e/es/ing), respond]
idioms:
  - wont wake the baby
traps:
  - wake ... training
cues:
  - right now
rules:
  - card: asleep
    level: red
    any:
      - <not> .. <wake>
      - blue & lips @4
    unless:
      - wont ever wake
  - card: asleep
    level: amber
    any:
      - wake
  - card: quit
    level: support
    any:
      - ^ quit? smoking|drinking $
)";
}

}  // namespace recovery
