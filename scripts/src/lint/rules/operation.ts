import { type Outline, type Part, pointerOf } from "../../spec/outline.ts";
import { asText, entriesOf } from "../../spec/pointer.ts";
import { errorSchemaPointer, operationsOf } from "../operations.ts";
import type { Rule } from "../rule.ts";

/** Each media type of a request body has an example. */
export const requestExample: Rule = function* (outline) {
  for (const media of outline.parts) {
    if (media.kind === "mediaType" && media.parent?.kind === "requestBody" && !hasExample(media)) {
      yield { pointer: media.pointer, message: "expected an example of the request body (examples)" };
    }
  }
};

/** Each media type of a success answer has an example. */
export const answerExample: Rule = function* (outline) {
  for (const { answers } of operationsOf(outline)) {
    for (const { isSuccess, status, content } of answers) {
      for (const media of isSuccess ? content : []) {
        if (!hasExample(media)) {
          yield { pointer: media.pointer, message: `expected an example of the ${status} answer (examples)` };
        }
      }
    }
  }
};

/** Each operation says how it reports an error: by status, or inside an answer with a success status. */
export const errorAnswer: Rule = function* (outline) {
  const errorSchema = errorSchemaPointer(outline);
  for (const { part, answers } of operationsOf(outline)) {
    const isDocumented = answers.some(
      ({ status, content }) =>
        /^(4|5|default)/.test(status) || content.some((media) => offers(outline, media, errorSchema)),
    );
    if (isDocumented) continue;
    const branch = errorSchema ? ` or the oneOf branch #${errorSchema} in its 200 answer` : "";
    yield { pointer: part.pointer, message: `expected a 4XX, 5XX or default answer${branch}` };
  }
};

function hasExample({ value }: Part): boolean {
  return value.example !== undefined || entriesOf(value.examples).length > 0;
}

/** Whether one of the alternatives of a media type's schema is a reference to `target`. */
function offers(outline: Outline, media: Part, target: string | undefined): boolean {
  const schema = outline.at(`${media.pointer}/schema`);
  const alternatives = schema && outline.resolve(schema)?.value.oneOf;
  return entriesOf(alternatives).some(
    ([, branch]) => pointerOf(asText((branch as Part["value"])?.$ref) ?? "") === target,
  );
}
