import { expect, test } from "vitest";
import { specTexts } from "./spec-texts.ts";

const document = {
  openapi: "3.1.1",
  info: { title: "Pets", summary: "All pets", description: "Long.", version: "1" },
  servers: [
    { url: "https://{where}", description: "Live", variables: { where: { default: "a", description: "Where" } } },
  ],
  tags: [{ name: "pets", description: "Animals" }],
  paths: {
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        summary: "Get a pet",
        description: " ",
        parameters: [{ name: "id", description: "Its id" }],
        requestBody: { description: "A body", content: { "application/json": { schema: { title: "Pet" } } } },
        responses: {
          200: {
            description: "The pet",
            headers: { etag: { description: "Its tag" } },
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Pet",
                  description: "Beside a reference",
                },
                examples: { one: { summary: "One", description: "A pet", value: { description: "not a text" } } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { description: "The key", "x-client": { headers: ["a"], steps: ["First", "Then"] } } },
    schemas: {
      Pet: {
        description: "A pet",
        default: { description: "not a text" },
        properties: { description: { description: "Free text" }, "a/b": { oneOf: [{ description: "Case" }] } },
      },
    },
  },
};

test("a spec's texts are those that a reader sees, in its order, and no data", () => {
  const operation = "/paths/~1pets~1{id}/get";
  const media = `${operation}/responses/200/content/application~1json`;
  expect([...specTexts(document)]).toEqual([
    ["/info/title", "Pets"],
    ["/info/summary", "All pets"],
    ["/info/description", "Long."],
    ["/servers/0/description", "Live"],
    ["/servers/0/variables/where/description", "Where"],
    ["/tags/0/name", "pets"],
    ["/tags/0/description", "Animals"],
    [`${operation}/summary`, "Get a pet"],
    [`${operation}/parameters/0/description`, "Its id"],
    [`${operation}/requestBody/description`, "A body"],
    [`${operation}/requestBody/content/application~1json/schema/title`, "Pet"],
    [`${operation}/responses/200/description`, "The pet"],
    [`${operation}/responses/200/headers/etag/description`, "Its tag"],
    [`${media}/schema/description`, "Beside a reference"],
    [`${media}/examples/one/summary`, "One"],
    [`${media}/examples/one/description`, "A pet"],
    ["/components/securitySchemes/key/description", "The key"],
    ["/components/securitySchemes/key/x-client/steps/0", "First"],
    ["/components/securitySchemes/key/x-client/steps/1", "Then"],
    ["/components/schemas/Pet/description", "A pet"],
    ["/components/schemas/Pet/properties/description/description", "Free text"],
    ["/components/schemas/Pet/properties/a~1b/oneOf/0/description", "Case"],
  ]);
});
