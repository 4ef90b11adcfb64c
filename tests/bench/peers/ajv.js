// node ajv.js SCHEMA FOLDER: reads every YAML file below FOLDER with js-yaml and holds it against SCHEMA with ajv. Status 1 when one
// is not valid.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const yaml = require('js-yaml');

const [schema, folder] = process.argv.slice(2);
const ajv = new Ajv({ strict: false }); // the annotations x-… are unknown to it
addFormats(ajv);
const valid = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));

let files = 0;
for (const name of fs.readdirSync(folder, { recursive: true })) {
	if (!name.endsWith('.yaml')) continue;
	files++;
	// The schema of YAML 1.2, in which a date is a text.
	if (!valid(yaml.load(fs.readFileSync(path.join(folder, name), 'utf8'), { schema: yaml.CORE_SCHEMA }))) {
		console.log(`${name}: ${ajv.errorsText(valid.errors)}`);
		process.exitCode = 1;
	}
}
console.log(`${files} files`);
