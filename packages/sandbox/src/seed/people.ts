// Made-up people of China and Viet Nam. Their e-mail addresses are in example.com, where nobody gets mail (RFC 2606).
import type { Random } from "../random.ts";

/** A name in two parts, as its bearer writes it, and an e-mail address that fits. */
export interface Person {
  readonly family: string;
  readonly given: string;
  readonly email: string;
}

const chineseFamilies = [
  ["王", "wang"],
  ["李", "li"],
  ["张", "zhang"],
  ["刘", "liu"],
  ["陈", "chen"],
  ["杨", "yang"],
  ["黄", "huang"],
  ["赵", "zhao"],
  ["周", "zhou"],
  ["欧阳", "ouyang"],
] as const;
const chineseGiven = [
  ["伟", "wei"],
  ["芳", "fang"],
  ["敏", "min"],
  ["静", "jing"],
  ["磊", "lei"],
  ["洋", "yang"],
  ["秀英", "xiuying"],
  ["志强", "zhiqiang"],
  ["子涵", "zihan"],
  ["雨欣", "yuxin"],
  ["浩然", "haoran"],
] as const;
const vietnameseFamilies = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"] as const;
const vietnameseMiddle = ["Văn", "Thị", "Minh", "Thu", "Quang", "Ngọc", "Hữu", "Thanh"] as const;
const vietnameseGiven = [
  "An",
  "Bình",
  "Chi",
  "Dũng",
  "Giang",
  "Hà",
  "Hùng",
  "Lan",
  "Linh",
  "Phúc",
  "Sơn",
  "Thảo",
] as const;

/** Somebody with a Chinese name. */
export function chinesePerson(random: Random): Person {
  const [family, familyLetters] = random.pick(chineseFamilies);
  const [given, givenLetters] = random.pick(chineseGiven);
  return { family, given, email: emailOf(random, givenLetters, familyLetters) };
}

/** Somebody with a Vietnamese name: the middle name stands with the given one. */
export function vietnamesePerson(random: Random): Person {
  const family = random.pick(vietnameseFamilies);
  const own = random.pick(vietnameseGiven);
  const given = `${random.pick(vietnameseMiddle)} ${own}`;
  return { family, given, email: emailOf(random, unaccented(own), unaccented(family)) };
}

/** A Vietnamese text in the letters of ASCII, as bank accounts have it. */
export function unaccented(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}

/** So many digits, zeros at the beginning included. */
export function numberOf(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => random.below(10)).join("");
}

function emailOf(random: Random, given: string, family: string): string {
  return `${given}.${family}${random.below(1_000)}@example.com`.toLowerCase();
}
