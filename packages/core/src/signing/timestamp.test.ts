import { expect, test } from "vitest";
import { unixSeconds } from "./timestamp.ts";

test("unixSeconds gives whole seconds that have passed", () => {
  expect(unixSeconds(1_699_999_999_999)).toBe("1699999999");
  expect(unixSeconds(1_700_000_000_000)).toBe("1700000000");
  expect(unixSeconds(999.9)).toBe("0");
});
