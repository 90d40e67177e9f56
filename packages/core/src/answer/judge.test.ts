import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "../errors/answer-error.ts";
import { type ApiError, AuthenticationError, ClockSkewError, RateLimitError } from "../errors/api-errors.ts";
import { ClientError } from "../errors/client-error.ts";
import type { OperationDescriptor, ProviderDescriptor } from "../operation.ts";
import { answerOf, deleteCustomer, getCustomer, provider } from "../provider.fixture.ts";
import type { Answer } from "./answer.ts";
import { judge, requestIdOf } from "./judge.ts";
import { byAbsence, byCode } from "./success.ts";

const time = Date.parse("2026-01-02T03:04:05Z");

interface Situation {
  readonly by?: Partial<ProviderDescriptor>;
  readonly operation?: OperationDescriptor;
  readonly attempts?: number;
}

function judged(answer: Answer, { by, operation = getCustomer, attempts = 1 }: Situation = {}) {
  const hide = (text: string) => text.replace("Ada", "***");
  const result = judge(answer, { ...provider, ...by }, { operation, attempts, time }, hide, () => "value");
  return result instanceof ClientError ? result : undefined;
}

describe("success", () => {
  test("is a 2xx whose code matches the provider's pattern", () => {
    expect(judged(answerOf(200, { code: "00", data: null }))).toBeUndefined();
    expect(judged(answerOf(201, { code: "00" }))).toBeUndefined();
    expect(judged(answerOf(200, { code: "000" }))).toMatchObject({ name: "ApiError", code: "000" });
  });

  test("is a 2xx with null, or nothing, where the provider puts its errors", () => {
    const by = { envelope: { value: [], success: byAbsence(["error"]) } };
    expect(judged(answerOf(200, { error: null }), { by })).toBeUndefined();
    expect(judged(answerOf(200, { id: "1" }), { by })).toBeUndefined();
    expect(judged(answerOf(200, []), { by })).toBeUndefined();
    for (const error of [{}, "no", false, 0, ""]) {
      expect(judged(answerOf(200, { error }), { by })).toMatchObject({ name: "ApiError" });
    }
  });

  test("takes a code that is a number", () => {
    const by = { envelope: { ...provider.envelope, success: byCode(/^..2/) } };
    expect(judged(answerOf(200, { code: 102_000 }), { by })).toBeUndefined();
    expect(judged(answerOf(200, { code: 104_000 }), { by })).toMatchObject({ code: "104000" });
  });

  test("has no body only where the operation allows it", () => {
    expect(judged(answerOf(204, ""), { operation: { ...getCustomer, empty: true } })).toBeUndefined();
    expect(judged(answerOf(204, ""))).toBeInstanceOf(InvalidResponseError);
  });
});

describe("an answer that no specification describes", () => {
  test.each([
    ["HTML", "<html></html>"],
    ["cut-off JSON", '{"code":"00"'],
    ["nothing", ""],
    ["a bare number", 3],
    ["null", null],
    ["JSON without the code", { data: {} }],
    ["a code that is no text", { code: { value: "00" } }],
  ])("is an InvalidResponseError: 200 with %s", (_, body) => {
    expect(judged(answerOf(200, body))).toBeInstanceOf(InvalidResponseError);
  });

  test("is an InvalidResponseError whatever its status, when it was a redirect or too large", () => {
    for (const status of [0, 200, 302, 500]) {
      const refused: Answer = { status, headers: new Headers(), text: undefined, json: undefined };
      expect(judged(refused)).toBeInstanceOf(InvalidResponseError);
    }
  });
});

describe("an error that the provider reports", () => {
  test.each([
    [400, "InvalidRequestError"],
    [401, "AuthenticationError"],
    [402, "InvalidRequestError"],
    [403, "AuthenticationError"],
    [404, "NotFoundError"],
    [405, "ApiError"],
    [409, "ConflictError"],
    [410, "ApiError"],
    [422, "InvalidRequestError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [502, "ServerError"],
    [503, "ServerError"],
    [599, "ServerError"],
  ])("is by its status, %i: %s", (status, name) => {
    const by = { errors: [] };
    for (const body of ["", "<html></html>", { code: "E9" }]) {
      expect(judged(answerOf(status, body), { by })).toMatchObject({ name, status });
    }
  });

  test("is by the provider's own rules first, and the first that matches", () => {
    expect(judged(answerOf(403, ""))).toBeInstanceOf(RateLimitError);
    expect(judged(answerOf(500, { code: "E4" }))).toMatchObject({ name: "ConflictError" });
    expect(judged(answerOf(403, { code: "E4" }))).toMatchObject({ name: "ConflictError" });
  });

  test("is an error in HTTP 200 too: by its rule, else an ApiError", () => {
    expect(judged(answerOf(200, { code: "E4" }))).toMatchObject({ name: "ConflictError", status: 200 });
    expect(judged(answerOf(200, { code: "E9" }))).toMatchObject({ name: "ApiError", status: 200 });
  });

  test("tells operation, attempts, code, message and request id", () => {
    const error = judged(answerOf(400, { code: 17, message: "no such label", request_id: "r1" }), { attempts: 3 });
    expect(error).toMatchObject({ operation: "customers.get", attempts: 3, code: "17", requestId: "r1" });
    expect(error?.message).toContain("no such label");
    expect(error?.message).toContain("17");
    expect(error?.message).toContain("HTTP 400");
  });

  test("shows the provider's message masked", () => {
    expect(judged(answerOf(400, { message: "Ada is known" }))?.message).toContain("*** is known");
  });

  test("finds the request id in a header where the provider puts it there", () => {
    const envelope = { ...provider.envelope, requestId: "response-id" };
    const answer = answerOf(400, { request_id: "no" }, { "Response-Id": "r2" });
    expect(judged(answer, { by: { envelope } })).toMatchObject({ requestId: "r2" });
    expect(requestIdOf(answerOf(200, {}), { ...provider, envelope })).toBeUndefined();
  });

  test("says how long to wait: seconds, or until a date by the provider's own clock", () => {
    const retryAfter = (headers: Record<string, string>) =>
      (judged(answerOf(429, "", headers)) as ApiError).retryAfterMs;
    const date = "Fri, 02 Jan 2026 05:00:10 GMT";
    expect(retryAfter({ "retry-after": "7" })).toBe(7_000);
    expect(retryAfter({ "retry-after": date, date: "Fri, 02 Jan 2026 05:00:00 GMT" })).toBe(10_000);
    expect(retryAfter({ "retry-after": date })).toBe(Date.parse(date) - time);
    expect(retryAfter({})).toBeUndefined();
  });
});

describe("a clock that is off", () => {
  const at = (seconds: number) => ({ date: new Date(time + seconds * 1_000).toUTCString() });

  test("is told from a wrong signature by the provider's clock, with both times", () => {
    for (const seconds of [61, -61]) {
      const error = judged(answerOf(401, "", at(seconds)));
      expect(error).toBeInstanceOf(ClockSkewError);
      expect(error).toMatchObject({ clientTime: new Date(time), serverTime: new Date(time + seconds * 1_000) });
    }
  });

  test("isn't the reason within the tolerance, without one, or without the provider's clock", () => {
    for (const seconds of [60, -60]) expect(judged(answerOf(401, "", at(seconds)))).toBeInstanceOf(AuthenticationError);
    const { clockToleranceMs: _, ...untold } = provider;
    const attempt = { operation: getCustomer, attempts: 1, time };
    expect(judge(answerOf(401, "", at(9_999)), untold, attempt, String, () => "value")).toBeInstanceOf(
      AuthenticationError,
    );
    expect(judged(answerOf(401, ""))).toBeInstanceOf(AuthenticationError);
  });

  test("isn't the reason of other errors", () => {
    expect(judged(answerOf(404, "", at(9_999)))).toMatchObject({ name: "NotFoundError" });
  });

  test("is known from the provider's code even without its clock", () => {
    const error = judged(answerOf(200, { code: "E3" }), {
      by: { errors: [[/ E3$/, ClockSkewError]] },
    }) as ClockSkewError;
    expect(error.clientTime).toEqual(new Date(time));
    expect(error.serverTime.getTime()).toBeNaN();
  });
});

describe("not found", () => {
  const message = (operation: OperationDescriptor, attempts: number) =>
    judged(answerOf(404, ""), { operation, attempts })?.message;

  test("says on a later attempt of a delete that an earlier one may have done it", () => {
    expect(message(deleteCustomer, 2)).toContain("an earlier attempt may have deleted it");
  });

  test("doesn't say so of the first attempt, or of a get", () => {
    expect(message(deleteCustomer, 1)).not.toContain("earlier");
    expect(message(getCustomer, 2)).not.toContain("earlier");
  });
});
