// node export.js KPSS SOURCES: what `kpss export json` writes is what `kpss schema export` says.
//
// ajv judges every repository that has no errors, in SOURCES: the examples of the towns and those of the manual. A document that is
// changed where the schema has something to say must be refused, so that a schema that allows everything does not pass.
'use strict';

const { execFileSync } = require('node:child_process');
const path = require('node:path');
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;

const [kpss, sources] = process.argv.slice(2).map((name) => path.resolve(name));
if (!sources) {
	console.error('usage: node export.js KPSS SOURCES');
	process.exit(2);
}

const REPOSITORIES = ['examples/cesky-tesin', 'examples/frydek-mistek', 'examples/pardubice', 'examples/susice',
	'man/examples/cs', 'man/examples/en', 'tests/rule/own-field/holds'];

const CHANGES = [
	(plan) => delete plan.commit,
	(plan) => (plan.asOf = '30. 6. 2021'),
	(plan) => (plan.records.osoby = []),
	(plan) => delete plan.records.people,
	(plan) => (plan.records.people[0].name = 1),
	(plan) => (plan.records.people[0].jméno = 'Jan'),
	(plan) => delete plan.records.people[0].id,
	(plan) => (plan.records.organizations[0].type = 'město'),
	(plan) => (plan.profile.levels = 1),
];

function output(folder, ...words) {
	return JSON.parse(execFileSync(kpss, ['-C', folder, ...words],
		{ encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
}

let failed = false;
function fail(text) {
	console.log(text);
	failed = true;
}

let records = 0, refused = 0;
for (const name of REPOSITORIES) {
	const folder = path.join(sources, name);
	const ajv = new Ajv({ strict: false });
	addFormats(ajv);
	const judge = ajv.compile(output(folder, 'schema', 'export'));
	const plan = output(folder, 'export', 'json', '-', '--as-of', '2021-06-30');
	if (!judge(plan))
		fail(`${name}: ${ajv.errorsText(judge.errors.slice(0, 5), { separator: '\n  ' })}`);
	for (const list of Object.values(plan.records))
		records += list.length;
	for (const change of CHANGES) {
		const changed = JSON.parse(JSON.stringify(plan));
		try {
			change(changed);
		} catch {
			continue; // this plan has nothing of the sort
		}
		if (judge(changed))
			fail(`${name}: not refused: ${change}`);
		refused++;
	}
}
console.log(`${records} records of ${REPOSITORIES.length} exported plans are as the schema says; ${refused} changed ones are refused`);
process.exit(failed ? 1 : 0);
