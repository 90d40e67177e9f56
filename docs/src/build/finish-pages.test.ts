import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { finish } from "./finish-pages.ts";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("inline scripts and styles are known by their hash, each once; others aren't", () => {
  const policy = contentSecurityPolicy(
    `<script>a()</script><script type="module">b()</script><script>a()</script><script src="/c.js"></script><style media="x">d{}</style>`,
  );
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash("a()")} ${hash("b()")};`);
  expect(policy).toContain(`style-src-elem 'self' ${hash("d{}")};`);
});

test("no form is sent, and requests go to the site and to loopback alone", () => {
  const policy = contentSecurityPolicy("");
  expect(policy).toContain("form-action 'none'");
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:* http://localhost:*;");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-/);
});

test("a finished page has its policy before anything that it loads, and no theme of its own", () => {
  const page = finish(
    `<!DOCTYPE html><html lang="en" data-theme="dark"><head><script src="/a.js"></script></head></html>`,
  );
  expect(page).toMatch(/^<!DOCTYPE html><html lang="en"><head><meta http-equiv="content-security-policy"/);
});

test("wherever a block of code has left its style sheet and its script, they stand in the head, once", () => {
  const assets =
    '<link rel="stylesheet" href="/b/_astro/ec.a1.css"><script type="module" src="/b/_astro/ec.b2.js"></script>';
  const [first, second] = [
    finish(`<html><head></head><body><pre>${assets}</pre><pre></pre></body></html>`),
    finish(`<html><head></head><body><pre></pre><pre>${assets}</pre></body></html>`),
  ];
  expect(first).toBe(second);
  expect(first).toContain(`${assets}</head><body><pre></pre><pre></pre>`);
});
