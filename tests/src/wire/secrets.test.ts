// No secret and no personal value is in anything that a log might show: an error's text, JSON or inspect() output, the client
// itself, what a hook is told. The server is the worst that there is: it repeats in its error whatever it was sent.
import { inspect } from "node:util";
import {
  ApiError,
  ClientError,
  ConnectionError,
  type Hooks,
  InvalidResponseError,
  ServerError,
  TimeoutError,
} from "@customer-clients/core";
import { type CustomerCreate, createFinanClient } from "@customer-clients/finan";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, nothing, type Received, type Reply, serve, text } from "../support/server.ts";

/** Ways in which a provider's message may repeat a part of the request. */
const echoes: Readonly<Record<string, (request: Received) => string>> = {
  "the body": ({ body }) => body,
  "the body's values": bodyValues,
  "the body in a JSON text": ({ body }) => JSON.stringify({ body }),
  "the body in ASCII": ({ body }) => ascii(body),
  "the target": ({ target }) => target,
  "the target, decoded": ({ target }) => decodeURIComponent(target),
  "the headers": ({ headers }) => JSON.stringify(headers),
  "the credentials": ({ headers }) => credentialsOf(headers.authorization ?? ""),
};

function everything(request: Received): string {
  return Object.values(echoes)
    .map((echo) => echo(request))
    .join("\n");
}

function bodyValues({ body }: Received): string {
  return valuesIn(JSON.parse(body || "{}")).join(", ");
}

/** Every value in a piece of JSON. */
function valuesIn(json: unknown): string[] {
  return Object(json) === json ? Object.values(json as object).flatMap(valuesIn) : [String(json)];
}

/** As a program writes JSON that keeps to ASCII. */
function ascii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What a server makes of an `Authorization` header. */
function credentialsOf(authorization: string): string {
  const [scheme, value = ""] = authorization.split(" ");
  return `${scheme} ${scheme === "Basic" ? Buffer.from(value, "base64") : value}`;
}

/** All that a program may show of an error. */
function shown(error: unknown): string {
  return [
    inspect(error, { depth: 10, showHidden: false }),
    JSON.stringify(error),
    String(error),
    ...(error instanceof Error ? [error.message, error.stack] : []),
    ...Object.entries(Object(error)).map(String),
  ].join("\n");
}

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

describe.each(ways)("$way", ({ connect, answers, refusal, secrets }) => {
  /** Every form of a secret that a message might have. */
  const forms = secrets.flatMap((secret) => {
    const quoted = JSON.stringify(secret).slice(1, -1);
    return [secret, encodeURIComponent(secret), quoted, ascii(quoted), JSON.stringify(quoted).slice(1, -1)];
  });

  function expectNothingIn(text: string): void {
    expect(forms.filter((form) => text.includes(form))).toEqual([]);
  }

  /** Makes every call, checks what it throws and what the hooks are told, and gives the errors that the hooks were told of. */
  async function errorsFrom(reply: Reply, options: { now?: () => number; timeoutMs?: number } = {}): Promise<Error[]> {
    const server = await serve(reply);
    const errors: Error[] = [];
    const note = (description: object) => expectNothingIn(shown(description));
    const onError = (failure: { error: Error }) => {
      note(failure);
      errors.push(failure.error);
    };
    const hooks: Hooks = { onRequest: note, onResponse: note, onError };
    const client = connect({ ...options, baseUrl: server.url, maxRetries: 1, hooks });
    const calls = [client.create, client.list, ...Object.values(client.byId).map((call) => () => call("cus_1"))];
    for (const call of calls) {
      const outcome = await Promise.resolve(call()).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(errors).toContain(outcome);
    }
    for (const error of errors) expectNothingIn(shown(error));
    expectNothingIn(inspect(client, { depth: 10 }));
    expect(errors.length).toBeGreaterThanOrEqual(calls.length);
    return errors;
  }

  /** Says an error as the provider does. */
  function echoing(echo: (request: Received) => string, status?: number): Reply {
    return (response, request) => {
      const { body, status: usual } = refusal(echo(request), status);
      json(body, status ?? usual, { "retry-after": "0" })(response, request);
    };
  }

  test.each(Object.entries(echoes))("a message that repeats %s", async (_, echo) => {
    for (const error of await errorsFrom(echoing(echo))) expect(error).toBeInstanceOf(ApiError);
  });

  test.each([200, 502])("HTML that repeats everything, with HTTP %i", async (status) => {
    const errors = await errorsFrom((response, request) => {
      text(`<p>${everything(request)}</p>`, "text/html", status, { "retry-after": "0" })(response, request);
    });
    for (const error of errors) expect(error).toBeInstanceOf(status === 200 ? InvalidResponseError : ServerError);
  });

  test("a redirect's address that repeats everything", async () => {
    const errors = await errorsFrom((response, request) => {
      const location = `https://example.com/?${encodeURIComponent(everything(request))}`;
      nothing(302, { location })(response, request);
    });
    for (const error of errors) expect(error).toBeInstanceOf(InvalidResponseError);
  });

  test.each([200, 400, 401, 402, 403, 404, 409, 418, 422, 429, 500, 503])("a message with HTTP %i", async (status) => {
    for (const error of await errorsFrom(echoing(bodyValues, status))) expect(error).toBeInstanceOf(ApiError);
  });

  test("a message about a clock that is off", async () => {
    const reply: Reply = (response, request) => {
      const { body } = refusal(bodyValues(request), 401);
      const text = JSON.stringify(body).replace("P0001", "L0003");
      response.writeHead(401, { date: new Date(0).toUTCString() }).end(text);
    };
    for (const error of await errorsFrom(reply, { now: () => Date.UTC(2026, 0) }))
      expect(error).toBeInstanceOf(ApiError);
  });

  test("an answer that stalls", async () => {
    const reply: Reply = (response, { body, headers }) => {
      response.writeHead(200).write(JSON.stringify({ body, headers }));
    };
    for (const error of await errorsFrom(reply, { timeoutMs: 20 })) expect(error).toBeInstanceOf(TimeoutError);
  });

  test("a connection that is lost", async () => {
    const reply: Reply = (response, { body, headers }) => {
      response.writeHead(200).write(JSON.stringify({ body, headers }), () => response.socket?.resetAndDestroy());
    };
    for (const error of await errorsFrom(reply)) expect(error).toBeInstanceOf(ConnectionError);
  });

  test("a success", async () => {
    const server = await serve(json(answers.create));
    const note = vi.fn((description: object) => expectNothingIn(shown(description)));
    await connect({ baseUrl: server.url, hooks: { onRequest: note, onResponse: note } }).create();
    expect(note).toHaveBeenCalledTimes(2);
  });

  test("an argument that is refused", async () => {
    const { byId } = connect({ baseUrl: "http://127.0.0.1:1" });
    for (const secret of secrets) {
      const headers = [
        { "x-note": `${secret}\n` },
        { [`${secret}\n`]: "" },
        { authorization: secret, "sign-info": secret },
      ];
      const calls = [() => byId.get(`${secret}/..`), ...headers.map((headers) => () => byId.get("cus_1", { headers }))];
      for (const call of calls) {
        const error = await failure(call());
        // Only Lumyri and Ping++ sign with `authorization`, only AsiaBill with `sign-info`: the others try to send it.
        expect(error).toBeInstanceOf(ClientError);
        expectNothingIn(shown(error));
      }
    }
  });
});

describe("a text that masking has a hard time with", () => {
  const star = "*";
  const stars = {
    general_info: { name: star, customer_code: "C", phone: star, phone_code: star, type: "personal", tax_id: star },
    address: { country: star, province: star, district: star, ward: star, address: star, zip_code: star },
    bank_accounts: [{ bank_code: star, bank_name: star, account_holder_name: star, account_number: star }],
  } satisfies CustomerCreate;

  async function messageFor(content: string): Promise<string> {
    const server = await serve(json({ code: 104000, message: { content } }, 400));
    const client = createFinanClient({ clientId: "client", secret: "secret", baseUrl: server.url });
    return (await failure<Error>(client.customers.create(stars))).message;
  }

  test("the mask as a value doesn't mask the masks", async () => {
    expect(await messageFor("bad * value")).toBe("Finan 104000: bad *** value (HTTP 400)");
  });

  test.each(["\\", "\\u", "%", "%41", " ", "@", "7", "*", "\0", "a@"])("a million times %j", async (piece) => {
    expect((await messageFor(piece.repeat(1_000_000 / piece.length))).length).toBeLessThan(3_500);
  });
});
