import { expect, test } from "vitest";
import { urlsOf } from "./origins.ts";

test("a request's URL has the host that it was sent to, or the origin in process", () => {
  const target = "/open/api/v1/customers?a=1";
  expect(urlsOf("finan", { target, headers: new Headers({ host: "127.0.0.1:4701" }) })).toEqual([
    `http://127.0.0.1:4701${target}`,
    `https://127.0.0.1:4701${target}`,
  ]);
  expect(urlsOf("finan", { target, headers: new Headers() })).toEqual([`https://finan.sandbox.invalid${target}`]);
});
