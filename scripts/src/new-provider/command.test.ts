import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateCommand } from "../generate/command.ts";
import { biomeFindings } from "../testing/biome.ts";
import { COMPILERS, compile } from "../testing/compile.ts";
import { make, makeFrom, readSpecOf } from "../testing/new-provider.ts";
import { shapeOf } from "../testing/shape.ts";

test("makes a spec of OpenAPI 3.1 of one of 3.0, with what the client has to know", async () => {
  const { workspace } = await make("shop");
  const { openapi, "x-client": client, servers, paths, components } = readSpecOf(workspace, "shop");
  expect(openapi).toBe("3.1.1");
  expect(client).toEqual({
    name: "Shop",
    // Orders have a member "error" of their own.
    envelope: {
      value: "",
      code: "/error/code",
      message: "/error/message",
      success: { absent: "/errors" },
      error: "ErrorAnswer",
    },
  });
  expect(servers).toEqual([
    { url: "https://eu.shop.example/v1", "x-client": { environment: "live" } },
    { url: "https://sandbox.shop.example/v1", "x-client": { environment: "sandbox" } },
  ]);
  expect(components.securitySchemes.basic["x-client"]).toEqual({ headers: ["authorization"] });
  expect(components.schemas.Order.properties).toEqual({
    id: { type: "string", examples: ["or_1"] },
    note: { type: ["string", "null"] },
    parent: { anyOf: [{ $ref: "#/components/schemas/Order" }, { type: "null" }] },
    error: { type: "string" },
  });
  expect(paths["/v1/orders"].get["x-client"]).toEqual({ method: "orders.list" });
  expect(paths["/v1/orders"].get).not.toHaveProperty("requestBody");
  expect(paths["/v1/orders/{order}"].get["x-client"]).toEqual({ method: "orders.get" });
});

test("says arrays in brackets so that they are sent so", async () => {
  const { workspace } = await make("shop");
  const { get, post } = readSpecOf(workspace, "shop").paths["/v1/orders"];
  expect(get.parameters[1]).toMatchObject({ name: "expand[]", in: "query" });
  expect(get.parameters[1]).not.toHaveProperty("style");
  const form = post.requestBody.content["application/x-www-form-urlencoded"];
  expect(Object.keys(form.schema.properties)).toEqual(["total", "tags[]", "metadata"]);
  expect(form.schema.required).toEqual(["total", "tags[]"]);
  expect(form.schema.properties.total).toEqual({ type: "integer", exclusiveMinimum: 0 });
  expect(form.encoding).toEqual({ metadata: { style: "deepObject" } });
});

test("names the operations that can't be methods, and why", async () => {
  const { printed } = await make("shop");
  expect(printed).toContain("specs/shop/openapi.yaml and packages/shop are made: 3 methods.");
  expect(printed).toContain('  GET /v1/orders/{order}/invoice: expected a JSON answer, found "application/pdf"');
});

test("renames schemas that code can't name, and makes components of what else is referred to", async () => {
  const { workspace, printed } = await make("zoo");
  const { paths, components } = readSpecOf(workspace, "zoo");
  expect(Object.keys(components.schemas)).toEqual(["Animal", "Cat", "FullDog", "Base", "PromiseSchema", "BaseColour"]);
  expect(components.schemas.FullDog.properties.collar).toEqual({ $ref: "#/components/schemas/BaseColour" });
  expect(components.schemas.Animal.discriminator.mapping.dog).toBe("#/components/schemas/FullDog");
  expect(paths["/animals/{id}"].put["x-client"]).toEqual({ method: "animals.replace" });
  expect(paths["/animals/{id}"].patch["x-client"]).toEqual({ method: "animals.update" });
  expect(printed).toContain(
    "POST /animals/{id}/photo: expected a body as JSON or as application/x-www-form-urlencoded",
  );
  expect(printed).toContain("No server in the document can be sent to over https");
});

test("puts a key into the query where the provider wants it, and takes care that it is masked", async () => {
  const { files } = await make("zoo");
  expect(files["src/auth.ts"]).toContain("const key = { api_key: apiKey };");
  expect(files["src/generated/operations.ts"]).toContain(`sensitive: ["api_key"],`);
  expect(files["src/index.ts"]).toContain("authorised(createExchange(provider, signer(options), options), options)");
});

test("lets nothing in a document into the code but as text", async () => {
  const { files, printed, errors } = await make("hostile", "evil-corp");
  expect(errors).toBe("");
  expect(printed).toContain("GET /things/{__proto__}: expected another name than __proto__");
  expect(printed).toContain("GET /evil/{a}`$" + "{evil()}`: expected a path parameter evil()");
  expect(printed).toContain("GET /esc\\u001b[31m: expected a path such as /customers/{id}");
  expect(printed).not.toContain("\u001b");
  for (const [path, text] of Object.entries(files).filter(([path]) => path.endsWith(".ts"))) {
    const { errors, statements } = shapeOf(text);
    expect(errors, path).toEqual([]);
    expect(
      statements.filter((statement) => statement.startsWith("ExpressionStatement")),
      path,
    ).toEqual([]);
  }
});

for (const compiler of Object.keys(COMPILERS)) {
  test.each(["shop", "zoo", "hostile"])(`makes a package of %s that ${compiler} accepts`, async (name) => {
    const { files } = await make(name);
    expect(compile(compiler, Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith(".ts"))))).toBe(
      "",
    );
  });
}

test.each(["shop", "zoo", "hostile"])(
  "makes a package of %s that the formatter and the linter leave as it is",
  async (name) => {
    const { files } = await make(name);
    const written = Object.entries(files).filter(([path]) => path.endsWith(".ts") && !path.includes("/generated/"));
    expect(biomeFindings(Object.fromEntries(written))).toBe("");
  },
);

test("makes what `pnpm generate --check` finds nothing to say about", async () => {
  const { workspace } = await make("shop");
  const output = { print: () => undefined, printError: () => undefined };
  expect(await generateCommand(["shop", "--check"], workspace, output)).toBe(0);
});

test("takes the settings of the workspace's other packages", async () => {
  const { files } = await make("shop");
  expect(JSON.parse(files["package.json"] as string)).toEqual({
    name: "@customer-clients/shop",
    version: "0.0.0",
    description: "A typed client for Shop's API.",
    scripts: { generate: "node ../../scripts/src/generate/cli.ts shop" },
  });
  expect(files["turbo.json"]).toBe(`{ "inputs": ["specs/shop/**"] }`);
});

test("joins the files of a document that has several", async () => {
  const order = `type: object\nproperties: { next: { $ref: "./order.yaml" } }\n`;
  const main = `openapi: 3.1.0
info: { title: Parts, version: "1" }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { "200": { description: All., content: { application/json: { schema: { $ref: "schemas/order.yaml" } } } } }
`;
  const { workspace, code } = await makeFrom({ "main.yaml": main, "schemas/order.yaml": order }, "parts");
  expect(code).toBe(0);
  const { components } = readSpecOf(workspace, "parts");
  expect(components.schemas.Order.properties.next).toEqual({ $ref: "#/components/schemas/Order" });
});

test("drops an example that has a link under $ref, as data of its own", async () => {
  const { code, workspace } = await makeFrom(
    {
      "main.yaml": `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /users:
    get:
      operationId: listUsers
      responses:
        "200":
          description: All.
          content: { application/json: { schema: { type: object }, example: { $ref: "https://links.example/1" } } }
`,
    },
    "links",
  );
  expect(code).toBe(0);
  expect(readFileSync(join(workspace, "specs/links/openapi.yaml"), "utf8")).not.toContain("links.example");
});
