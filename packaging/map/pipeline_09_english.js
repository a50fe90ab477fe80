// English names of Chinese divisions, for the map in English and for events of couriers that write "SHENZHEN": the
// seats that GeoNames knows, joined by GB/T 2260 prefecture and, for counties, by their Chinese name.
const fs = require('fs');
const [places, gazetteer, out] = process.argv.slice(2);
const municipalities = new Set(['11', '12', '31', '50']);
const byPrefecture = new Map(), byName = new Map();
for (const line of fs.readFileSync(places, 'utf8').split('\n')) {
  const c = line.split('\t');
  if (c[8] !== 'CN' || !/^\d{4}/.test(c[11] || '')) continue;
  const prefecture = c[11].slice(0, 4), rank = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3'].indexOf(c[7]);
  const name = c[2].replace(/ (Shi|Xian|Qu)$/, '').replace(/[`'’]/g, "'");
  if (rank >= 0 && rank <= 2) {
    const old = byPrefecture.get(prefecture);
    if (!old || old.rank > rank || (old.rank === rank && old.people < +c[14])) byPrefecture.set(prefecture, {name, rank, people: +c[14]});
  }
  for (const other of (c[3] || '').split(',')) if (/^[\u4e00-\u9fff]{2,}$/.test(other)) {
    const key = prefecture + other, old = byName.get(key);
    if (!old || old.people < +c[14]) byName.set(key, {name, people: +c[14]});
  }
}
const provinces = {11: 'Beijing', 12: 'Tianjin', 13: 'Hebei', 14: 'Shanxi', 15: 'Inner Mongolia', 21: 'Liaoning', 22: 'Jilin',
  23: 'Heilongjiang', 31: 'Shanghai', 32: 'Jiangsu', 33: 'Zhejiang', 34: 'Anhui', 35: 'Fujian', 36: 'Jiangxi', 37: 'Shandong',
  41: 'Henan', 42: 'Hubei', 43: 'Hunan', 44: 'Guangdong', 45: 'Guangxi', 46: 'Hainan', 50: 'Chongqing', 51: 'Sichuan',
  52: 'Guizhou', 53: 'Yunnan', 54: 'Tibet', 61: 'Shaanxi', 62: 'Gansu', 63: 'Qinghai', 64: 'Ningxia', 65: 'Xinjiang',
  71: 'Taiwan', 81: 'Hong Kong', 82: 'Macau'};
// Prefectures that GeoNames files under another code.
const known = {
  650100: "Urumqi",
  611000: "Shangluo", 141100: "Lüliang", 150700: "Hulunbuir", 150800: "Bayannur", 150900: "Ulanqab", 152200:
  "Hinggan", 152500: "Xilingol", 152900: "Alxa", 211100: "Panjin", 222400: "Yanbian", 231100: "Heihe", 232700:
  "Daxing'anling", 320800: "Huai'an", 340400: "Huainan", 350200: "Xiamen", 411200: "Sanmenxia", 420700: "Ezhou",
  433100: "Xiangxi", 513400: "Liangshan", 520600: "Tongren", 522300: "Qianxinan", 522700: "Qiannan", 530800: "Pu'er",
  532300: "Chuxiong", 532500: "Honghe", 532800: "Xishuangbanna", 533100: "Dehong", 533300: "Nujiang", 533400:
  "Diqing", 540400: "Nyingchi", 540500: "Shannan", 622900: "Linxia", 623000: "Gannan", 630200: "Haidong", 632200:
  "Haibei", 632300: "Huangnan", 632500: "Hainan", 632600: "Golog", 632700: "Yushu", 632800: "Haixi", 640200:
  "Shizuishan", 652700: "Bortala", 653000: "Kizilsu"};
const rows = [];
for (const line of fs.readFileSync(gazetteer, 'utf8').split('\n')) {
  const [kind, level, code, name] = line.split('\t'), short = line.split('\t')[6];
  if (kind !== 'A' || !/^\d{6}$/.test(code)) continue;
  let english;
  if (level === '1') english = provinces[code.slice(0, 2)];
  else {
    const found = [name, short].map(n => n && byName.get(code.slice(0, 4) + n)).find(Boolean);
    english = known[code] || (found ? found.name : level === '2' && (byPrefecture.get(code.slice(0, 4)) || {}).name);
  }
  if (english && !(level === '2' && municipalities.has(code.slice(0, 2)))) rows.push(code + '\t' + english);
}
fs.writeFileSync(out, rows.sort().join('\n') + '\n');
console.log(rows.length, 'English names');
