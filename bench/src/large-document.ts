/** What a resource's schema has, beside a reference to the resource before it. */
const FIELDS = 12;

/** How many resources are chained to each other. */
const CHAIN = 10;

/**
 * Makes an OpenAPI document of a given size, of resources in chains that refer to each other.
 *
 * @param bytes How large it is at least, as JSON.
 * @param isChanged Whether it is the later version: of each tenth resource a field is shorter, another gone, one required.
 */
export function largeDocument(bytes: number, isChanged: boolean): string {
  const paths: Record<string, unknown> = {};
  const schemas: Record<string, unknown> = {};
  let size = 0;
  for (let index = 0; size < bytes; index += 1) {
    const name = `Resource${index}`;
    const schema = resource(index, isChanged && index % 10 === 0);
    const item = operations(index, name);
    size += JSON.stringify(schema).length + JSON.stringify(item).length;
    schemas[name] = schema;
    paths[`/resources/${index}/{id}`] = item;
  }
  const info = { title: "A large document", version: "1" };
  return JSON.stringify({ openapi: "3.1.1", info, paths, components: { schemas } });
}

function resource(index: number, isChanged: boolean): object {
  const fields = Array.from({ length: FIELDS }, (_, field) => [
    `field${field}`,
    {
      type: "string",
      description: `Field ${field} of resource ${index}: a text that says what a caller has to know of it.`,
      maxLength: isChanged && field === 1 ? 50 : 100,
    },
  ]);
  const kept = isChanged ? fields.slice(0, -1) : fields;
  return {
    type: "object",
    required: isChanged ? ["field0", "field2"] : ["field0"],
    properties: {
      ...Object.fromEntries(kept),
      status: { enum: ["open", "closed"] },
      ...(index % CHAIN > 0 && { previous: { $ref: `#/components/schemas/Resource${index - 1}` } }),
    },
  };
}

function operations(index: number, name: string): object {
  const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
  const responses = { 200: { description: "The resource.", content } };
  return {
    parameters,
    get: { operationId: `get${index}`, responses },
    put: { operationId: `put${index}`, requestBody: { required: true, content }, responses },
  };
}
