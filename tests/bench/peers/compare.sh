# shellcheck shell=sh
# Read by ../run.sh, with whose functions and variables it works: goal 4, kpss beside what else could check the same files.
peers=$(dirname "$0")/peers
plain=$trees/peers
export NODE_PATH="$packages/node_modules"

# kpss.yaml and pravidla.yaml have schemas of their own; the peers are spared them.
mkdir "$plain"
cp -R "$trees/town" "$trees/region" "$plain"
find "$plain" \( -name kpss.yaml -o -name pravidla.yaml \) -exec rm {} +
cp -R "$plain/town" "$plain/wrong"
echo 'neznámé_záznamy: []' >>"$plain/wrong/organy/organy.yaml"
schema=$plain/plan.schema.json
(cd "$trees/town" && "$kpss" schema --vocabulary cs) >"$schema"

# beside NAME MUST AIM TREES COMMAND…: the folder to check is added to COMMAND; TREES are some of town and region
beside() {
	name=$1 must=$2 aim=$3 over=$4
	shift 4
	if ! "$@" "$plain/town" >"$trees/report" 2>&1; then
		printf '4    %s IS NOT MEASURED: it is not installed (tests/bench/peers/install) or finds mistakes:\n' "$name"
		sed 's/^/     /;5q' "$trees/report"
		return
	fi
	if "$@" "$plain/wrong" >"$trees/report" 2>&1; then
		printf '4    %s IS NOT MEASURED: it does not see a mistake\n' "$name"
		return
	fi
	for tree in $over; do
		case $tree in
		town) ours=$trees/town ;;
		region) ours="$trees"/region/* ;;
		esac
		# shellcheck disable=SC2086 # the towns of the region are words
		compare 4 "$tree, $name / kpss" ">= $must" "$aim" \
			wall "$rounds" one "$@" "$plain/$tree" ::: "$kpss" validate $ours
	done
}

# The first Python that has both packages; Debian's, where another stands before it.
python=
for one in python3 /usr/bin/python3; do
	[ -n "$python" ] || ! "$one" -c 'import jsonschema, yaml' 2>"$trees/report" || python=$(command -v "$one")
done
node=$(command -v node || echo node)
for system in linux-x86_64 linux-arm64; do
	sourcemeta=$packages/node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-$system
	"$sourcemeta" version >"$trees/report" 2>&1 && break
done

beside '@sourcemeta/jsonschema --fast' 1.8 10 'town region' "$sourcemeta" validate --fast --extension .yaml "$schema"
beside 'js-yaml + ajv' 4 20 'town region' "$node" "$peers/ajv.js" "$schema"
beside 'PyYAML (C) + jsonschema' 20 100 town "${python:-python3}" "$peers/pyyaml.py" c "$schema"
beside 'PyYAML (pure) + jsonschema' 20 100 town "${python:-python3}" "$peers/pyyaml.py" pure "$schema"
