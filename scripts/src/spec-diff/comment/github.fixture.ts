import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface StoredComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

/** A stand-in for GitHub's comments API on loopback, and what it was asked. */
export interface FakeGitHub {
  readonly url: string;
  readonly comments: StoredComment[];
  readonly requests: string[];
  /** Statuses to answer with first, by `METHOD path`. */
  readonly failures: Map<string, number[]>;
  pullRequest: { state: string; head: { sha: string } };
}

const TOKEN = "a-token";

/** Starts it for the running test. */
export async function fakeGitHub(sha: string): Promise<FakeGitHub> {
  const state: Omit<FakeGitHub, "url"> = {
    comments: [],
    requests: [],
    failures: new Map(),
    pullRequest: { state: "open", head: { sha } },
  };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
      const key = `${request.method} ${pathname.replace("/repos/owner/name/", "")}`;
      state.requests.push(key + (searchParams.get("page") ? ` page ${searchParams.get("page")}` : ""));
      const answer = (status: number, body: unknown) => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      };
      const failure = state.failures.get(key)?.shift();
      if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(401, { message: "Bad credentials" });
      // A failure that comes after the work is done: the worst kind.
      if (failure !== undefined && failure < 500) return answer(failure, { message: "refused" });
      const [status, body] = handle(key, searchParams, text === "" ? undefined : JSON.parse(text));
      answer(failure ?? status, body);
    });
  });
  const handle = (key: string, query: URLSearchParams, sent: { body: string } | undefined): [number, unknown] => {
    if (key === "GET pulls/7") return [200, state.pullRequest];
    if (key === "GET issues/7/comments") {
      const size = Number(query.get("per_page") ?? 30);
      const start = (Number(query.get("page") ?? 1) - 1) * size;
      return [200, state.comments.slice(start, start + size)];
    }
    if (key === "POST issues/7/comments" && sent) {
      const comment = { id: state.comments.length + 1000, body: sent.body, user: { login: "github-actions[bot]" } };
      state.comments.push(comment);
      return [201, comment];
    }
    const id = /^PATCH issues\/comments\/(\d+)$/.exec(key)?.[1];
    const comment = state.comments.find((one) => one.id === Number(id));
    if (!comment || !sent) return [404, { message: "Not Found" }];
    comment.body = sent.body;
    return [200, comment];
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

export const token: string = TOKEN;
