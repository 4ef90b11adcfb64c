"""pyyaml.py c|pure SCHEMA FOLDER: reads every YAML file below FOLDER with PyYAML, by its loader in C (libyaml) or in Python, and holds
it against SCHEMA with jsonschema. Status 1 when one is not valid."""

import json
import pathlib
import sys

import jsonschema
import yaml

BASES = {"c": yaml.CSafeLoader, "pure": yaml.SafeLoader}


def loader_of(base):
    """The loader without dates, which YAML 1.2 and JSON Schema hold for texts."""

    class Loader(base):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    return Loader


def main(base, schema, folder):
    loader = loader_of(BASES[base])
    with open(schema, encoding="utf-8") as text:
        draft = jsonschema.Draft202012Validator
        validator = draft(json.load(text), format_checker=draft.FORMAT_CHECKER)
    files = sorted(pathlib.Path(folder).rglob("*.yaml"))
    status = 0
    for file in files:
        error = next(validator.iter_errors(yaml.load(file.read_bytes(), Loader=loader)), None)
        if error:
            print(f"{file}: {error.message[:200]}")
            status = 1
    print(f"{len(files)} files")
    return status


sys.exit(main(*sys.argv[1:]))
