import { outlineOf } from "@customer-clients/scripts/src/spec/outline.ts";
import { expect, test } from "vitest";
import { type OperationView, operationParts, viewOperation } from "./operation.ts";

function viewOf(pathItem: object, rest: object = {}): OperationView {
  const outline = outlineOf({ openapi: "3.1.1", paths: { "/things/{id}": pathItem }, ...rest });
  const [part] = operationParts(outline);
  if (!part) throw new Error("expected an operation");
  return viewOperation(outline, part);
}

test("parameters come by place, the path's own first; an operation's takes the place of its path's", () => {
  const view = viewOf({
    parameters: [
      { name: "id", in: "path", required: true, description: "shared", schema: { type: "string" } },
      { name: "trace", in: "header", schema: { type: "string" } },
    ],
    get: {
      operationId: "getThing",
      parameters: [
        { name: "limit", in: "query", schema: { type: "integer", default: 0 }, example: 0 },
        { name: "id", in: "path", required: true, description: "own", schema: { type: "string" } },
      ],
    },
  });
  expect(view.parameters.map((group) => [group.in, group.parameters.map(({ label }) => label)])).toEqual([
    ["path", ["id"]],
    ["query", ["limit"]],
    ["header", ["trace"]],
  ]);
  expect(view.parameters[0]?.parameters[0]?.descriptions).toEqual([
    "/paths/~1things~1{id}/get/parameters/1/description",
  ]);
  expect(view.parameters[1]?.parameters[0]?.facts).toEqual([
    { keyword: "format", values: ["integer"] },
    { keyword: "default", values: ["0"] },
    { keyword: "example", values: ["0"] },
  ]);
});

test("every answer is there with its headers and examples, in the document's order", () => {
  const view = viewOf(
    {
      delete: {
        operationId: "deleteThing",
        responses: {
          "200": {
            description: "gone",
            headers: { "x-id": { schema: { type: "string" } } },
            content: { "application/json": { schema: { type: "null" }, examples: { gone: { value: null } } } },
          },
          "4XX": { $ref: "#/components/responses/Refused" },
        },
      },
    },
    { components: { responses: { Refused: { description: "refused", "x-source": "inferred" } } } },
  );
  expect(
    view.answers.map(({ status, source, headers, media }) => [status, source, headers.length, media.length]),
  ).toEqual([
    ["200", undefined, 1, 1],
    ["4XX", "inferred", 0, 0],
  ]);
  expect(view.answers[0]?.media[0]?.examples[0]).toMatchObject({ name: "gone", json: "null" });
  expect(view.answers[1]?.description).toBe("/components/responses/Refused/description");
});

test("an operation's own security takes the place of the document's, and none is none", () => {
  const security = [{ key: [] }, { key: [], sign: [] }];
  expect(viewOf({ get: { operationId: "a" } }, { security }).security).toEqual([["key"], ["key", "sign"]]);
  expect(viewOf({ get: { operationId: "a", security: [] } }, { security }).security).toEqual([]);
});
