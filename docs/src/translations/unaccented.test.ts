import { expect, test } from "vitest";
import { unaccentedVietnamese } from "./unaccented.ts";

const translations = [
  { original: "A customer (Khach hang), or `two` (required).", text: "Một khách hàng, hoặc hai (bắt buộc)." },
  { original: "Who it is (bat buoc, required).", text: "Đó là ai (bắt buộc)." },
  { original: "Its street (Dia chi\nduong), an address (API).", text: "Địa chỉ đường (API)." },
];

test("words in brackets that the Vietnamese text has with accents are Vietnamese", () => {
  const pattern = unaccentedVietnamese(translations);
  const found = "Khach hang, Khach hangs, bat buoc, Dia chi duong, required, API, Dia chi".match(
    new RegExp(pattern ?? "", "gu"),
  );
  expect(found).toEqual(["Khach hang", "bat buoc", "Dia chi duong"]);
});

test("there is nothing to find where no words have lost their accents", () => {
  expect(
    unaccentedVietnamese([{ original: "First name (名), optional (sdk).", text: "Tên (名), tùy chọn (sdk)." }]),
  ).toBe(undefined);
});
