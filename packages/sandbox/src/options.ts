// The providers that there are, and the credentials that the sandbox takes.
import { verify } from "@customer-clients/pingxx/signing";
import type { ReceivedRequest } from "./requests.ts";

/** The providers that the sandbox stands in for. */
export const providerNames = ["asiabill", "finan", "lumyri", "pingxx"] as const;

/** A provider that the sandbox stands in for. */
export type ProviderName = (typeof providerNames)[number];

/** The credentials that the sandbox takes. Each provider's can be spread into the options of its client. */
export interface Credentials {
  readonly asiabill: { readonly gatewayNo: string; readonly signKey: string };
  readonly finan: { readonly clientId: string; readonly secret: string };
  readonly lumyri: { readonly accessToken: string; readonly appId: string };
  readonly pingxx: {
    readonly apiKey: string;
    /** The merchant's RSA public key in PEM. With it the request signature is required, and verified. */
    readonly publicKey?: string | undefined;
    /** The private key that goes with it: the sandbox only hands it on to whoever spreads the credentials. */
    readonly privateKey?: string | undefined;
  };
}

/** What a sandbox is made from. */
export interface SandboxOptions {
  /**
   * Credentials in place of the sandbox's own, provider by provider.
   * @default defaultCredentials
   */
  readonly credentials?: Partial<Credentials> | undefined;
  /** Is told of each request once its answer is known. */
  readonly onRequest?: ((request: ReceivedRequest) => void) | undefined;
}

/** Throw-away credentials of the right shape. Nobody else takes them, so they may stand in a repository. */
export const defaultCredentials: Credentials = {
  asiabill: { gatewayNo: "10000001", signKey: "asiabill-sandbox-sign-key" },
  finan: { clientId: "finan-sandbox-client", secret: "finan-sandbox-secret" },
  lumyri: { accessToken: "lumyri-sandbox-access-token", appId: "5a9d8b0e-0c1f-4e4b-9f57-2f1a6c3d7e80" },
  pingxx: { apiKey: "sk_test_CustomerClientsSandbox00" },
};

/**
 * Checks credentials.
 *
 * @throws TypeError for an empty one; InvalidArgumentError for a public key that isn't RSA in PEM; neither with the value.
 */
export async function checkCredentials(credentials: Credentials): Promise<void> {
  for (const [provider, own] of Object.entries(credentials)) {
    for (const [name, value] of Object.entries(own)) {
      if (value === "") throw new TypeError(`credentials.${provider}.${name}: expected a non-empty string`);
    }
  }
  const { publicKey } = credentials.pingxx;
  if (publicKey !== undefined) await verify({ target: "", timestamp: "" }, "", publicKey);
}

/** What may not stand in a reason or a log. */
export function secretsOf({ asiabill, finan, lumyri, pingxx }: Credentials): string[] {
  return [asiabill.signKey, finan.secret, lumyri.accessToken, pingxx.apiKey];
}
