import { join } from "node:path";
import { expect, test } from "vitest";
import { providersIn, survey, TRANSLATED } from "./survey.ts";

const workspace = join(import.meta.dirname, "../../..");

// Stale and missing texts fail a release alone: a change to a spec needn't wait for its translators.
test.each(providersIn(workspace))(
  "the translations of %s keep what isn't language, and belong to a text",
  (provider) => {
    expect(survey(workspace, [provider], TRANSLATED).flatMap(({ problems }) => problems)).toEqual([]);
  },
);
