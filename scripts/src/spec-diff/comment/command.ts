import { readFileSync } from "node:fs";
import type { Output } from "../../generate/output.ts";
import { MARKER, markdownReport } from "../report/markdown.ts";
import type { ProviderReview } from "../review.ts";
import { UsageError } from "../usage-error.ts";
import { GitHubError, gitHub } from "./github.ts";
import { keepComment } from "./keep-comment.ts";
import { readArtifact } from "./read-artifact.ts";

/** The account of a workflow's own token. */
const AUTHOR = "github-actions[bot]";

const NO_REVIEW = `${MARKER}

## What this does to callers

The review didn't come to an end: a spec, a changeset or a file of acceptances can't be read. The check's log says which.
`;

/** What the runner sets for each step, besides the token. */
export interface Environment {
  readonly GITHUB_API_URL?: string | undefined;
  readonly GITHUB_REPOSITORY?: string | undefined;
  readonly GITHUB_EVENT_PATH?: string | undefined;
  readonly GITHUB_TOKEN?: string | undefined;
}

/**
 * Posts the review that a pull request's workflow left, as a comment on that pull request. The Markdown is written here, from
 * data: what the branch's code said about itself can't become markup.
 *
 * @param commandLine The folder with the artifact.
 * @param wait Waits so many milliseconds.
 * @returns The exit code: 0 when the comment is there or no longer wanted, 1 when GitHub refused, 2 for what can't be used.
 */
export async function commentCommand(
  commandLine: readonly string[],
  environment: Environment,
  { print, printError }: Output,
  wait: (ms: number) => Promise<unknown>,
): Promise<number> {
  try {
    const [folder, ...more] = commandLine;
    if (folder === undefined || more.length > 0) throw new UsageError("expected one argument: the artifact's folder");
    const { pullRequest, providers } = readArtifact(folder);
    const github = gitHub({
      url: need(environment, "GITHUB_API_URL"),
      repository: need(environment, "GITHUB_REPOSITORY"),
      token: need(environment, "GITHUB_TOKEN"),
    });
    const reviewed = headOfRun(need(environment, "GITHUB_EVENT_PATH"));
    // The number is the branch's word; that its head is what was reviewed is GitHub's.
    if ((await github.headOf(pullRequest)) !== reviewed) {
      print(`Pull request ${pullRequest} isn't open at ${reviewed}: nothing was posted.\n`);
      return 0;
    }
    const kept = {
      pullRequest,
      author: AUTHOR,
      body: bodyOf(providers),
      isEmpty: providers?.every(isUntouched) ?? false,
    };
    print(`Comment on pull request ${pullRequest}: ${await keepComment(github, kept, wait)}.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof GitHubError || isNetworkError(error))) throw error;
    printError(`${error.message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function bodyOf(providers: readonly ProviderReview[] | undefined): string {
  return providers ? markdownReport({ base: "the main branch", hasGate: true, providers }) : NO_REVIEW;
}

function isUntouched({ findings, problems, notes }: ProviderReview): boolean {
  return findings.length + problems.length + notes.length === 0;
}

function need(environment: Environment, name: keyof Environment): string {
  const value = environment[name];
  if (!value) throw new UsageError(`expected ${name} in the environment`);
  return value;
}

/** The commit that the other workflow ran on, as GitHub tells this one. */
function headOfRun(eventFile: string): string {
  const event = JSON.parse(readFileSync(eventFile, "utf8")) as { workflow_run?: { event?: string; head_sha?: string } };
  const { event: cause, head_sha: head } = event.workflow_run ?? {};
  if (cause !== "pull_request" || !/^[0-9a-f]{40}$/.test(head ?? ""))
    throw new UsageError("expected the event of a workflow_run that a pull request caused");
  return head as string;
}

/** As fetch tells of a connection that failed. */
function isNetworkError(error: unknown): error is Error {
  return error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError");
}
