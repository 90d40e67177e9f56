// Starts a sandbox in this process and prints how long that took, in milliseconds: the import, then until the first answer.
const start = performance.now();
const { createSandbox } = await import("@customer-clients/sandbox");
const imported = performance.now();
const sandbox = await createSandbox();
const { accessToken, appId } = sandbox.credentials.lumyri;
const headers = { authorization: `Bearer ${accessToken}`, "x-app-id": appId };
const response = await sandbox.fetch(`${sandbox.urls.lumyri}/users/customers`, { headers });
await response.text();
const answered = performance.now();
if (response.status !== 200) throw new Error(`expected HTTP 200, found ${response.status}`);
console.log(JSON.stringify({ import: imported - start, answer: answered - imported }));
