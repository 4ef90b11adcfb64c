// node editor.js KPSS SOURCES: what an editor makes of the schemas.
//
// Starts yaml-language-server, gives it what `kpss schema` prints for the plan of Český Těšín, and asks what a person would see
// in a Czech and in an English file: which keys and values are offered, what is shown about a key, what is underlined.
'use strict';

const { spawn, execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');

const [kpss, sources] = process.argv.slice(2).map((name) => path.resolve(name));
if (!sources) {
	console.error('usage: node editor.js KPSS SOURCES');
	process.exit(2);
}

const ANSWER_MOST = 20000; // milliseconds

let passed = 0;
let failed = 0;

function check(what, good, seen) {
	if (good) {
		passed++;
		return;
	}
	failed++;
	console.log(`FAILED ${what}`);
	console.log(`       seen: ${JSON.stringify(seen).slice(0, 600)}`);
}

// What is asked, in both vocabularies; ‸ marks the cursor.
const CASES = {
	cs: {
		file: 'skupiny.yaml',
		clean: 'skupiny:\n  - id: a\n    název: A\n    druh: pracovní\n    členové:\n      - osoba: b\n        strana: uživatel\n',
		keys: { text: 'skupiny:\n  - id: a\n    ‸\n', offered: ['název', 'druh', 'členové', 'vedoucí'], not: ['name', 'members'] },
		values: {
			text: 'skupiny:\n  - id: a\n    členové:\n      - strana: ‸\n',
			offered: ['zadavatel', 'poskytovatel', 'uživatel', 'osoba_blízká', 'související_subjekt', 'veřejnost'],
			not: ['provider', 'user'],
		},
		statuses: {
			text: 'vyhodnocení:\n  - id: a\n    výsledky:\n      - opatření: b\n        stav: ‸\n',
			offered: ['splněno', 'částečně splněno'],
			not: [],
		},
		top: { text: '‸\n', offered: ['skupiny', 'opatření', 'jednání', 'vyhodnocení'], not: ['groups'] },
		hover: { text: 'skupiny:\n  - id: a\n    členové:\n      - str‸ana: uživatel\n', shown: 'Za koho člen vystupuje' },
		wrong: { text: 'skupiny:\n  - id: a\n    název: A\n    zkrtka: B\n', line: 3, from: 4, to: 10 },
	},
	en: {
		file: 'groups.yaml',
		clean: 'groups:\n  - id: a\n    name: A\n    type: working\n    members:\n      - person: b\n        side: user\n',
		keys: { text: 'groups:\n  - id: a\n    ‸\n', offered: ['name', 'type', 'members', 'leaders'], not: ['název', 'členové'] },
		values: {
			text: 'groups:\n  - id: a\n    members:\n      - side: ‸\n',
			offered: ['commissioner', 'provider', 'user', 'close_person', 'related_subject', 'public'],
			not: ['poskytovatel', 'uživatel'],
		},
		statuses: {
			text: 'evaluations:\n  - id: a\n    results:\n      - measure: b\n        status: ‸\n',
			offered: ['splněno', 'částečně splněno'],
			not: [],
		},
		top: { text: '‸\n', offered: ['groups', 'measures', 'meetings', 'evaluations'], not: ['skupiny'] },
		hover: { text: 'groups:\n  - id: a\n    members:\n      - si‸de: user\n', shown: 'Side on which the member takes part' },
		wrong: { text: 'groups:\n  - id: a\n    name: A\n    shrt_name: B\n', line: 3, from: 4, to: 13 },
	},
};

function cursorIn(text) {
	const before = text.slice(0, text.indexOf('‸')).split('\n');
	return { text: text.replace('‸', ''), position: { line: before.length - 1, character: before[before.length - 1].length } };
}

// A server that knows one schema for every YAML file of the folder of its vocabulary.
class Editor {
	constructor(folder, schemas) {
		const main = require.resolve('yaml-language-server/bin/yaml-language-server');
		this.folder = folder;
		this.version = 0;
		this.waiting = new Map();
		this.server = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], cwd: folder });
		this.connection = createMessageConnection(
			new StreamMessageReader(this.server.stdout),
			new StreamMessageWriter(this.server.stdin),
		);
		const settings = {
			yaml: { schemas, validate: true, completion: true, hover: true, format: { enable: false }, schemaStore: { enable: false } },
			http: {},
			editor: {},
		};
		this.connection.onRequest('workspace/configuration', ({ items }) =>
			items.map((item) => item.section.split('.').reduce((value, key) => value && value[key], settings) || {}),
		);
		this.connection.onRequest('client/registerCapability', () => null);
		this.connection.onRequest('window/workDoneProgress/create', () => null);
		this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
			const answer = this.waiting.get(uri);
			if (answer) answer(diagnostics);
		});
		this.connection.listen();
		this.settings = settings;
	}

	async begin() {
		await this.connection.sendRequest('initialize', {
			processId: process.pid,
			rootUri: pathToFileURL(this.folder).href,
			capabilities: {
				workspace: { configuration: true },
				textDocument: {
					hover: { contentFormat: ['markdown', 'plaintext'] },
					completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
				},
			},
		});
		await this.connection.sendNotification('initialized', {});
		await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: this.settings });
	}

	// Opens a file under a name of its own and waits until the server has looked at it.
	async open(name, text) {
		const uri = pathToFileURL(path.join(this.folder, `${++this.version}`, name)).href.replace(`/${this.version}/`, '/');
		const unique = uri.replace(/\.yaml$/, `-${this.version}.yaml`);
		const looked = new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`no answer about ${unique}`)), ANSWER_MOST);
			this.waiting.set(unique, (diagnostics) => {
				clearTimeout(timer);
				resolve(diagnostics);
			});
		});
		await this.connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri: unique, languageId: 'yaml', version: 1, text },
		});
		return { uri: unique, diagnostics: await looked };
	}

	async ask(method, name, marked) {
		const { text, position } = cursorIn(marked);
		const { uri } = await this.open(name, text);
		return this.connection.sendRequest(method, { textDocument: { uri }, position });
	}

	async end() {
		await this.connection.sendRequest('shutdown');
		await this.connection.sendNotification('exit');
		this.connection.dispose();
	}
}

async function checkOffers(editor, what, name, { text, offered, not }) {
	const answer = await editor.ask('textDocument/completion', name, text);
	const labels = (answer.items || answer).map((item) => item.label);
	for (const word of offered) check(`${what} offers ${word}`, labels.includes(word), labels);
	for (const word of not) check(`${what} does not offer ${word}`, !labels.includes(word), labels);
}

async function checkVocabulary(editor, vocabulary) {
	const asked = CASES[vocabulary];
	const name = `${vocabulary}/${asked.file}`;
	for (const kind of ['top', 'keys', 'values', 'statuses']) await checkOffers(editor, `${vocabulary}: completion of ${kind}`, name, asked[kind]);

	const hover = await editor.ask('textDocument/hover', name, asked.hover.text);
	const shown = hover ? hover.contents.value || hover.contents : '';
	check(`${vocabulary}: help is shown`, String(shown).includes(asked.hover.shown), hover);

	const clean = await editor.open(name, asked.clean);
	check(`${vocabulary}: nothing is underlined in a clean file`, clean.diagnostics.length === 0, clean.diagnostics);

	const { line, from, to, text } = asked.wrong;
	const wrong = await editor.open(name, text);
	const expected = { start: { line, character: from }, end: { line, character: to } };
	check(`${vocabulary}: one wrong key is one mistake`, wrong.diagnostics.length === 1, wrong.diagnostics);
	const range = wrong.diagnostics.length ? wrong.diagnostics[0].range : null;
	check(`${vocabulary}: the wrong key is underlined`, JSON.stringify(range) === JSON.stringify(expected), range);
}

async function checkExample(editor, example) {
	for (const file of ['skupiny/seniori.yaml', 'plan/oblast-3-seniori.yaml', 'jednani/2019/seniori.yaml', 'vyhodnoceni/2019.yaml']) {
		const { diagnostics } = await editor.open(`cs/${path.basename(file)}`, fs.readFileSync(path.join(example, file), 'utf8'));
		check(`${file} of the example is clean`, diagnostics.length === 0, diagnostics);
	}
}

async function main() {
	const example = path.join(sources, 'examples/cesky-tesin');
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kpss-editor-'));
	const schemas = {};
	for (const vocabulary of Object.keys(CASES)) {
		const file = path.join(work, `${vocabulary}.schema.json`);
		fs.writeFileSync(file, execFileSync(kpss, ['-C', example, 'schema', '--vocabulary', vocabulary], { maxBuffer: 1 << 26 }));
		schemas[pathToFileURL(file).href] = [`${vocabulary}/*.yaml`];
	}
	const editor = new Editor(work, schemas);
	try {
		await editor.begin();
		for (const vocabulary of Object.keys(CASES)) await checkVocabulary(editor, vocabulary);
		await checkExample(editor, example);
		await editor.end();
	} finally {
		editor.server.kill();
		fs.rmSync(work, { recursive: true });
	}
	console.log(`${passed} passed, ${failed} failed`);
}

main().then(
	() => process.exit(failed ? 1 : 0),
	(error) => {
		console.error(error);
		process.exit(3);
	},
);
