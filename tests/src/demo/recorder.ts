/** Headers that sign, and what they are called in the table. */
const signatures: Readonly<Record<string, string>> = {
  "sign-info": "HMAC-SHA256",
  "x-signature": "SHA-256",
  "pingplusplus-signature": "RSA-SHA256",
  authorization: "Bearer",
};

/** A request that was sent. */
export interface SentRequest {
  /** Method and path. */
  readonly line: string;
  /** How it was signed, and the first characters of the signature. */
  readonly signature: string;
}

/** A `fetch` that notes what it sends. */
export function recordingFetch(sent: SentRequest[]): (url: string, init: RequestInit) => Promise<Response> {
  return (url, init) => {
    const { pathname, search } = new URL(url);
    const headers = new Headers(init.headers);
    const name = Object.keys(signatures).find((name) => headers.has(name)) ?? "";
    // A bearer token is a credential: none of it is shown.
    const value = name === "authorization" ? "token" : `${headers.get(name)?.slice(0, 8)}…`;
    sent.push({
      line: `${init.method} ${decodeURIComponent(pathname + search)}`,
      signature: `${signatures[name]} ${value}`,
    });
    return fetch(url, init);
  };
}
