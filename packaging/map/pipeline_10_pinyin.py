#!/usr/bin/env python3
"""Pinyin of the Chinese divisions that GeoNames has no English name for, appended to divisions_en.tsv with "~" in the
third column: good for reading what couriers write, not for showing (characters with several readings may be wrong).

usage: pipeline_10_pinyin.py gazetteer.tsv divisions_en.tsv      needs uconv (ICU)
"""
import subprocess
import sys

ENDINGS = ["特别行政区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "省", "市", "县", "区", "盟", "旗"]
gazetteer, english = sys.argv[1:3]
lines = [line for line in open(english, encoding="utf-8").read().split("\n") if line and not line.endswith("\t~")]
known = {line.split("\t")[0] for line in lines}
wanted = {}
for line in open(gazetteer, encoding="utf-8"):
    field = line.rstrip("\n").split("\t")
    if field[0] != "A" or field[1] != "3" or not field[2].isdigit() or field[2] in known or field[2] in wanted:
        continue
    name = field[3] if len(field) < 7 else field[6]
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            name = name[: -len(ending)]
            break
    if len(name) <= 4 and not any(word in name for word in ("开发", "管理", "园区", "示范", "实验")):
        wanted[field[2]] = name
spelt = subprocess.run(["uconv", "-f", "utf8", "-t", "utf8", "-x", "Han-Latin; Latin-ASCII"],
                       input="\n".join(name.replace("长", "常") for name in wanted.values()),
                       capture_output=True, text=True, check=True).stdout.split("\n")
for code, latin in zip(wanted, spelt):
    lines.append(f"{code}\t{latin.replace(' ', '').capitalize()}\t~")
with open(english, "w", encoding="utf-8") as out:
    out.write("\n".join(sorted(set(lines))) + "\n")
print(len(wanted), "names in pinyin")
