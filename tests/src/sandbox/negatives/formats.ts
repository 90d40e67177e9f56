// The formats that the specs' requests have.
import fc, { type Arbitrary } from "fast-check";

const emailAddress = fc.emailAddress({ size: "small" });
const notEmail = fc.oneof(
  emailAddress.map((address) => address.replace("@", "")),
  emailAddress.map((address) => address.replace("@", "@@")),
  emailAddress.map((address) => address.replace("@", " @")),
  emailAddress.map((address) => address.split("@")[0]),
  emailAddress.map((address) => `@${address.split("@")[1]}`),
  emailAddress.map((address) => `${address}.`),
  emailAddress.map((address) => `${address.split("@")[0]}@localhost`),
  fc.constant(""),
);
const notUuid = fc.oneof(
  fc.uuid().map((id) => id.slice(1)),
  fc.uuid().map((id) => `${id}0`),
  fc.uuid().map((id) => id.replaceAll("-", "")),
  fc.uuid().map((id) => `g${id.slice(1)}`),
  fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/),
);

/** Texts of a format, and texts that aren't. */
export interface Format {
  readonly valid: Arbitrary<string>;
  readonly broken: Arbitrary<unknown>;
}

const formats: Readonly<Record<string, Format>> = {
  email: { valid: emailAddress, broken: notEmail },
  uuid: {
    valid: fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
    ),
    broken: notUuid,
  },
};

/** @throws Error for a format that isn't known here. */
export function formatOf(name: string): Format {
  const format = formats[name];
  if (!format) throw new Error(`expected one of the formats ${Object.keys(formats)}, found ${name}`);
  return format;
}
