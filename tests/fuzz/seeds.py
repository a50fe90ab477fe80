#!/usr/bin/env python3
"""Writes the first inputs of every fuzz target below a folder: seeds.py FOLDER. They come from goldens and vectors."""

import base64
import gzip
import json
import pathlib
import re
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 64 * 1024


def write(folder, inputs):
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(inputs):
        if len(data) <= LONGEST:
            (folder / f"seed-{number:05}").write_bytes(data)


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def body_of(answer):
    """As readGoldenAnswer of tests/support/goldencase.cpp reads it."""
    if "body_base64" in answer:
        return base64.b64decode(answer["body_base64"])
    body = answer.get("body", "")
    return (body if isinstance(body, str) else json.dumps(body, ensure_ascii=False, separators=(",", ":"))).encode()


def list_in(source, name):
    """The values of a constexpr std::array of provider_fuzz."""
    values = re.search(rf"std::array {name}{{(.*?)}}", source, re.DOTALL)[1]
    return [value.strip().strip('"') for value in values.split(",")]


PROVIDER_FUZZ = (ROOT / "tests/fuzz/provider_fuzz.cpp").read_text("utf-8")
STATUSES = [int(status) for status in list_in(PROVIDER_FUZZ, "kStatuses")]
HEADERS = [name.lower() for name in list_in(PROVIDER_FUZZ, "kHeaders")]


def scenes(golden):
    """Inputs of provider_fuzz: number of the scene, status, headers if there are any, body."""
    for number, context in enumerate(sorted(golden.glob("*.context.json"), key=lambda path: path.name)):
        answer = context.with_name(context.name.replace(".context.json", ".in.json"))
        got = load(answer) if answer.exists() else {"body": {}}
        status, headers = STATUSES.index(got.get("status", 200)), b""
        for name, value in got.get("headers", {}).items():
            if name.lower() in HEADERS and len(value.encode()) < 256:
                headers += bytes([HEADERS.index(name.lower()), len(value.encode())]) + value.encode()
        head = bytes([status | 0x80]) + headers + b"\xff" if headers else bytes([status])
        yield number.to_bytes(2, "little") + head + body_of(got)


def bodies(name):
    return [body_of(load(path)) for path in sorted((ROOT / "core/providers" / name / "golden").glob("*.in.json"))]


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)


def short_texts(documents):
    found = {text for document in documents for text in texts(document) if 0 < len(text) <= 40}
    # One of each shape is enough: the fuzzer finds the neighbours.
    shapes = {}
    for text in sorted(found):
        shapes.setdefault(re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"[0-9]+", "0", text))), text)
    return [text.encode() for text in shapes.values()]


def quoted_in(path):
    """The string literals of a test: its examples."""
    return {text.encode() for text in re.findall(r'"((?:[^"\\\n])*)"', path.read_text(encoding="utf-8")) if text}


def pushes():
    """Inputs of push_fuzz: whose push it is (0: SF, 1: Kuaidi100, 2: Kdniao, 3: ZTO), then what was pushed."""
    def samples(courier):
        return load(ROOT / f"tests/vectors/logistics/sample-{courier}.json")["samples"]

    for courier, field in ((b"\1", "param"), (b"\2", "RequestData")):
        for sample in samples("kuaidi100" if field == "param" else "kdniao"):
            if field in (form := sample.get("request", {}).get("form_fields", {})):
                yield courier + form[field].encode()
    for sample in samples("sf"):
        if "WaybillRoute" in (body := sample.get("request", {}).get("body_text", "")):
            yield b"\0" + body.encode()
    for sample in samples("zto"):
        scans = [request["form_fields"]["data"] for request in sample.get("requests", [])]
        if scans:
            yield b"\3" + "\n".join(scans).encode()
    for number, courier in enumerate(("sf", "kuaidi100", "kdniao", "zto")):
        yield from (bytes([number]) + body for body in bodies(courier))


def keys(documents):
    """Inputs of keys_fuzz from the throw-away keys of the vectors: as pasted (0), and the bytes in them (1: a key, 2: a certificate)."""
    pasted = {text for document in documents for text in texts(document)
              if text.startswith("-----BEGIN ") or re.fullmatch(r"MII[A-Za-z0-9+/]{200,}={0,2}", text)}
    for text in sorted(pasted):
        yield b"\0" + text.encode()
        first = re.sub(r"-----END.*", "", text, flags=re.DOTALL)
        der = base64.b64decode(re.sub(r"-----BEGIN [^-]*-----|\s", "", first))
        yield (b"\2" if "BEGIN CERTIFICATE" in text else b"\1") + der


def sealed():
    """Inputs of sealed_fuzz. 0: Youzan's message, 1: UnionPay's field, 2: its customer's fields, 3: WeChat's field,
    4 and 5: to be sealed."""
    for document, number in (("stores/sign-youzan", 0), ("payments/unionpay-encrypt", 1), ("payments/wechat-oaep", 3)):
        for case in load(ROOT / f"tests/vectors/{document}.json")["cases"]:
            case = case | case.get("input", {}) | case.get("expected", {})
            for name in ("cipher_base64", "ciphertext", "example_ciphertext", "ciphertext_base64"):
                if name in case:
                    yield bytes([number]) + case[name].encode()
            for name in ("customerInfo", "example_value"):
                if isinstance(case.get(name), str):
                    yield b"\2" + case[name].encode()
    yield b"\4" + "张三".encode()
    yield b"\5phoneNo=13552535506&cvn2=123&expired=1711"


# Of kept_fuzz: {"orders": [1, 2, 3, 4], "things": [0, 1, "A1", "CNY"], "figures": {"net": [0, 100, 0]}} in CBOR.
KEPT_PARTS = b"\xa3\x66orders\x84\1\2\3\4\x66things\x84\0\1\x62A1\x63CNY\x67figures\xa1\x63net\x83\0\x18\x64\0"
RULE_CONDITIONS = json.dumps({
    "countries": ["CN"], "provinces": ["浙江"], "shops": [2], "weight_from": 0, "weight_below": 1000, "value_from": 0,
    "value_below": 5000, "cash_on_delivery": False, "book_since": 1790000000000, "waiting_too_at": 1790000000000,
}, ensure_ascii=False).encode()
# Of answers_fuzz.
RECORDED_CALL = json.dumps({
    "endpoint": "https://shop.example", "stream": "orders", "loop": "discover", "cursor": "c", "from": 5, "to": 9,
    "page_size": 7, "ids": ["a"],
    "request": {"method": "POST", "url": "https://shop.example/x", "headers": [["Accept", "YQ=="]], "body": "Yg==",
                "operation": "orders.page", "state": "s", "expected": [404], "timeout": 9000},
}).encode()


def main():
    out = pathlib.Path(sys.argv[1])
    for golden in sorted((ROOT / "core/providers").glob("*/golden")):
        write(out / f"provider-{golden.parent.name}", scenes(golden))
    vectors = sorted((ROOT / "tests/vectors").rglob("*.json"))
    write(out / "jsonreader", [path.read_bytes() for path in vectors] + bodies("woocommerce"))
    write(out / "declaration", [path.read_bytes() for path in sorted((ROOT / "core/providers").glob("*/provider.json"))])
    write(out / "alipay_bill", bodies("alipay") + [path.read_bytes() for path in (ROOT / "tests/vectors").rglob("*.csv")])
    bills = [path.read_text("utf-8") for path in sorted((ROOT / "tests/vectors/payments").glob("*-bill.json"))]
    bill_texts = [text.encode() for text in texts([json.loads(bill) for bill in bills]) if "\n" in text]
    archives = bodies("unionpay") + bodies("wechatpay")
    zm = [text.encode() for text in texts(load(ROOT / "tests/vectors/payments/unionpay-file.json")) if len(text) >= 600]
    write(out / "bills", [bytes([which]) + text for which in (0, 3) for text in bill_texts] + [b"\1" + text for text in zm] + [b"\2" + body for body in archives])
    files = [path.read_bytes() for path in sorted((ROOT / "tests/vectors/stores/csv").iterdir())]
    typed = "订单编号=number,实付=total".encode()
    named = "订单编号,实付,x\nA1,9.9,1".encode()
    write(out / "files", files + [file + b"\n--map " + typed for file in [named, *files]])
    answers = bodies("woocommerce") + bodies("jd")
    write(out / "answers", [a + b"\0" + b for a, b in zip(answers, answers[1:])]
          + [json.dumps(load(path).get("action", {}), ensure_ascii=False).encode()
             for path in sorted((ROOT / "core/providers").glob("*/golden/*.context.json"))] + [RECORDED_CALL])
    write(out / "columnpack", [b"\0\0", b"\1\3CNY\2" + b"\x80\1\2" + b"\0\0" + b"\4\5"])
    write(out / "keys", keys(map(load, sorted((ROOT / "tests/vectors/payments").glob("*.json")))))
    write(out / "push", pushes())
    write(out / "sealed", sealed())
    write(out / "kept", [b"\0" + KEPT_PARTS, b"\1" + RULE_CONDITIONS])
    write(out / "masking", bodies("woocommerce") + bodies("shopify")
          + sorted(quoted_in(ROOT / "tests/core/sync/masking_test.cpp")
                   | quoted_in(ROOT / "tests/core/sync/supportbundle_test.cpp"))
          + [b'{"access_token":"\1","note":"\2 \3","x":["\4","\5","\6",\x07,"\x08"]}'])
    write(out / "values", short_texts(map(load, vectors)) + [b"1790000000000.42", "sf 浙江 2\n* 新疆 7\n* * 4".encode()])
    write(out / "places", sorted(quoted_in(ROOT / "tests/core/geo/geocoder_test.cpp")))
    gazetteer = gzip.decompress((ROOT / "resources/map/gazetteer.tsv.gz").read_bytes())
    level = zlib.decompress((ROOT / "resources/map/base_L0.z").read_bytes())
    write(out / "mapfiles", [b"\1" + level[:32000], b"\2" + gazetteer[:8000], b"\3SQLite format 3\0"])
    write(out / "labels", short_texts(map(load, vectors)))
    write(out / "filtertext", sorted(quoted_in(ROOT / "tests/core/store/filtertext_test.cpp")
                                     | quoted_in(ROOT / "tests/core/store/shipmentfilter_test.cpp")))


main()
