#!/usr/bin/env python3
"""The arrows between folders (core/ARCHITECTURE.md, section 1) and other rules that a line of text can break.

Prints "file:line: rule" for every breach and ends with 1; prints "ok" when there is none.
With a folder as argument that tree is read instead of this project's.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
ROOT = ROOT if ROOT.is_dir() else ROOT.parents[2]

# Folder of core -> folders of core that it may include; itself is always allowed.
ARROWS = {
    "base": set(),
    "domain": {"base"},
    "http": {"base"},
    "db": {"base"},
    "geo": {"base"},
    "tiles": {"base", "http", "db"},  # pictures of map providers: fetched, kept in a folder, or read from an MBTiles file
    "pictures": {"base", "http"},  # of products: fetched and kept in a folder
    "transit": {"base", "domain", "db", "store", "geo"},  # parcels, places and the lanes between them
    "settings": {"base"},
    "providers": {"base", "domain", "http"},
    "store": {"base", "domain", "db"},
    "security": {"base", "db", "store", "providers"},  # providers/provider.h: what secrets are called
    "edits": {"base", "domain", "db", "store", "security"},
    "outbox": {"base", "domain", "db", "store", "providers", "rules"},  # providers: what an account can do
    "stock": {"base", "domain", "db", "store", "outbox"},  # outbox: levels go to shops through it
    "rules": {"base", "domain", "db", "store"},
    "money": {"base", "domain", "db", "store"},
    "reports": {"base", "domain", "db", "store", "stock"},  # stock: classes, and the one rule of when to order
    "files": {"base", "domain"},
    "labels": {"base", "domain", "db", "store", "outbox", "rules"},
    "sync": {"base", "domain", "http", "providers", "db", "store", "security", "settings", "outbox", "stock", "rules", "money", "files"},
}
# Single headers that are plain values and may be had from further away.
VALUE_HEADERS = {
    "security": {"core/providers/provider.h"},
    "providers": {"core/http/message.h"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
# What a line may not hold: rule, pattern, which files it concerns.
LINES = [
    ("QSqlQuery belongs to core/db", r"\bQSqlQuery\b", lambda p: not p.startswith(("core/db/", "tests/"))),
    ("texts for people are made in ui and app", r"(?<![\w.>])tr\s*\(", lambda p: p.startswith("core/")),
    ("the clock is passed in; the real one is made in app/", r"\b(currentDateTime|currentDateTimeUtc|currentMSecsSinceEpoch|currentSecsSinceEpoch)\b|system_clock::now|QDate::currentDate|QTime::currentTime",
     lambda p: p.startswith(("core/", "ui/"))),
    ("results reach objects through deliver()", r"\.then\s*\(\s*(this|context|&|m_)", lambda p: p != "core/base/deliver.h"),
    ("nobody waits for a future", r"\bwaitForFinished\b", lambda p: not p.startswith("tests/")),
    ("models do not open dialogs", r"\bQMessageBox\b", lambda p: p.endswith("model.cpp")),
    ("colours are tokens of resources/theme", r"\"#[0-9a-fA-F]{3,8}\"|\bQColor\s*\(\s*\d", lambda p: p.startswith("ui/") and p.endswith(".cpp") and not p.startswith("ui/theme/")),
]
LINES = [(rule, re.compile(pattern), concerns) for rule, pattern, concerns in LINES]


def source_files():
    for folder in ("core", "ui", "app", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cpp") and path.is_file():
                yield path


def without_comments(text):
    """Comments and raw text blanked, line numbers kept. Strings stay: some rules look into them."""
    def blank(match):
        return match.group(0) if match.group(0).startswith('"') else re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', blank, text, flags=re.S)


def arrow_fault(path, included):
    """Why file `path` must not include `included`; None when it may."""
    parts, target = path.split("/"), included.split("/")
    top = parts[0]
    if top == "core" and target[0] in ("ui", "app", "tests"):
        return f"core must not include {target[0]}"
    if top == "ui" and target[0] in ("app", "tests"):
        return f"ui must not include {target[0]}"
    if top == "app" and target[0] == "tests":
        return "app must not include tests"
    if top == "ui":
        if included.startswith("core/http/"):
            return "ui must not include core/http"
        if target[0] == "ui" and len(parts) > 2 and len(target) > 2 and is_page(parts[1]) and is_page(target[1]) and parts[1] != target[1]:
            return f"page {parts[1]} must not include page {target[1]}"
    if target[:2] == ["core", "providers"] and len(target) > 3 and top != "tests" and parts[:3] != target[:3]:
        return f"provider {target[2]} is known to its own folder and the generated list only"
    if top == "core" and target[0] == "core" and len(parts) > 2 and len(target) > 2:
        own, other = parts[1], target[1]
        if own == other:
            return None
        if own not in ARROWS:
            return f"core/{own} has no row in tests/lint/layers.py"
        if other not in ARROWS[own]:
            return f"core/{own} must not include core/{other}"
        allowed = VALUE_HEADERS.get(own)
        if allowed and other in {header.split("/")[1] for header in allowed} and included not in allowed:
            return f"core/{own} may include of core/{other} only {', '.join(sorted(allowed))}"
    if path.startswith("app/sandbox/") and target[0] in ("core", "ui", "app"):
        if not included.startswith(("core/base/", "app/sandbox/")):
            return "the sandbox shares nothing with the program but core/base"
    return None


PAGES = {"overview", "orders", "inventory", "purchasing", "shipments", "payments", "customers", "analytics", "connections",
         "reports", "security", "settings", "wizard"}


def is_page(folder):
    return folder in PAGES


def faults_of(path, text):
    code = without_comments(text).split("\n")
    for number, line in enumerate(code, 1):
        match = INCLUDE.match(line)
        if match:
            quoted, included = match.group(1) == '"', match.group(2)
            if ".." in included.split("/"):
                yield number, "includes are full paths from the root, without ../"
            if path.startswith("core/providers/") and included.startswith(("QNetwork", "QtNetwork")):
                yield number, "providers build and read values; only core/http/client sends"
            own_moc = included.endswith((".moc",)) or included.startswith("moc_")
            if quoted and not own_moc:
                if not included.startswith(("core/", "ui/", "app/", "tests/")):
                    yield number, f'"{included}": includes of ours are full paths from the root'
                fault = arrow_fault(path, included)
                if fault:
                    yield number, fault
            continue
        for rule, pattern, concerns in LINES:
            if concerns(path) and pattern.search(line):
                yield number, rule


def main():
    count = 0
    for file in source_files():
        path = file.relative_to(ROOT).as_posix()
        for number, fault in faults_of(path, file.read_text(encoding="utf-8")):
            print(f"{path}:{number}: {fault}")
            count += 1
    if count:
        print(f"{count} breaches")
        return 1
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
