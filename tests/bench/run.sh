#!/bin/sh
# Makes the trees, measures and prints the table. Run by the targets `bench` and `bench_quick`:
# run.sh [--quick] CONFIGURATION KPSS GENERATE EVENTS EMPTY MEASURE PACKAGES
set -eu
export LC_ALL=C

quick=
rounds=9
many_rounds=101
towns=447
if [ "$1" = --quick ]; then
	shift
	quick=yes
	rounds=3
	many_rounds=21
	towns=45
fi
configuration=$1 kpss=$2 generate=$3 events=$4 empty=$5 measure=$6 packages=$7

if [ "$configuration" != Release ]; then
	echo "bench: '$configuration' is no build to measure; configure with -DCMAKE_BUILD_TYPE=Release" >&2
	exit 1
fi

trees=$(mktemp -d "${TMPDIR:-/tmp}/kpss-bench.XXXXXX")
trap 'rm -rf "$trees"' EXIT
trap 'exit 130' INT TERM

# The trees.
printf 'town:   %s\n' "$("$generate" town "$trees/town")"
printf 'region: %s\n' "$("$generate" region "$trees/region" "$towns")"
"$generate" broken "$trees/broken" "$towns" >"$trees/broken.count"
bytes_below() {
	find "$1" -name '*.yaml' -exec cat {} + | wc -c
}
town_bytes=$(bytes_below "$trees/town")
region_bytes=$(bytes_below "$trees/region")
printf 'town %d bytes, region %d bytes, %d rounds\n\n' "$town_bytes" "$region_bytes" "$rounds"

# What is measured must be what is meant: clean trees are clean, every broken file has its finding.
for tree in "$trees/town" "$trees"/region/*; do
	if ! "$kpss" validate "$tree" >"$trees/report" 2>&1; then
		echo "bench: the generator made a town that is not valid:" >&2
		head -n 40 "$trees/report" >&2
		exit 1
	fi
done
"$kpss" validate --format short "$trees"/broken/* >"$trees/report" || [ $? -eq 1 ]
printf 'broken: %s, %d lines of findings\n\n' "$(cat "$trees/broken.count")" \
	"$(wc -l <"$trees/report")"

line() {
	printf '%-4s %-50s %9s  %-21s %10s %12s\n' "$@"
}
line goal 'what is measured' measured '[least, most]' 'must now' 'is to go to'

# compare GOAL TEXT BOUND AIM measure's arguments…
compare() {
	goal=$1 text=$2 bound=$3 aim=$4
	shift 4
	# shellcheck disable=SC2046 # five numbers, none with a space of its own
	set -- $("$measure" "$@")
	line "$goal" "$text" "$4" "[$3, $5]" "$bound" "$aim"
	details="$details
$goal: medians $1 and $2"
}
details=

compare 1 'region, CPU, one processor / E' '<= 1.15' 0.25 \
	cpu "$rounds" one "$kpss" validate "$trees"/region/* ::: "$events" "$trees/region"

# instructions COMMAND…: how many it takes
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >"$trees/report" |
		sed -n 's/^==[0-9]*== Collected : *//p'
}
if command -v valgrind >"$trees/report"; then
	all=$(instructions "$kpss" validate "$trees/town")
	bare=$(instructions "$events" "$trees/town")
	per_byte() {
		echo "$1 $town_bytes" | awk '{printf "%.1f", $1 / $2}'
	}
	line 2 'town, instructions / input byte' "$(per_byte "$all")" \
		"(E takes $(per_byte "$bare"))" '<= 175' 30
else
	echo 'goal 2 IS NOT MEASURED: valgrind is missing (apt-get install valgrind)'
fi

compare 3 'region, wall, all processors / E on one' '<= 0.70' 0.15 \
	wall "$rounds" "$kpss" validate "$trees"/region/* ::: "$events" "$trees/region"
# shellcheck source=tests/bench/peers/compare.sh
. "$(dirname "$0")/peers/compare.sh"
compare 5 'town, wall / an empty C program' '<= 40' 6 \
	wall "$many_rounds" "$kpss" validate "$trees/town" ::: "$empty"

# What starts for hardly any work: the program alone, and with the library that reads what git has recorded.
compare 8 'start-up of --version, wall / an empty C program' '<= 9' 1.2 \
	wall "$many_rounds" "$kpss" --version ::: "$empty"
mkdir "$trees/small"
printf 'formát: 1\nměsto: { název: Lhota }\nslovník: cs\n' >"$trees/small/kpss.yaml"
if git -C "$trees/small" init -q 2>"$trees/report" && git -C "$trees/small" add kpss.yaml &&
	git -C "$trees/small" -c user.name=bench -c user.email=bench@example.org commit -q -m small; then
	compare 8 'one file, its history, wall / an empty C program' '<= 16' 2 \
		wall "$many_rounds" "$kpss" validate --history "$trees/small" ::: "$empty"
else
	echo 'goal 8 with history IS NOT MEASURED: git is missing (apt-get install git)'
fi

# A part of the region says nothing about this one.
one=$(find "$trees/region" -mindepth 1 -maxdepth 1 | sort | sed -n 10p)
[ -n "$quick" ] || compare 6 'one town of the region / the region, wall' '<= 0.05' 0.015 \
	wall "$rounds" "$kpss" validate "$one" ::: "$kpss" validate "$trees"/region/*

# The same files as a commit of git, packed as a clone has them.
region_record() {
	git -c init.defaultBranch=main -C "$trees/region" init -q . && git -C "$trees/region" add . &&
		git -C "$trees/region" -c user.name=bench -c user.email=bench@example.cz commit -q -m bench &&
		git -C "$trees/region" gc -q
}
if command -v git >"$trees/report" && region_record; then
	compare 7 'region at a commit of git, CPU, one processor / E' '<= 1.4' 0.45 \
		cpu "$rounds" one "$kpss" validate --at HEAD "$trees"/region/* ::: "$events" "$trees/region"
else
	echo 'goal 7 IS NOT MEASURED: git is missing (apt-get install git)'
fi

compare 11 'list over the region, CPU, one processor / E' '<= 1.2' 0.25 \
	cpu "$rounds" one "$kpss" list measures --repos "$trees"/region/* ::: "$events" "$trees/region"
# A path over references both ways, a year, a sum of amounts.
compare 11 'list with conditions, sums and groups / E' '<= 1.2' 0.25 \
	cpu "$rounds" one "$kpss" list measures group.name~a evaluation.2022.status!= --sum budget.amount \
	--by budget.year --repos "$trees"/region/* ::: "$events" "$trees/region"

# The same question asked of the files and of a database that has been made of them before.
grouped='SELECT n.level, count(*), sum(b.amount) FROM budgets b JOIN nodes n ON n.id = b.node GROUP BY n.level ORDER BY 1'
if sqlite3=$(command -v sqlite3); then
	"$kpss" -C "$trees/town" export sqlite "$trees/town.db"
	compare 11 'SQL, groups of a join, town / sqlite3, database ready' '<= 40' 8 \
		wall "$many_rounds" "$kpss" -C "$trees/town" query "$grouped" ::: "$sqlite3" "$trees/town.db" "$grouped"
	for town in "$trees"/region/*; do
		"$kpss" -C "$town" export sql --repo "${town##*/}" -
	done 2>"$trees/report" | sqlite3 "$trees/region.db"
	grouped='SELECT n.level, count(*), sum(b.amount) FROM budgets b
		JOIN nodes n ON n.id = b.node AND n.repo = b.repo GROUP BY n.level ORDER BY 1'
	compare 11 'SQL, groups of a join, region / sqlite3, database ready' '<= 40' 8 \
		wall "$rounds" "$kpss" query "$grouped" --repos "$trees"/region/* ::: "$sqlite3" "$trees/region.db" "$grouped"
else
	echo 'goal 11 in SQL IS NOT MEASURED: sqlite3 is missing (apt-get install sqlite3)'
fi

# memory TEXT BYTES MUST AIM COMMAND…: MUST and AIM are bytes for each byte of input, above the fixed part
memory() {
	text=$1 bytes=$2 must=$3 aim=$4
	shift 4
	# shellcheck disable=SC2046
	set -- $("$measure" peak "$rounds" "$@" ::: "$empty")
	echo "$1 $bytes $must $aim" | awk -v text="$text" '{
		MiB = 1024 * 1024
		printf "%-4s %-50s %5.1f MiB  %-21s %6.1f MiB %8.1f MiB\n", 13, text, $1 / 1024, "",
			16 + $2 * $3 / MiB, 6 + $2 * $4 / MiB }'
}
memory 'region, peak memory' "$region_bytes" 0.05 0.02 "$kpss" validate "$trees"/region/*
memory 'town, peak memory' "$town_bytes" 3 0.02 "$kpss" validate "$trees/town"
memory 'town, query of all places, peak memory' "$town_bytes" 4 2.2 "$kpss" -C "$trees/town" query 'SELECT count(*) FROM sources'

compare 14 'region with an error in every file / without, CPU' '<= 1.5' 1.15 \
	cpu "$rounds" one "$kpss" validate "$trees"/broken/* ::: "$kpss" validate "$trees"/region/*

printf '\nin milliseconds, for the curious only:%s\n' "$details"
