import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../../testing/folder.ts";
import { MARKER } from "../report/markdown.ts";
import { commentCommand } from "./command.ts";
import { type FakeGitHub, fakeGitHub, token } from "./github.fixture.ts";

const HEAD = "a".repeat(40);
const BOT = { login: "github-actions[bot]" };

const unchanged = {
  provider: "acme",
  spec: "specs/acme/openapi.yaml",
  bump: "none",
  findings: [] as unknown[],
  changeset: { declared: "none", required: "none", ok: true },
  problems: [] as string[],
  notes: [] as string[],
};

const changed = {
  ...unchanged,
  bump: "major",
  findings: [
    {
      id: "property-removed /x",
      kind: "breaking",
      breaking: true,
      surface: "both",
      pointer: "/x",
      operations: [{ operationId: "createCustomer", direction: "request" }],
      message: "`customers.create` no longer accepts `phone`",
      line: 3,
      column: 1,
    },
  ],
};

interface Run {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
  readonly waits: readonly number[];
}

async function run(
  github: FakeGitHub,
  files: Record<string, string> = {},
  event: unknown = { workflow_run: { event: "pull_request", head_sha: HEAD } },
): Promise<Run> {
  const review = JSON.stringify({ providers: [changed] });
  const folder = folderWith({ "number.txt": "7\n", "review.json": review, ...files });
  const eventFile = join(folder, "event.json");
  writeFileSync(eventFile, JSON.stringify(event));
  let printed = "";
  let errors = "";
  const waits: number[] = [];
  const environment = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: "owner/name",
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_TOKEN: token,
  };
  const output = { print: (text: string) => (printed += text), printError: (text: string) => (errors += text) };
  const code = await commentCommand([folder], environment, output, async (ms) => waits.push(ms));
  return { code, printed, errors, waits };
}

function writes(github: FakeGitHub): string[] {
  return github.requests.filter((request) => !request.startsWith("GET"));
}

describe("the comment on a pull request", () => {
  test("is created, then written anew where it stands, and left alone when nothing changed", async () => {
    const github = await fakeGitHub(HEAD);
    expect(await run(github)).toMatchObject({ code: 0, printed: "Comment on pull request 7: created.\n" });
    expect(github.comments[0]?.body).toContain("`customers.create` no longer accepts `phone`");
    expect(await run(github)).toMatchObject({ code: 0, printed: "Comment on pull request 7: unchanged.\n" });
    const empty = { "review.json": JSON.stringify({ providers: [unchanged] }) };
    expect(await run(github, empty)).toMatchObject({ code: 0, printed: "Comment on pull request 7: updated.\n" });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("No spec differs.");
  });

  test("is found behind pages of others' comments", async () => {
    const github = await fakeGitHub(HEAD);
    for (let id = 1; id <= 250; id++) github.comments.push({ id, body: "talk", user: { login: "somebody" } });
    github.comments.push({ id: 251, body: `${MARKER} old`, user: BOT });
    expect(await run(github)).toMatchObject({ printed: "Comment on pull request 7: updated.\n" });
    expect(writes(github)).toEqual(["PATCH issues/comments/251"]);
  });

  test("is nobody else's, though it has the mark", async () => {
    const github = await fakeGitHub(HEAD);
    github.comments.push({ id: 1, body: `${MARKER} forged`, user: { login: "somebody" } });
    github.comments.push({ id: 2, body: `quoting ${MARKER}`, user: BOT });
    await run(github);
    expect(writes(github)).toEqual(["POST issues/7/comments"]);
    expect(github.comments.slice(0, 2).map(({ body }) => body)).toEqual([`${MARKER} forged`, `quoting ${MARKER}`]);
  });

  test("isn't made for a change that touches no caller", async () => {
    const github = await fakeGitHub(HEAD);
    await run(github, { "review.json": JSON.stringify({ providers: [unchanged] }) });
    expect(writes(github)).toEqual([]);
  });

  test("is made again when it was deleted meanwhile", async () => {
    const github = await fakeGitHub(HEAD);
    github.comments.push({ id: 1, body: `${MARKER} old`, user: BOT });
    github.failures.set("PATCH issues/comments/1", [404]);
    expect(await run(github)).toMatchObject({ printed: "Comment on pull request 7: created.\n" });
  });

  test("isn't repeated when GitHub fails after it has written it", async () => {
    const github = await fakeGitHub(HEAD);
    github.failures.set("POST issues/7/comments", [502]);
    expect(await run(github)).toMatchObject({
      code: 0,
      printed: "Comment on pull request 7: unchanged.\n",
      waits: [2000],
    });
    expect(github.comments).toHaveLength(1);
  });

  test("says that the review didn't come to an end", async () => {
    const github = await fakeGitHub(HEAD);
    await run(github, { "review.json": "" });
    expect(github.comments[0]?.body).toContain("didn't come to an end");
  });
});

describe("what GitHub refuses", () => {
  test.each([
    [403, "GET issues/7/comments", "pull-requests: write is needed"],
    [404, "GET pulls/7", "there is no such thing"],
    [422, "POST issues/7/comments", "answered 422"],
  ])("%i is told and not tried again", async (status, request, message) => {
    const github = await fakeGitHub(HEAD);
    github.failures.set(request, [status]);
    const result = await run(github);
    expect(result).toMatchObject({ code: 1, waits: [] });
    expect(result.errors).toContain(message);
  });

  test("a failure that lasts is told in the end", async () => {
    const github = await fakeGitHub(HEAD);
    github.failures.set("GET issues/7/comments", [500, 502, 503, 504, 500]);
    const result = await run(github);
    expect(result).toMatchObject({ code: 1, waits: [2000, 4000, 8000] });
    expect(result.errors).toContain("answered 504");
  });
});

describe("an artifact is data", () => {
  test("of a pull request that is at another commit, or closed, is let be", async () => {
    const github = await fakeGitHub("b".repeat(40));
    expect(await run(github)).toMatchObject({ code: 0, printed: expect.stringContaining("nothing was posted") });
    github.pullRequest = { state: "closed", head: { sha: HEAD } };
    expect(await run(github)).toMatchObject({ code: 0, printed: expect.stringContaining("nothing was posted") });
    expect(writes(github)).toEqual([]);
  });

  test("of another event is refused", async () => {
    const github = await fakeGitHub(HEAD);
    expect(await run(github, {}, { workflow_run: { event: "push", head_sha: HEAD } })).toMatchObject({ code: 2 });
    expect(github.requests).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ["another number", { "number.txt": "7/../8" }],
    ["no number", { "number.txt": "" }],
    ["no JSON", { "review.json": "## Hello @everyone" }],
    ["another form", { "review.json": '{"providers":[{"provider":"acme","findings":"all"}]}' }],
    ["too many bytes", { "review.json": `{"providers":[],"x":"${"x".repeat(11_000_000)}"}` }],
  ])("with %s is refused", async (_, files) => {
    const github = await fakeGitHub(HEAD);
    const result = await run(github, files);
    expect(result).toMatchObject({ code: 2, errors: expect.stringContaining("expected") });
    expect(github.requests).toEqual([]);
  });

  test("whose texts are Markdown gives a comment without any", async () => {
    const github = await fakeGitHub(HEAD);
    const forged = { ...changed, findings: [{ ...changed.findings[0], message: "![x](https://e.example) @everyone" }] };
    await run(github, { "review.json": JSON.stringify({ providers: [forged] }) });
    expect(github.comments[0]?.body).toContain("**Breaking:** `![x](https://e.example)` `@everyone`");
  });
});
