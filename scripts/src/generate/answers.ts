import { isSuccess } from "./lift-errors.ts";
import { stringLiteral } from "./literal.ts";
import { chooseMediaType, isJson, mediaTypesOf } from "./media-type.ts";
import type { SpecNode } from "./spec-node.ts";
import type { ValueType } from "./value-type.ts";

/**
 * @param declare Declares a type by its name's ending and its expression, and gives its name; called only for a type that is used.
 * @returns The JSON bodies of the success answers; `undefined` for an answer that has none.
 * @throws {UnusableSpecError} When there is no success answer, or one that isn't JSON.
 */
export function readAnswers(
  operation: SpecNode,
  declare: (suffix: string, expression: string) => string,
): (ValueType | undefined)[] {
  const responses =
    operation
      .get("responses")
      ?.entries()
      .filter(([status]) => isSuccess(status)) ?? [];
  if (responses.length === 0) operation.fail("expected a success answer (2xx)");
  const answers = responses.map(([status, response]): ValueType | undefined => {
    const content = response.target().get("content");
    if (!content || content.entries().length === 0) return undefined;
    const [mediaType, body] =
      chooseMediaType(content, [isJson]) ?? content.fail(`expected a JSON answer, found ${mediaTypesOf(content)}`);
    const schema = body.need("schema", "the answer's schema");
    const key = status.endsWith("XX") ? stringLiteral(status) : status;
    const type = `operations["${operation.text("operationId")}"]["responses"][${key}]["content"][${stringLiteral(mediaType)}]`;
    let alias: string | undefined;
    const expression = () => {
      alias ??= declare(responses.length > 1 ? `Answer${status}` : "Answer", type);
      return alias;
    };
    return { schema, optional: false, expression };
  });
  return answers.filter((answer, index) => answers.findIndex((other) => isSame(other, answer)) === index);
}

/** @throws {UnusableSpecError} When a list has more than one success answer with a body, or none. */
export function onlyAnswer(answers: readonly ValueType[], page: SpecNode): ValueType {
  const [answer] = answers;
  return answer && answers.length === 1 ? answer : page.fail("expected one success answer with a body for a list");
}

function isSame(one: ValueType | undefined, other: ValueType | undefined): boolean {
  return one === other || (one?.schema.reference !== undefined && one.schema.reference === other?.schema.reference);
}
