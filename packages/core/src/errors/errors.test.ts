import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { answerOf, getCustomer } from "../provider.fixture.ts";
import { WebhookVerificationError } from "../webhook.ts";
import { InvalidResponseError } from "./answer-error.ts";
import * as api from "./api-errors.ts";
import { ClientError } from "./client-error.ts";
import { InvalidArgumentError } from "./invalid-argument-error.ts";
import { ConnectionError, TimeoutError } from "./transport-errors.ts";

const answer = answerOf(
  400,
  { code: "E1", phone: "13924343678" },
  {
    "set-cookie": "session=abcdef",
    date: new Date(2_000).toUTCString(),
  },
);
const attempt = { operation: getCustomer, attempts: 2, time: 1_000 };
const parts = ["said", attempt, answer, { code: "E1", requestId: "r1", retryAfterMs: 5_000 }] as const;

const answerErrors: readonly [string, InvalidResponseError | api.ApiError][] = [
  ["InvalidResponseError", new InvalidResponseError("said", attempt, answer)],
  ["ApiError", new api.ApiError(...parts)],
  ["AuthenticationError", new api.AuthenticationError(...parts)],
  ["InvalidRequestError", new api.InvalidRequestError(...parts)],
  ["NotFoundError", new api.NotFoundError(...parts)],
  ["ConflictError", new api.ConflictError(...parts)],
  ["RateLimitError", new api.RateLimitError(...parts)],
  ["ServerError", new api.ServerError(...parts)],
  ["ClockSkewError", new api.ClockSkewError(...parts)],
];

const otherErrors: readonly [string, ClientError][] = [
  ["ClientError", new ClientError("said", attempt)],
  ["ConnectionError", new ConnectionError(attempt, new TypeError("fetch failed"))],
  ["TimeoutError", new TimeoutError("said", attempt)],
];

const errorsBeforeAnyCall: readonly [string, ClientError][] = [
  ["InvalidArgumentError", new InvalidArgumentError("said")],
  ["WebhookVerificationError", new WebhookVerificationError("said")],
];

describe.each([...answerErrors, ...otherErrors, ...errorsBeforeAnyCall])("%s", (name, error) => {
  test("is an Error and a ClientError of its own name", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(ClientError);
    expect(error.name).toBe(name);
  });

  test("begins its stack with its name", () => {
    expect(error.stack).toMatch(new RegExp(`^${name}: `));
    expect(inspect(error)).toMatch(new RegExp(`^${name}: `));
  });
});

describe.each([...answerErrors, ...otherErrors])("%s", (_, error) => {
  test("tells operation and attempts", () => {
    expect(error).toMatchObject({ operation: "customers.get", attempts: 2 });
  });
});

describe.each(errorsBeforeAnyCall)("%s", (_, error) => {
  test("tells of no operation and no attempt", () => {
    expect(error).toMatchObject({ operation: undefined, attempts: 0 });
  });
});

describe.each(answerErrors)("%s", (_, error) => {
  test("lets the program read status, headers and body", () => {
    expect(error.status).toBe(400);
    expect(error.body).toEqual({ code: "E1", phone: "13924343678" });
    expect(error.headers.get("set-cookie")).toBe("session=abcdef");
  });

  test("shows neither body nor headers in message, stack, JSON, its own fields or inspect()", () => {
    const shown = [
      error.message,
      String(error),
      error.stack,
      JSON.stringify(error),
      JSON.stringify({ ...error }),
      inspect(error, { depth: null, showHidden: true }),
      inspect(error, { depth: null, getters: true }),
      inspect({ deep: [error] }, { depth: null }),
    ].join("\n");
    expect(shown).not.toContain("13924343678");
    expect(shown).not.toContain("abcdef");
  });
});

describe("what the provider reports", () => {
  const reported = answerErrors.slice(1) as [string, api.ApiError][];

  test.each(reported)("%s is an ApiError with code, request id and time to wait", (_, error) => {
    expect(error).toBeInstanceOf(api.ApiError);
    expect(error).toMatchObject({ code: "E1", requestId: "r1", retryAfterMs: 5_000 });
  });

  test("is no InvalidResponseError, and the other way round", () => {
    expect(answerErrors[0]?.[1]).not.toBeInstanceOf(api.ApiError);
    expect(answerErrors[1]?.[1]).not.toBeInstanceOf(InvalidResponseError);
  });

  test("has both times where a clock is off", () => {
    const { clientTime, serverTime } = new api.ClockSkewError(...parts);
    expect([clientTime.getTime(), serverTime.getTime()]).toEqual([1_000, 2_000]);
  });
});

describe("a body", () => {
  const bodyOf = (body: unknown) => new InvalidResponseError("said", attempt, answerOf(200, body)).body;

  test("is parsed JSON, else the text", () => {
    expect(bodyOf([1])).toEqual([1]);
    expect(bodyOf("<html></html>")).toBe("<html></html>");
  });

  test("is undefined when it was refused", () => {
    const refused = { status: 302, headers: new Headers(), text: undefined, json: undefined };
    expect(new InvalidResponseError("said", attempt, refused).body).toBeUndefined();
  });
});

describe("ConnectionError", () => {
  const origin = new TypeError("fetch failed https://example.com/?q=13924343678", {
    cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
  });
  const error = new ConnectionError(attempt, origin);

  test("has the runtime's code, which Node puts beneath what it throws", () => {
    expect(error.code).toBe("ECONNREFUSED");
    expect(error.message).toContain("ECONNREFUSED");
    expect(new ConnectionError(attempt, Object.assign(new Error(), { code: "ENOTFOUND" })).code).toBe("ENOTFOUND");
  });

  test.each([new TypeError("fetch failed"), undefined, null, "text"])(
    "has none for %s, and says nothing of it",
    (thrown) => {
      const error = new ConnectionError(attempt, thrown);
      expect(error.code).toBeUndefined();
      expect(error.message).not.toContain("undefined");
    },
  );

  test("lets the program read what fetch threw, and shows it nowhere", () => {
    expect(error.origin).toBe(origin);
    const inspected = inspect(error, { depth: null, showHidden: true });
    expect(`${error.stack} ${JSON.stringify(error)} ${inspected}`).not.toContain("13924343678");
  });
});
