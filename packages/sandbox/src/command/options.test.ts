import { describe, expect, test } from "vitest";
import { hostWarning, shownDatabase } from "./banner.ts";
import { help, readCommandLine } from "./options.ts";

describe("the command line", () => {
  test("has a default for every option", () => {
    expect(readCommandLine([])).toEqual({
      host: "127.0.0.1",
      port: 4700,
      database: "./customer-clients-sandbox.db",
      count: 20,
      quiet: false,
      json: false,
    });
  });

  test("is read", () => {
    const args =
      "--port 0 --host ::1 --database=x.db --allow-origin https://a.example --seed 7 --count 3 --quiet --json".split(
        " ",
      );
    expect(readCommandLine(args)).toEqual({
      host: "::1",
      port: 0,
      database: "x.db",
      allowOrigin: "https://a.example",
      seed: 7,
      count: 3,
      quiet: true,
      json: true,
    });
  });

  test("asks for the help or the version, whatever else it says", () => {
    expect(readCommandLine(["--port", "x", "--help"])).toBe("help");
    expect(readCommandLine(["--version"])).toBe("version");
    const described = [...help.matchAll(/^ {2}--([\w-]+)/gm)].map(([, option]) => option);
    expect(described).toEqual([
      "port",
      "host",
      "database",
      "allow-origin",
      "seed",
      "count",
      "quiet",
      "json",
      "help",
      "version",
    ]);
  });

  test.each([
    [["--port", "x"], '--port: expected a whole number from 0 to 65531, found "x"'],
    [["--port", "65532"], "--port: expected a whole number from 0 to 65531, found 65532"],
    [["--port="], '--port: expected a whole number from 0 to 65531, found ""'],
    [["--seed", "1.5"], '--seed: expected a whole number from 0 to 4294967295, found "1.5"'],
    [["--seed", "1", "--count", "10001"], "--count: expected a whole number from 0 to 10000, found 10001"],
    [["--count", "1"], "--count: expected --seed beside it"],
    [["--host="], "--host: expected an address, found none"],
    [["--database="], "--database: expected a file or postgres://…, found none"],
    [["--allow-origin", "*"], '--allow-origin: expected an origin such as https://docs.example, found "*"'],
    [["--prot", "1"], "Unknown option '--prot'"],
    [["--port"], "Option '--port <value>' argument missing"],
    [["4700"], "Unexpected argument '4700'"],
  ])("is refused: %j", (args, message) => {
    expect(() => readCommandLine(args)).toThrow(message);
  });
});

test.each([
  ["./customers.db", "./customers.db"],
  [":memory:", ":memory:"],
  ["postgres://ann:s3cret@db.example:5432/x", "postgres://ann:***@db.example:5432/x"],
  ["postgresql://ann:s3%40cret@db/x", "postgresql://ann:***@db/x"],
  ["postgres://ann@db/x", "postgres://ann@db/x"],
  ["postgres://db/x?user=ann&password=s3cret", "postgres://db/x?user=ann&password=***"],
  ["postgres://ann:s3cret/", "PostgreSQL"],
])("the database %s is shown without its password", (database, shown) => {
  expect(shownDatabase(database)).toBe(shown);
});

test("an address that others can reach is warned of", () => {
  for (const host of ["127.0.0.1", "127.1.2.3", "localhost", "::1"]) expect(hostWarning(host)).toBeUndefined();
  for (const host of ["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example"]) expect(hostWarning(host)).toContain(host);
});
