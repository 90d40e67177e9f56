import {
  type Credentials,
  createSandbox,
  defaultCredentials,
  type ProviderName,
  type Sandbox,
  type Snapshot,
} from "@customer-clients/sandbox";
import { createCredentials, signatureOf } from "@customer-clients/sandbox/inspect";

/** What a tab keeps of a provider's sandbox from page to page: no key is in it. */
interface Kept {
  readonly snapshot: Snapshot;
  /** The ids of what was created here, the newest first, by what it is: `customers`. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

/** A provider's sandbox in this tab. */
export interface Session {
  /** The ids of what was created here, the newest first. */
  ids(group: string): readonly string[];
  /** Whether nothing has been kept yet. */
  readonly isNew: boolean;
  /** The keys that both sides have: a throw-away set, unless the reader typed others. They live in memory alone. */
  credentials: Credentials;
  /** Does something with the sandbox as it was left, and keeps what has become of it. */
  use<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T>;
  remember(group: string, id: string): void;
  forget(group: string, id: string): void;
  /** Forgets everything but the credentials. */
  reset(): void;
}

/**
 * @returns The names of the keys that a reader can type in the place of the throw-away ones. Ids aren't among them: a provider
 * may write them into what it keeps; nor is an RSA key, whose public half the sandbox would have to be given.
 */
export function keyNames(provider: ProviderName): string[] {
  const { key, isPem } = signatureOf(provider);
  return isPem ? Object.keys(defaultCredentials[provider]).filter((name) => name !== key) : [key];
}

/** Where something is kept as text: the tab's `sessionStorage`. */
export type TextStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** @param store Where to keep what the sandbox has; without it, or when it is full, what was created is gone with the page. */
export async function openSession(provider: ProviderName, store: TextStore | undefined): Promise<Session> {
  const name = `customer-clients sandbox ${provider}`;
  let kept = read(store, name);
  const save = (next: Kept) => {
    kept = next;
    try {
      store?.setItem(name, JSON.stringify(next));
    } catch {
      // It is full, or forbidden.
    }
  };
  const setIds = (group: string, change: (ids: readonly string[]) => readonly string[]) => {
    if (kept) save({ ...kept, ids: { ...kept.ids, [group]: change(kept.ids[group] ?? []) } });
  };
  const session: Session = {
    ids: (group) => kept?.ids[group] ?? [],
    get isNew() {
      return !kept;
    },
    // An RSA key pair takes a while: made only where it is used.
    credentials: signatureOf(provider).isPem ? await createCredentials() : defaultCredentials,
    async use(work) {
      const sandbox = await createSandbox({ credentials: session.credentials });
      if (kept) await restore(sandbox, kept.snapshot);
      try {
        return await work(sandbox);
      } finally {
        save({ snapshot: await sandbox.snapshot(), ids: kept?.ids ?? {} });
      }
    },
    remember: (group, id) => setIds(group, (ids) => [id, ...ids.filter((other) => other !== id)].slice(0, 20)),
    forget: (group, id) => setIds(group, (ids) => ids.filter((other) => other !== id)),
    reset() {
      kept = undefined;
      store?.removeItem(name);
    },
  };
  return session;
}

/** What another version of the site left may not fit. */
async function restore(sandbox: Sandbox, snapshot: Snapshot): Promise<void> {
  try {
    await sandbox.restore(snapshot);
  } catch {
    await sandbox.reset();
  }
}

function read(store: TextStore | undefined, name: string): Kept | undefined {
  try {
    const { snapshot, ids } = JSON.parse(store?.getItem(name) ?? "");
    return typeof snapshot === "object" && typeof ids === "object" ? { snapshot, ids } : undefined;
  } catch {
    return undefined;
  }
}
