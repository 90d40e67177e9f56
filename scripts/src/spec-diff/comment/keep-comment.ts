import { MARKER } from "../report/markdown.ts";
import { type Comment, type GitHub, GitHubError, PAGE_SIZE } from "./github.ts";

/** As many comments as anybody reads. */
const MAX_PAGES = 50;
const MAX_ATTEMPTS = 4;

/** What became of the comment. */
export type Outcome = "created" | "updated" | "unchanged" | "nothing to say";

export interface Kept {
  readonly pullRequest: number;
  readonly body: string;
  /** Whether there is nothing in it that is worth a comment of its own; one that is there is brought up to date. */
  readonly isEmpty: boolean;
  /** The account that the comments are written by: nobody else's is ever touched. */
  readonly author: string;
}

/**
 * Keeps one comment on a pull request: writes it, or writes it anew where it stands.
 *
 * When GitHub fails, it starts again by looking: the comment may have been written before the failure.
 *
 * @param wait Waits so many milliseconds.
 * @throws {GitHubError} When it goes on failing, or refuses.
 */
export async function keepComment(
  github: GitHub,
  kept: Kept,
  wait: (ms: number) => Promise<unknown>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToKeep(github, kept);
    } catch (error) {
      const mayPass =
        error instanceof GitHubError ? error.status >= 500 || error.status === 429 : error instanceof TypeError;
      if (!mayPass || attempt === MAX_ATTEMPTS) throw error;
      await wait(1_000 * 2 ** attempt);
    }
  }
}

async function tryToKeep(github: GitHub, { pullRequest, body, isEmpty, author }: Kept): Promise<Outcome> {
  const known = await findComment(github, pullRequest, author);
  if (known && known.body === body) return "unchanged";
  if (known && (await github.update(known.id, body))) return "updated";
  if (isEmpty) return "nothing to say";
  await github.create(pullRequest, body);
  return "created";
}

async function findComment(github: GitHub, pullRequest: number, author: string): Promise<Comment | undefined> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const comments = await github.comments(pullRequest, page);
    const found = comments.find((comment) => comment.author === author && comment.body.startsWith(MARKER));
    if (found || comments.length < PAGE_SIZE) return found;
  }
  return undefined;
}
