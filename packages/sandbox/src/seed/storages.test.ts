import { expect, test } from "vitest";
import { createCore } from "../sandbox.ts";
import { storages } from "../testing/storages.ts";

test.each(Object.entries(storages))("seeds and snapshots are the same in every storage: %s", async (_, open) => {
  const [sandbox, inMemory] = [await createCore({}, await open()), await createCore()];
  await sandbox.reset();
  await inMemory.seed({ count: 20 });
  const expected = await inMemory.snapshot();
  await sandbox.seed({ count: 12 });
  await sandbox.seed({ count: 20 });
  expect(await sandbox.snapshot()).toEqual(expected);
  await sandbox.reset();
  await sandbox.seed({ count: 3, seed: 2 });
  await sandbox.restore(expected);
  expect(await sandbox.snapshot()).toEqual(expected);
  await sandbox.close();
});
