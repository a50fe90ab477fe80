#!/bin/sh
# usage: translations/update.sh   Brings every .ts up to the source texts, one file per folder so that work in one page does
# not touch another's file. Without line numbers: they would change with every edit.
set -e
cd "$(dirname "$0")/.."
lupdate=$(command -v lupdate6 || command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
update() {
  name=$1
  shift
  "$lupdate" -silent -I . -locations none -no-obsolete -no-ui-lines -target-language zh_CN "$@" -ts "translations/${name}_zh_CN.ts"
}
update shell ui/mainwindow ui/actions ui/pages.cpp ui/pages.h ui/theme
for folder in ui/*/; do
  name=$(basename "$folder")
  case $name in mainwindow | actions | theme) ;; *) update "$name" "$folder" ;; esac
done
for folder in app/desktop app/cli app/workspace; do
  if [ -d "$folder" ]; then update "$(basename "$folder")" "$folder"; fi
done
# English needs to be told only how "%n row(s)" reads for one and for many.
"$lupdate" -silent -pluralonly -I . -locations none -no-obsolete -no-ui-lines -target-language en_US ui app -ts translations/plurals_en.ts
# A folder without texts needs no file.
for file in translations/*.ts; do
  grep -q '<source>' "$file" || rm "$file"
done
