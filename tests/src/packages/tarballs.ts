import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { pnpm } from "../support/pnpm.ts";

/** A package as it would be published. */
export interface Tarball {
  readonly name: string;
  /** The package's folder in the repository has this name. */
  readonly folder: string;
  readonly data: Uint8Array;
  /** Where it is unpacked. */
  readonly path: string;
  /** Sizes in bytes, by path. */
  readonly files: ReadonlyMap<string, number>;
  readonly manifest: Manifest;
}

/** What is read here of a package.json. */
export interface Manifest {
  readonly type?: string;
  readonly license?: string;
  readonly sideEffects?: boolean;
  readonly engines?: { readonly node?: string };
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Packs all packages that get published, and unpacks them into a temporary folder.
 *
 * @returns The packages, and a function that removes the folder.
 */
export async function packAll(): Promise<{ tarballs: readonly Tarball[]; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "customer-clients-packed-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const output = await pnpm(
      "--recursive",
      "--filter",
      "./packages/*",
      "pack",
      "--pack-destination",
      folder,
      "--json",
    );
    const packed: { name: string; filename: string }[] = JSON.parse(output.slice(output.indexOf("[")));
    return { tarballs: await Promise.all(packed.map(({ name, filename }) => unpack(name, filename))), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function unpack(name: string, tarball: string): Promise<Tarball> {
  const path = tarball.replace(/\.tgz$/, "");
  await mkdir(path);
  await promisify(execFile)("tar", ["-xzf", tarball, "-C", path, "--strip-components", "1"]);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, number]> => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(path.length + 1).replaceAll("\\", "/"), (await stat(file)).size];
      }),
  );
  return {
    name,
    folder: basename(name),
    data: await readFile(tarball),
    path,
    files: new Map(files),
    manifest: JSON.parse(await readFile(join(path, "package.json"), "utf8")),
  };
}
