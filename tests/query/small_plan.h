/* A small plan with something of everything that can be asked about. */
#ifndef TESTS_QUERY_SMALL_PLAN_H
#define TESTS_QUERY_SMALL_PLAN_H

static const char small_profile[] =
	"jednotka_částek: tis_kč\n"
	"úrovně:\n"
	"  - úroveň: cíl\n"
	"  - úroveň: opatření\n    je_opatření: true\n"
	"stavy:\n"
	"  - kód: hotovo\n    označení: splněno beze zbytku\n    třída: splněno\n"
	"  - kód: napul\n    označení: splněno napůl\n    třída: částečně\n";

static const char small_plan[] =
	"skupiny:\n"
	"  - id: seniori\n    název: Senioři\n    vedoucí:\n      - osoba: novakova-p\n"
	"  - id: rodiny\n    název: Rodiny\n"
	"osoby:\n"
	"  - id: novakova-p\n    jméno: Petra Nováková\n"
	"organizace:\n"
	"  - id: charita\n    název: Oblastní Charita\n"
	"služby:\n"
	"  - id: odlehcovaci\n    název: Odlehčovací služba\n    poskytovatel: charita\n"
	"plány:\n"
	"  - id: plan\n    název: Plán\n    cíle:\n"
	"      - id: doma\n        kód: \"2\"\n        název: Žít doma\n"
	"        skupiny:\n          - skupina: seniori\n"
	"        opatření:\n"
	"          - id: pece\n            kód: \"2.9\"\n            název: Rozšířit péči\n"
	"            odpovídá: novakova-p\n            služby:\n              - odlehcovaci\n"
	"            nejpozději: 2024-06-30\n            průřezová: true\n"
	"            povaha: měkká\n"
	"            náklady:\n              - rok: 2023\n                částka: 12.5\n"
	"              - rok: 2024\n                částka: 20\n"
	"          - id: jidelna\n            kód: \"2.10\"\n            název: Otevřít jídelnu\n"
	"            stav: splněno napůl\n            nejpozději: 2025-01-31\n"
	"            průřezová: false\n"
	"            skupiny:\n              - skupina: rodiny\n"
	"vyhodnocení:\n"
	"  - id: v2023\n    název: Rok 2023\n    rok: 2023\n    výsledky:\n"
	"      - opatření: pece\n        stav: napul\n"
	"      - opatření: jidelna\n        stav: hotovo\n"
	"  - id: v2024\n    název: Rok 2024\n    rok: 2024\n    výsledky:\n"
	"      - opatření: pece\n        stav: hotovo\n"
	"      - opatření: jidelna\n        stav: napul\n";

#endif
