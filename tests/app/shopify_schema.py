#!/usr/bin/env python3
"""Writes shopify_schema.json: what Shopify's own schema says of the fields, arguments and inputs that our queries use.

Reads the queries as the goldens hold them, and the public introspection of two API versions from the shared folder
beside this checkout. Ends with an error when a version lacks what a query uses. Run it when a query uses more."""
import gzip
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GOLDENS = ROOT / "core/providers/shopify/golden"
SCHEMAS = ROOT.parent / "shared/vectors/stores/schema"
VERSIONS = ["2026-01", "2026-10"]
LONGEST_ENUM = 40  # longer ones, such as all currencies, are not kept


def queries():
    found = {}

    def look(value):
        if isinstance(value, dict):
            if isinstance(value.get("query"), str) and isinstance(value.get("variables"), dict):
                found.setdefault(json.dumps([value["query"], value["variables"]]), value)
            for below in value.values():
                look(below)
        elif isinstance(value, list):
            for below in value:
                look(below)

    for path in sorted(GOLDENS.glob("*.json")):
        look(json.loads(path.read_text()))
    return found.values()


class Walk:
    """One query through one schema; notes what it uses."""

    def __init__(self, schema, used, query, variables):
        self.schema, self.used, self.variables = schema, used, variables
        self.types = {one["name"]: one for one in schema["types"]}
        self.tokens = re.findall(r'"[^"]*"|\.\.\.|\w+|[{}()\[\]:!$@]', query)
        self.fragments = {}
        for at, word in enumerate(self.tokens):
            if word == "fragment":
                self.fragments[self.tokens[at + 1]] = (self.tokens[at + 3], self.tokens.index("{", at) + 1)
        root = schema["mutationType" if self.tokens[0] == "mutation" else "queryType"]["name"]
        self.at = self.tokens.index("{") + 1
        self.selection(root)

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def accept(self, token):
        here = self.tokens[self.at] == token
        self.at += here
        return here

    @staticmethod
    def fact(reference):
        required = reference["kind"] == "NON_NULL"
        while reference["ofType"]:
            reference = reference["ofType"]
        return {"type": reference["name"], "required": required}

    def value(self):
        token = self.take()
        if token == "$":
            return self.variables.get(self.take())
        if token == "[":
            items = []
            while not self.accept("]"):
                items.append(self.value())
            return items
        return {"true": True, "false": False, "null": None}.get(token, token.strip('"'))

    def note_value(self, type_name, value):
        if isinstance(value, list):
            for item in value:
                self.note_value(type_name, item)
            return
        known = self.types[type_name]
        if known["kind"] == "ENUM" and value is not None:
            names = [one["name"] for one in known["enumValues"]]
            if value not in names:
                sys.exit(f"{type_name} has no {value}")
            if len(names) <= LONGEST_ENUM:
                self.used["enums"][type_name] = sorted(names)
        if not isinstance(value, dict):
            return
        fields = {one["name"]: one for one in known["inputFields"]}
        noted = self.used["inputs"].setdefault(type_name, {})
        for name, one in fields.items():
            if name in value or self.fact(one["type"])["required"]:
                noted[name] = self.fact(one["type"])
        for name, below in value.items():
            if name not in fields:
                sys.exit(f"{type_name} has no {name}")
            self.note_value(noted[name]["type"], below)

    def selection(self, type_name):
        while not self.accept("}"):
            if self.accept("..."):
                on, begin = self.fragments[self.take()]
                behind, self.at = self.at, begin
                self.selection(on)
                self.at = behind
                continue
            name = self.take()
            known = next((one for one in self.types[type_name]["fields"] if one["name"] == name), None)
            if known is None:
                sys.exit(f"{type_name} has no {name}")
            noted = self.used["types"].setdefault(type_name, {}).setdefault(name, {"arguments": {}})
            noted["type"] = self.fact(known["type"])["type"]
            arguments = {one["name"]: self.fact(one["type"]) for one in known["args"]}
            noted["arguments"] |= {word: fact for word, fact in arguments.items() if fact["required"]}
            if self.accept("("):
                while not self.accept(")"):
                    word = self.take()
                    self.take()  # the colon
                    if word not in arguments:
                        sys.exit(f"{type_name}.{name} has no {word}")
                    noted["arguments"][word] = arguments[word]
                    self.note_value(arguments[word]["type"], self.value())
            while self.accept("@"):
                while self.take() != ")":
                    pass
            if self.accept("{"):
                self.selection(noted["type"])


def main():
    for version in VERSIONS:  # the newest is kept
        with gzip.open(SCHEMAS / f"admin_{version}.json.gz") as file:
            told = json.load(file)
        used = {"versions": VERSIONS, "types": {}, "inputs": {}, "enums": {}}
        for one in queries():
            Walk(told.get("data", told)["__schema"], used, one["query"], one["variables"])
    parts = []
    for part, content in used.items():
        if isinstance(content, dict):  # a type a line
            lines = (f"  {json.dumps(name)}: {json.dumps(content[name], sort_keys=True)}" for name in sorted(content))
            parts.append(f" {json.dumps(part)}: {{\n" + ",\n".join(lines) + "\n }")
        else:
            parts.append(f" {json.dumps(part)}: {json.dumps(content)}")
    (HERE / "shopify_schema.json").write_text("{\n" + ",\n".join(parts) + "\n}\n")


main()
