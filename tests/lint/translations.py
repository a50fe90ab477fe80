#!/usr/bin/env python3
"""Fails when a text of the interface has no finished Chinese translation.

Reads translations/*.ts; with lupdate at hand it also brings copies of them up to the sources first, so that a text that
was never extracted is found too.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]


def faults(folder: pathlib.Path) -> list[str]:
    found = []
    for path in sorted(folder.glob("*.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                source = message.findtext("source") or ""
                translation = message.find("translation")
                kind = translation.get("type", "") if translation is not None else "missing"
                words = "".join(translation.itertext()).strip() if translation is not None else ""
                where = f'{path.name}: {context.findtext("name")}: "{source}"'
                if kind in ("vanished", "obsolete"):
                    continue
                if kind or not words:
                    found.append(f"{where} is not translated")
                elif set(re.findall(r"%L?\d|%n", source)) - {"%n"} != set(re.findall(r"%L?\d|%n", words)) - {"%n"}:
                    found.append(f"{where} has other place markers in Chinese")
    return found


def refreshed(copy: pathlib.Path) -> pathlib.Path:
    """A copy of the tree's sources and translations, updated by lupdate."""
    for name in ("ui", "app", "translations"):
        shutil.copytree(ROOT / name, copy / name)
    subprocess.run([str(copy / "translations" / "update.sh")], check=True, stderr=subprocess.DEVNULL)
    return copy / "translations"


def main() -> int:
    tool = shutil.which("lupdate6") or shutil.which("lupdate") or pathlib.Path("/usr/lib/qt6/bin/lupdate").exists()
    with tempfile.TemporaryDirectory() as copy:
        found = faults(refreshed(pathlib.Path(copy)) if tool else ROOT / "translations")
    print("\n".join(found) or "every text is translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
