// node verdicts.js KPSS SOURCES: asks ajv for a second opinion.
//
// What `kpss schema` prints is handed to ajv, files are read by npm's `yaml` as YAML 1.2 (core schema), and each file of every
// repository in SOURCES must be refused by ajv exactly when `kpss validate` finds something in it that a schema can say.
// Files that neither refuses are then changed at random (always the same way), one change each, and asked about again.
'use strict';

const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const YAML = require('yaml');

const [kpss, sources] = process.argv.slice(2).map((name) => path.resolve(name));
if (!sources) {
	console.error('usage: node verdicts.js KPSS SOURCES');
	process.exit(2);
}

// Changes for each repository: so many for each of its files, within these bounds. One in `fixed` is in kpss.yaml or the
// profile, which takes longer because each such change is a repository of its own.
const CHANGES = { each: 20, least: 100, most: 800, fixed: 12 };
const SHOWN_MOST = 40;
const VOCABULARIES = ['cs', 'en'];

// Findings that the schemas are to give as well.
const SCHEMA_TIER = new Set([
	'unknown-kind',
	'unknown-field',
	'missing-field',
	'unfit-record',
	'unquoted-text',
	'empty-value',
	'wrong-type',
	'number-form',
	'truth-value',
	'date-form',
	'unknown-value',
	'unknown-status',
	'id-form',
	'text-form',
	'out-of-range',
	'text-length',
	'list-length',
	'repeated-item',
	'money-form',
	'format-version',
]);

// Of these, what JSON Schema cannot say: `is` gets the finding and the text that it points at.
const BEYOND_SCHEMAS = [
	{
		code: 'money-form',
		why: 'multipleOf 0.01 is judged in binary floating point, so the schemas leave it out',
		is: () => true,
	},
	{
		code: 'number-form',
		why: 'how a number is written (+5, 007, 1e3, 0x10) is gone once YAML is read',
		is: (finding) => finding.message === 'a number that every program reads differently',
	},
	{
		code: 'wrong-type',
		why: 'for JSON Schema 3.0 is an integer',
		is: (finding, text) => /^-?[0-9]+(\.0+)$/.test(text),
	},
	{
		code: 'out-of-range',
		why: 'the number of digits is gone once YAML is read',
		is: (finding, text) => /^-?[0-9]{19}/.test(text) || text.length > 40,
	},
	{
		code: 'missing-field',
		why: 'what a town requires on one level only is asked of items when their level is known',
		is: (finding) => finding.message.endsWith(' (Node)') && !/‘(id|name|název)’/.test(finding.message),
	},
	{
		code: 'unknown-field',
		why: 'whether an item may have a field of one level only is told when its level is known',
		is: (finding) => finding.message.startsWith('the own field ‘'),
	},
	{
		code: 'date-form',
		why: 'the format date begins with the year 0000, kpss with 1000',
		is: (finding, text) => /^["']?0[0-9]{3}-/.test(text),
	},
];

// Files with one of these are not read by kpss at all, so there is no verdict of a schema to compare.
const UNREAD = new Set([
	...['not-utf8', 'forbidden-character', 'merge-conflict', 'colon-in-text'],
	...['missing-colon', 'unclosed-quote', 'text-after-quote', 'unclosed-bracket', 'tab-indentation'],
	...['wrong-indentation', 'special-first-character', 'unknown-escape', 'block-header', 'non-breaking-space'],
	...['yaml-syntax', 'yaml-feature', 'duplicate-key', 'limit-nesting', 'limit-keys', 'limit-key-length'],
	...['limit-values', 'limit-file-size', 'foreign-file', 'two-profiles', 'cannot-read', 'special-file', 'file-name'],
]);

let passed = 0;
let failed = 0;
let refused = 0;
const leftOut = new Map();

function complain(what, ...details) {
	failed++;
	if (failed > SHOWN_MOST) return;
	console.log(`FAILED ${what}`);
	for (const detail of details) console.log(`       ${detail}`);
}

function leaveOut(why, what) {
	if (!leftOut.has(why)) leftOut.set(why, []);
	leftOut.get(why).push(what);
}

function relative(name) {
	return path.relative(sources, name);
}

// ---- kpss

function printedSchema(repository, kind, vocabulary) {
	const args = ['-C', repository, 'schema', ...(kind ? [kind] : []), '--vocabulary', vocabulary];
	const run = spawnSync(kpss, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
	return run.status === 0 ? run.stdout : null;
}

// Findings by path, for each of the repositories; null when kpss could not read one.
function findings(...repositories) {
	const args = ['--lang', 'en', 'validate', '-f', 'json', ...repositories];
	const run = spawnSync(kpss, args, { encoding: 'utf8', maxBuffer: 1 << 29 });
	if (run.status !== 0 && run.status !== 1) return null;
	// In the order of their names on the command line.
	return JSON.parse(run.stdout).repositories.map((repository) => {
		const byPath = new Map();
		for (const finding of repository.findings) {
			if (!byPath.has(finding.path)) byPath.set(finding.path, []);
			byPath.get(finding.path).push(finding);
		}
		return byPath;
	});
}

function pointedAt(finding, text) {
	const line = text.replace(/^\uFEFF/, '').split(/\r?\n/)[finding.line - 1] || '';
	const end = finding.endLine === finding.line ? finding.endColumn - 1 : undefined;
	return [...line].slice(finding.column - 1, end).join('');
}

function isBeyondSchemas(finding, text) {
	return BEYOND_SCHEMAS.some((row) => row.code === finding.code && row.is(finding, pointedAt(finding, text)));
}

// ---- ajv

const ANNOTATIONS = [
	...['kind', 'cs', 'title-cs', 'description-cs', 'enum-cs', 'ref', 'profile', 'format', 'levels', 'level', 'chain'],
	...['also', 'public', 'own'],
].map((name) => `x-kpss-${name}`);

function newAjv() {
	const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
	addFormats(ajv);
	for (const name of ANNOTATIONS) ajv.addKeyword(name);
	return ajv;
}

// All names of fields and all enumerated values in a schema.
function wordsOf(schema, words = { keys: new Set(), values: new Set() }) {
	if (schema === null || typeof schema !== 'object') return words;
	for (const [name, value] of Object.entries(schema)) {
		if (name === 'properties') for (const key of Object.keys(value)) words.keys.add(key);
		if (name === 'enum' && Array.isArray(value)) for (const item of value) words.values.add(item);
		wordsOf(value, words);
	}
	return words;
}

// Most repositories print the same schema: it is compiled once.
const compiled = new Map();

function compile(text, what) {
	if (!compiled.has(text)) {
		const schema = JSON.parse(text);
		const ajv = newAjv();
		if (ajv.validateSchema(schema)) passed++;
		else complain(`${what}: no JSON Schema 2020-12`, ajv.errorsText());
		compiled.set(text, {
			validate: ajv.compile(schema),
			words: wordsOf(schema),
			top: new Set(Object.keys(schema.properties || {})),
		});
	}
	return compiled.get(text);
}

// What a schema depends on besides the program: the profile.
function profileOf(repository) {
	const files = ['profile.yaml', 'pravidla.yaml'].map((name) => path.join(repository, name));
	return files.map((file) => (fs.existsSync(file) ? fs.readFileSync(file, 'latin1') : '')).join('\n');
}

const schemasByProfile = new Map();

function schemasOf(repository) {
	const profile = profileOf(repository);
	if (!schemasByProfile.has(profile)) schemasByProfile.set(profile, schemasPrinted(repository));
	return schemasByProfile.get(profile);
}

// The compiled schemas of a repository: schemas[kind][vocabulary]; null when kpss does not read the repository.
function schemasPrinted(repository) {
	const schemas = {};
	for (const kind of ['', 'repository', 'profile']) {
		schemas[kind] = {};
		for (const vocabulary of VOCABULARIES) {
			const text = printedSchema(repository, kind, vocabulary);
			if (text === null) return null;
			schemas[kind][vocabulary] = compile(text, `${relative(repository)}: schema ${kind} (${vocabulary})`);
		}
	}
	return schemas;
}

// Only in the first set of words, not in the second.
function isOnlyIn(word, one, other) {
	return one.has(word) && !other.has(word);
}

// The vocabulary of a whole file by its words at the left margin; undefined when they do not tell.
function vocabularyOf(data, schema) {
	const keys = data !== null && typeof data === 'object' ? Object.keys(data) : [];
	const words = (vocabulary) => {
		const { top, words } = schema[vocabulary];
		return top.size ? top : words.keys;
	};
	return VOCABULARIES.find((vocabulary) => {
		const other = vocabulary === 'cs' ? 'en' : 'cs';
		return keys.some((key) => isOnlyIn(key, words(vocabulary), words(other)));
	});
}

// Was the file refused because of a word of the other vocabulary?
function isMixed(errors, own, other) {
	return errors.some((error) => {
		if (error.keyword === 'additionalProperties')
			return isOnlyIn(error.params.additionalProperty, other.words.keys, own.words.keys);
		return error.keyword === 'enum' && error.params.allowedValues.length > 0 &&
			isOnlyIn(error.data, other.words.values, own.words.values);
	});
}

// ---- one file

function kindOf(file) {
	if (file === 'kpss.yaml') return 'repository';
	return file === 'profile.yaml' || file === 'pravidla.yaml' ? 'profile' : '';
}

// Compares the verdicts about one file; true when it was compared and refused by neither.
function compare(what, file, text, found, schemas, usual, change) {
	// No schema knows of comments that silence a finding.
	if (/#\s*kpss\s*:/i.test(text)) {
		leaveOut('files with a suppression', what);
		return false;
	}
	if (found.some((finding) => UNREAD.has(finding.code))) {
		leaveOut('kpss does not read them as plan files', what);
		return false;
	}
	const document = YAML.parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true });
	if (document.errors.length) {
		complain(`${what}: npm yaml refuses what kpss reads`, document.errors[0].message);
		return false;
	}
	const data = document.toJS();
	const schema = schemas[kindOf(file)];
	const vocabulary = vocabularyOf(data, schema) || usual;
	const own = schema[vocabulary];
	const valid = own.validate(data);
	const errors = own.validate.errors || [];
	// ajv does not tell the data by itself.
	for (const error of errors)
		if (error.keyword === 'enum')
			error.data = error.instancePath
				.split('/')
				.slice(1)
				.reduce((value, key) => value[key.replace(/~1/g, '/').replace(/~0/g, '~')], data);
	if (!valid && isMixed(errors, own, schema[vocabulary === 'cs' ? 'en' : 'cs'])) {
		leaveOut('both vocabularies in one file', what);
		return false;
	}
	const tier = found.filter((finding) => SCHEMA_TIER.has(finding.code));
	const sayable = tier.filter((finding) => !isBeyondSchemas(finding, text));
	if (tier.length > sayable.length) leaveOut('findings that JSON Schema cannot express', what);
	if (valid === (sayable.length === 0)) {
		passed++;
		refused += !valid;
		return valid && tier.length === 0;
	}
	complain(
		`${what} (${vocabulary}): ajv ${valid ? 'accepts' : 'refuses'}, kpss ${valid ? 'refuses' : 'accepts'}`,
		...(change ? [`change: ${change}`] : []),
		...errors.slice(0, 3).map((error) => `ajv: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`),
		...sayable.slice(0, 3).map((finding) => `kpss: ${finding.line}:${finding.column} ${finding.code}: ${finding.message}`),
	);
	return false;
}

// ---- repositories

function isYaml(name) {
	return /\.ya?ml$/.test(name);
}

// All folders below that are repositories.
function repositoriesIn(folder) {
	const entries = fs.readdirSync(folder, { withFileTypes: true });
	const below = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => repositoriesIn(path.join(folder, entry.name)));
	return entries.some((entry) => entry.name === 'kpss.yaml') ? [folder, ...below] : below;
}

function filesOf(repository, ignored, below = '') {
	return fs.readdirSync(path.join(repository, below), { withFileTypes: true }).flatMap((entry) => {
		const name = path.posix.join(below, entry.name);
		if (ignored.includes(name) || entry.name.startsWith('.')) return [];
		if (entry.isDirectory())
			return fs.existsSync(path.join(repository, name, 'kpss.yaml')) ? [] : filesOf(repository, ignored, name);
		return entry.isFile() && isYaml(entry.name) ? [name] : [];
	});
}

function settingsOf(repository) {
	let root = null;
	try {
		root = YAML.parse(fs.readFileSync(path.join(repository, 'kpss.yaml'), 'utf8'));
	} catch {
		// kpss says what is wrong with it
	}
	const settings = root !== null && typeof root === 'object' ? root : {};
	const ignored = settings.ignore || settings['nečíst'] || [];
	return {
		vocabulary: settings.vocabulary === 'en' || settings['slovník'] === 'en' ? 'en' : 'cs',
		ignored: Array.isArray(ignored) ? ignored.map((name) => String(name).replace(/\/$/, '')) : [],
	};
}

function compareRepository(repository) {
	const all = findings(repository);
	const schemas = all && schemasOf(repository);
	if (!schemas) {
		leaveOut('repositories that kpss does not read', relative(repository));
		return;
	}
	// kpss lets pass what an unusable declaration may have meant; a schema without it cannot.
	if ([...all[0].values()].flat().some((finding) => finding.code === 'own-field')) {
		leaveOut('repositories with an own field that cannot be used', relative(repository));
		return;
	}
	const { vocabulary, ignored } = settingsOf(repository);
	const clean = [];
	for (const file of filesOf(repository, ignored)) {
		const text = fs.readFileSync(path.join(repository, file), 'utf8');
		const found = all[0].get(file) || [];
		if (compare(relative(path.join(repository, file)), file, text, found, schemas, vocabulary)) clean.push({ file, text });
	}
	// A fixture that breaks a rule has a sound twin that is changed instead.
	const sound = filesOf(repository, ignored).every((file) => kindOf(file) === '' || clean.some((one) => one.file === file));
	if (sound && path.basename(repository) !== 'breaks') changeRepository(repository, clean, schemas, vocabulary);
}

// ---- random changes

// mulberry32: the same sequence everywhere.
function randomFrom(seed) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	return {
		below: (count) => Math.floor(next() * count),
		of: (list) => list[Math.floor(next() * list.length)],
	};
}

function seedOf(text) {
	return [...text].reduce((seed, character) => (Math.imul(seed, 31) + character.codePointAt(0)) >>> 0, 20260312);
}

// Every place in the data where a value stands: its container and key.
function placesOf(container, places = [], trail = '') {
	for (const key of Object.keys(container)) {
		const at = `${trail}/${key}`;
		places.push({ container, key, at, value: container[key] });
		if (container[key] !== null && typeof container[key] === 'object') placesOf(container[key], places, at);
	}
	return places;
}

const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

const STRANGE = () => [
	...[7, 3.5, -1, 0, 12.125, 2019, 99999, 1e15, true, false, null, '', 'text', 'ano', 'no', '~', ' ', '7', '3,5', '1 450 000'],
	...['2019-02-28', '2019-02-30', '2019-2-3', '12. 3. 2026', '10:00', '25:00', '598933', '00296643', 'seniori', 'Seniori'],
	...['Žluťoučký kůň', 'a\nb', 'x'.repeat(65), [], {}, [''], ['x', 'x'], [null], [[]], [{}], { neznámý_údaj: 1 }],
];

// Each gets the random numbers, a place and all places; it says what it did, or nothing when it does not apply there.
const CHANGE_KINDS = {
	'another value': (random, place) => {
		const value = random.of(STRANGE());
		place.container[place.key] = value;
		return JSON.stringify(value);
	},
	'no field': (random, place) => {
		if (!isMap(place.container)) return null;
		delete place.container[place.key];
		return 'deleted';
	},
	'unknown field': (random, place) => {
		if (!isMap(place.value)) return null;
		const key = random.of(['zcela_neznámý_údaj', 'x', 'poznamka', 'jmeno', 'Id', 'nodez']);
		place.value[key] = random.of(['text', 1, []]);
		return key;
	},
	'misspelled field': (random, place) => {
		if (!isMap(place.container) || place.key.length < 4) return null;
		const at = random.below(place.key.length);
		const key = place.key.slice(0, at) + place.key.slice(at + 1);
		if (key in place.container) return null;
		delete place.container[place.key];
		place.container[key] = place.value;
		return key;
	},
	'field of another record': (random, place, places) => {
		const donor = random.of(places);
		if (!isMap(place.value) || !isMap(donor.container) || donor.key in place.value) return null;
		place.value[donor.key] = structuredClone(donor.value);
		return `${donor.key} from ${donor.at}`;
	},
	'value of another field': (random, place, places) => {
		const donor = random.of(places);
		place.container[place.key] = structuredClone(donor.value);
		return `from ${donor.at}`;
	},
	'misspelled value': (random, place) => {
		if (typeof place.value !== 'string' || place.value.length < 2) return null;
		const at = random.below(place.value.length);
		place.container[place.key] = place.value.slice(0, at) + random.of(['', 'q', '-', '_', ' ', '9']) + place.value.slice(at + 1);
		return JSON.stringify(place.container[place.key]);
	},
	'very long': (random, place) => {
		if (typeof place.value !== 'string') return null;
		place.container[place.key] = place.value.repeat(1 + Math.ceil(66 / (place.value.length + 1)));
		return 'repeated';
	},
	'other number': (random, place) => {
		if (typeof place.value !== 'number') return null;
		const value = random.of([-place.value, place.value + 0.5, place.value * 1000, place.value / 8, String(place.value), 0]);
		place.container[place.key] = value;
		return JSON.stringify(value);
	},
	'number for text': (random, place) => {
		if (typeof place.value !== 'string' || !/^[0-9.]+$/.test(place.value)) return null;
		place.container[place.key] = Number(place.value) || 0;
		return 'number';
	},
	'item twice': (random, place) => {
		if (!Array.isArray(place.value) || place.value.length === 0) return null;
		place.value.push(structuredClone(random.of(place.value)));
		return 'pushed';
	},
	'empty': (random, place) => {
		if (place.value === null || typeof place.value !== 'object') return null;
		place.container[place.key] = Array.isArray(place.value) ? [] : {};
		return 'emptied';
	},
	'list for value': (random, place) => {
		place.container[place.key] = random.of([[place.value], { id: place.value }]);
		return 'wrapped';
	},
};

// One change of the file: its new text and what was done.
function change(random, data) {
	const copy = structuredClone(data);
	const places = placesOf(copy);
	for (;;) {
		const kind = random.of(Object.keys(CHANGE_KINDS));
		const place = random.of(places);
		const done = CHANGE_KINDS[kind](random, place, places);
		if (done !== null)
			return { text: YAML.stringify(copy, { lineWidth: 0, aliasDuplicateObjects: false }), what: `${kind} at ${place.at}: ${done}` };
	}
}

function write(folder, file, text) {
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, file), text);
}

// Changed files lie side by side in one repository; the profile and kpss.yaml, of which there is one, each in its own.
function changeRepository(repository, clean, schemas, vocabulary) {
	const random = randomFrom(seedOf(relative(repository)));
	const count = Math.min(CHANGES.most, Math.max(CHANGES.least, CHANGES.each * clean.length));
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kpss-verdicts-'));
	const fixed = clean.filter(({ file }) => kindOf(file) !== '');
	const parsed = clean.map(({ file, text }) => ({ file, data: YAML.parse(text) })).filter(({ data }) => placesOf(data).length > 0);
	const changes = [];
	for (const { file, text } of fixed) write(path.join(work, 'files'), file, text);
	for (let number = 0; number < count; number++) {
		const rare = random.below(CHANGES.fixed) === 0;
		const candidates = parsed.filter(({ file }) => (kindOf(file) !== '') === rare);
		if (candidates.length === 0) continue;
		const { file, data } = random.of(candidates);
		const changed = { file, ...change(random, data) };
		if (kindOf(file) === '') {
			changed.folder = path.join(work, 'files');
			changed.path = `zmena-${number}.yaml`;
		} else {
			changed.folder = path.join(work, `zmena-${number}`);
			changed.path = file;
			for (const other of fixed) write(changed.folder, other.file, other.text);
		}
		write(changed.folder, changed.path, changed.text);
		changes.push(changed);
	}
	const failures = failed;
	const folders = [...new Set(changes.map((changed) => changed.folder))];
	// One repository that cannot be read ends a run for all: then each is asked about by itself.
	const together = findings(...folders);
	folders.forEach((folder, index) => {
		const found = together ? together[index] : (findings(folder) || [null])[0];
		for (const changed of changes) {
			if (changed.folder !== folder) continue;
			const what = `${relative(path.join(repository, changed.file))}, ${path.relative(work, path.join(folder, changed.path))}`;
			if (found) compare(what, changed.file, changed.text, found.get(changed.path) || [], schemas, vocabulary, changed.what);
			else leaveOut('changed repositories that kpss does not read', what);
		}
	});
	if (failed > failures) console.log(`       the changed files are in ${work}`);
	else fs.rmSync(work, { recursive: true });
}

// ---- all of it

function compareSources() {
	const ajv = newAjv();
	const folder = path.join(sources, 'schemas');
	for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
		if (ajv.validateSchema(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')))) passed++;
		else complain(`schemas/${file}: no JSON Schema 2020-12`, ajv.errorsText());
	}
}

// The plan of Český Těšín with many mistakes beside it, which lie in the sources without the plan.
function compareMistakes() {
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kpss-verdicts-'));
	fs.cpSync(path.join(sources, 'examples/cesky-tesin'), work, { recursive: true });
	fs.cpSync(path.join(sources, 'tests/vocabulary/mistakes'), work, { recursive: true });
	compareRepository(work);
	fs.rmSync(work, { recursive: true });
}

execFileSync(kpss, ['version'], { stdio: 'ignore' });
compareSources();
for (const folder of ['examples', 'man/examples', 'tests'])
	for (const repository of repositoriesIn(path.join(sources, folder))) compareRepository(repository);
compareMistakes();

for (const [why, files] of leftOut) {
	const some = files.filter((name) => !name.includes('zmena-')).map((name) => `\n    ${name}`);
	console.log(`left out (${why}): ${files.length}, of these unchanged files:${some.join('') || ' none'}`);
}
console.log(`refused by both: ${refused}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
