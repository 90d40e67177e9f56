import { generateKeyPairSync } from "node:crypto";
import { startSandbox } from "@customer-clients/sandbox/node";
import { asiabillSteps } from "./asiabill.ts";
import { finanSteps } from "./finan.ts";
import { lumyriSteps } from "./lumyri.ts";
import { pingxxSteps } from "./pingxx.ts";
import { recordingFetch, type SentRequest } from "./recorder.ts";
import { runStep, type StepResult } from "./step.ts";

/** Calls every operation of every provider against a sandbox on loopback, in order. */
export async function walkProviders(onResult: (result: StepResult, count: number) => void): Promise<StepResult[]> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const pingxx = { apiKey: "sk_test_CustomerClientsDemo00000", publicKey };
  const sandbox = await startSandbox({ credentials: { pingxx } });
  try {
    const { urls, credentials } = sandbox;
    const sent: SentRequest[] = [];
    const fetch = recordingFetch(sent);
    const steps = [
      ...asiabillSteps({ ...credentials.asiabill, baseUrl: urls.asiabill, fetch }),
      ...finanSteps({ ...credentials.finan, baseUrl: urls.finan, fetch }),
      ...lumyriSteps({ ...credentials.lumyri, baseUrl: urls.lumyri, fetch }),
      ...pingxxSteps({ apiKey: pingxx.apiKey, privateKey, baseUrl: urls.pingxx, fetch }),
    ];
    const results: StepResult[] = [];
    for (const step of steps) {
      const result = await runStep(step, sent);
      results.push(result);
      onResult(result, steps.length);
    }
    return results;
  } finally {
    await sandbox.close();
  }
}
