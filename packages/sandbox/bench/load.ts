// Requests as fast as they go, over connections that are kept.
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** One request. */
export interface Wanted {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A sender that keeps its connections. */
export interface Load {
  /**
   * @returns The body of the answer.
   * @throws Error for any status but 2xx.
   */
  send(wanted: Wanted): Promise<string>;
  /**
   * Sends requests, several at a time.
   *
   * @returns How many were answered in a second.
   */
  perSecond(count: number, next: (index: number) => Wanted): Promise<number>;
  close(): void;
}

const underWay = 8;

/** Makes a sender. */
export function createLoad(): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: underWay });
  const send = async ({ method, url, headers, body = "" }: Wanted) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const length = { "content-length": String(Buffer.byteLength(body)) };
      const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
        text(response).then((found) => {
          if (response.statusCode === 200 || response.statusCode === 201) resolve(found);
          else reject(new Error(`${method} ${url}: expected 200 or 201, found ${response.statusCode} ${found}`));
        }, reject);
      });
      sent.on("error", reject).end(body);
    });
    return answer;
  };
  return {
    send,
    async perSecond(count, next) {
      let sent = 0;
      const start = performance.now();
      const one = async () => {
        while (sent < count) await send(next(sent++));
      };
      await Promise.all(Array.from({ length: underWay }, one));
      return (count / (performance.now() - start)) * 1_000;
    },
    close: () => agent.destroy(),
  };
}
