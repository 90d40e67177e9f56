// How AsiaBill's requests and webhooks are signed. The rule is written out in specs/asiabill/openapi.yaml.
import {
  credential,
  type Entry,
  hmacSha256,
  joinPresent,
  type MaybePromise,
  type Signer,
  valuesByName,
  whenReady,
} from "@customer-clients/core";

/** What AsiaBill gives a merchant. */
export interface AsiaBillCredentials {
  /** The gateway number (网关号): 8 digits. */
  readonly gatewayNo: string;
  /** The sign key (签名密钥) of that gateway. It signs, and is never sent. */
  readonly signKey: string;
}

/** The parts of a request or a webhook that are signed. Its method and URL are not among them. */
export interface SigningParts {
  readonly gatewayNo: string;
  readonly requestId: string;
  /** Unix milliseconds, decimal. */
  readonly requestTime: string;
  /** The `version` header of a webhook; requests have none. */
  readonly version?: string;
  /** Path parameters by name, decoded. */
  readonly path?: Readonly<Record<string, string | number>>;
  /** The query's names and values, decoded; a `URLSearchParams` will do. */
  readonly query?: Iterable<Entry>;
  /** The body's text exactly as sent. */
  readonly body?: string;
}

/**
 * The text that is signed: the headers' values, the path's, the query's and the body, with a dot between those that aren't empty.
 *
 * @example
 * canonicalString({ gatewayNo: "12246002", requestId: "58675", requestTime: "1651888520935", path: { customerId: "cus_1" } });
 * // "12246002586751651888520935.cus_1"
 */
export function canonicalString(parts: SigningParts): string {
  const { gatewayNo, requestId, requestTime, version = "", path = {}, query = [], body } = parts;
  const head = gatewayNo + requestId + requestTime + version;
  return joinPresent([head, valuesByName(Object.entries(path)), valuesByName(query), body], ".");
}

/**
 * The value of `sign-info`.
 *
 * @param parts - What is signed.
 * @param signKey - The merchant's sign key.
 * @returns HMAC-SHA256 in lower-case hex: at once on Node and its like, as a promise elsewhere.
 */
export function sign(parts: SigningParts, signKey: string): MaybePromise<string> {
  return hmacSha256(signKey)(canonicalString(parts));
}

/**
 * Signs a client's requests.
 *
 * @throws InvalidArgumentError for a gateway number that isn't 8 digits, or an empty sign key.
 */
export function signer({ gatewayNo, signKey }: AsiaBillCredentials): Signer {
  credential("gatewayNo", gatewayNo, /^\d{8}$/, "a string of 8 digits");
  const hmac = hmacSha256(credential("signKey", signKey));
  return {
    secrets: [signKey],
    headers({ path, query, body, time, requestId }) {
      const id = credential("requestId", requestId());
      const requestTime = String(time);
      return whenReady(
        hmac(canonicalString({ gatewayNo, requestId: id, requestTime, path, query, body })),
        (signature) => ({
          "gateway-no": gatewayNo,
          "request-id": id,
          "request-time": requestTime,
          "sign-info": signature,
        }),
      );
    },
  };
}
