import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { provider } from "../provider.fixture.ts";
import { resolveBaseUrl } from "./base-url.ts";

const resolve = (baseUrl: string) => resolveBaseUrl(provider, { baseUrl });

describe("a base URL", () => {
  test.each([
    ["https://proxy.example.com", "https://proxy.example.com/"],
    ["https://proxy.example.com:8443/open/", "https://proxy.example.com:8443/open/"],
    ["HTTPS://Proxy.Example.COM/Open", "https://proxy.example.com/Open"],
    ["https://例え.example.com", "https://xn--r8jz45g.example.com/"],
    ["http://localhost:8080/open", "http://localhost:8080/open"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080/"],
    ["http://127.1.2.3", "http://127.1.2.3/"],
    ["http://[::1]:8080", "http://[::1]:8080/"],
    ["http://[0:0:0:0:0:0:0:1]", "http://[::1]/"],
    ["http://2130706433", "http://127.0.0.1/"],
  ])("may be %s", (baseUrl, href) => {
    expect(resolve(baseUrl).href).toBe(href);
  });

  test.each([
    ["http elsewhere", "http://api.example.com"],
    ["http on a host that begins like loopback", "http://127.evil.com"],
    ["http on a host that begins like a loopback address", "http://127.0.0.1.evil.com"],
    ["http on a host that begins with localhost", "http://localhost.evil.com"],
    ["http on a host that ends with localhost", "http://evil-localhost"],
    ["http on another address", "http://128.0.0.1"],
    ["http on another IPv6 address", "http://[::2]"],
    ["http on all addresses", "http://0.0.0.0"],
    ["http with loopback as the user", "http://127.0.0.1@evil.com"],
    ["a user name", "https://user@api.example.com"],
    ["a password", "https://:password@api.example.com"],
    ["a query", "https://api.example.com/?a=1"],
    ["an empty query", "https://api.example.com/?"],
    ["a fragment", "https://api.example.com/#a"],
    ["an empty fragment", "https://api.example.com/#"],
    ["ftp", "ftp://localhost"],
    ["file", "file:///etc/passwd"],
    ["data", "data:text/plain,a"],
    ["javascript", "javascript:alert(1)"],
    ["another scheme that begins like https", "httpsx://api.example.com"],
    ["no scheme", "api.example.com"],
    ["a path", "/open"],
    ["nothing", ""],
  ])("may not have or be %s", (_, baseUrl) => {
    expect(() => resolve(baseUrl)).toThrow(InvalidArgumentError);
    expect(() => resolve(baseUrl)).toThrow(/^baseUrl: expected https/);
  });

  test("sends to the host before a backslash, as fetch does, never to the one behind an @", () => {
    expect(resolve("https://api.example.com\\@evil.com").host).toBe("api.example.com");
  });

  test("is in no error's text", () => {
    expect(() => resolve("https://user:password@api.example.com")).toThrow(/^(?!.*password@)/);
  });
});

describe("an environment", () => {
  test("is one of the provider's, live by default", () => {
    expect(resolveBaseUrl(provider, {}).href).toBe("https://api.example.com/open");
    expect(resolveBaseUrl(provider, { environment: "sandbox" }).href).toBe("https://sandbox.example.com/");
  });

  test("gives way to a base URL", () => {
    const { host } = resolveBaseUrl(provider, { environment: "sandbox", baseUrl: "https://proxy.example.com" });
    expect(host).toBe("proxy.example.com");
  });

  test.each(["staging", "", "constructor", "__proto__"])("can't be %j", (environment) => {
    expect(() => resolveBaseUrl(provider, { environment })).toThrow(
      /^environment: expected live, sandbox, or a baseUrl$/,
    );
  });

  test("has to be said where there is no live host", () => {
    const environments = { staging: "https://staging.example.com" };
    expect(() => resolveBaseUrl({ ...provider, environments }, {})).toThrow(InvalidArgumentError);
    const { host } = resolveBaseUrl({ ...provider, environments }, { environment: "staging" });
    expect(host).toBe("staging.example.com");
  });
});
