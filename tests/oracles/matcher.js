// node matcher.js KPSS SOURCES: the settings of editors that kpss-validate(1) shows, in both languages, lead to every finding: the
// problem matcher of Visual Studio Code by its own regular expressions, the errorformat of Vim in Vim itself.
'use strict';

const { spawnSync, execFileSync } = require('node:child_process');
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const [kpss, sources] = process.argv.slice(2).map((name) => path.resolve(name));
const plan = path.join(sources, 'tests/cli/validate/common-mistakes/in');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kpss-matcher-'));

// The literal blocks of the section, as a reader of the page sees them.
function settingsIn(page) {
	const text = fs.readFileSync(path.join(sources, 'man', page), 'utf8');
	const section = text.split(/^\.Sh /m).find((part) => /^EDITOR/.test(part));
	return [...section.matchAll(/^\.Bd .*\n([^]*?)^\.Ed$/gm)].map(([, block]) => block.replaceAll('\\e', '\\'));
}

function validate(language, format) {
	const { status, stdout } = spawnSync(kpss, ['-C', plan, 'validate', '--lang', language, '--format', format], { encoding: 'utf8' });
	assert.strictEqual(status, 1);
	return stdout;
}

// What should be found: file, line, column and severity as the editor calls it.
const expected = validate('en', 'jsonl')
	.trimEnd()
	.split('\n')
	.map((line) => JSON.parse(line))
	.filter(({ type }) => type === 'finding')
	.map(placeOf);

function placeOf(finding) {
	return [finding.path, finding.line, finding.column, finding.severity === 'note' ? 'info' : finding.severity].join(' ');
}

function inCode(tasks, lines) {
	return lines.flatMap((line) =>
		JSON.parse(tasks).tasks[0].problemMatcher.flatMap(({ severity, pattern }) => {
			const match = new RegExp(pattern.regexp).exec(line);
			return match && match[pattern.message] ? [[match[pattern.file], match[pattern.line], match[pattern.column], severity].join(' ')] : [];
		}),
	);
}

function inVim(settings, report) {
	const file = path.join(work, 'report');
	const list = path.join(work, 'list');
	fs.writeFileSync(file, report);
	fs.writeFileSync(
		path.join(work, 'vimrc'),
		`set encoding=utf-8\n${settings}cgetfile ${file}\n` +
			`call writefile(map(filter(getqflist(), 'v:val.valid'), 'bufname(v:val.bufnr)." ".v:val.lnum." ".v:val.col'), '${list}')\nqall!\n`,
	);
	execFileSync('vim', ['-e', '-s', '-N', '-u', path.join(work, 'vimrc'), '-i', 'NONE'], { cwd: plan, stdio: 'ignore' });
	return fs.readFileSync(list, 'utf8').trimEnd().split('\n');
}

assert.ok(expected.length > 10);
const hasVim = spawnSync('vim', ['--version']).status === 0;
if (!hasVim) console.log('SKIPPED: vim is missing, its errorformat was not tried');
for (const page of ['kpss-validate.1', 'cs/kpss-validate.1']) {
	const [tasks, vim] = settingsIn(page);
	for (const language of ['en', 'cs']) {
		const report = validate(language, 'short');
		assert.deepStrictEqual(inCode(tasks, report.trimEnd().split('\n')), expected, `${page}, ${language}: Visual Studio Code`);
		const places = expected.map((place) => place.slice(0, place.lastIndexOf(' ')));
		if (hasVim) assert.deepStrictEqual(inVim(vim, report), places, `${page}, ${language}: Vim`);
	}
}
fs.rmSync(work, { recursive: true });
console.log(`${expected.length} findings are found by the editors`);
