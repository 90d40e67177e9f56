/** GitHub's answer to a request that it refused, or that it can't do now. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A comment, as far as it matters here. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string | undefined;
}

/** The part of GitHub's REST API that keeps a comment (https://docs.github.com/en/rest/issues/comments). */
export interface GitHub {
  /** The commit that a pull request is at; `undefined` unless it is open. */
  headOf(pullRequest: number): Promise<string | undefined>;
  /** Comments of a pull request, the oldest first; `undefined` behind the last page. */
  comments(pullRequest: number, page: number): Promise<readonly Comment[]>;
  create(pullRequest: number, body: string): Promise<void>;
  /** @returns Whether the comment was there. */
  update(comment: number, body: string): Promise<boolean>;
}

export const PAGE_SIZE = 100;

const TIMEOUT_MS = 30_000;

export interface GitHubOptions {
  /** `https://api.github.com` */
  readonly url: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

/** @throws {GitHubError} From each method: for any answer but a success. */
export function gitHub({ url, repository, token }: GitHubOptions): GitHub {
  const request = async (method: string, path: string, body?: string): Promise<unknown> => {
    const response = await fetch(`${url}/repos/${repository}/${path}`, {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "user-agent": "customer-clients-spec-diff",
        "x-github-api-version": "2022-11-28",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify({ body }) }),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.ok) return text === "" ? undefined : JSON.parse(text);
    throw new GitHubError(
      response.status,
      `${method} ${path}: GitHub answered ${response.status}${reason(response.status)}`,
    );
  };
  return {
    async headOf(pullRequest) {
      const found = (await request("GET", `pulls/${pullRequest}`)) as { state?: string; head?: { sha?: string } };
      return found.state === "open" ? found.head?.sha : undefined;
    },
    async comments(pullRequest, page) {
      const path = `issues/${pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
      const found = (await request("GET", path)) as { id: number; body?: string; user?: { login?: string } }[];
      return found.map(({ id, body = "", user }) => ({ id, body, author: user?.login }));
    },
    async create(pullRequest, body) {
      await request("POST", `issues/${pullRequest}/comments`, body);
    },
    async update(comment, body) {
      try {
        await request("PATCH", `issues/comments/${comment}`, body);
        return true;
      } catch (error) {
        if (error instanceof GitHubError && error.status === 404) return false;
        throw error;
      }
    },
  };
}

function reason(status: number): string {
  if (status === 401) return ": the token isn't valid";
  if (status === 403)
    return ": the token may not do this (pull-requests: write is needed), or has done too much already";
  if (status === 404) return ": there is no such thing, or the token may not see it";
  return "";
}
