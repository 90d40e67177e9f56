import { ownSandbox } from "./own-sandbox.ts";
import { type Sandbox, scenario } from "./scenario.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    const sandbox = request.method === "POST" ? await request.json<Sandbox>() : await ownSandbox();
    return Response.json(await scenario(sandbox));
  },
};
