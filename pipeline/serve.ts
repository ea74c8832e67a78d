import {join} from "node:path";
import type {Audience} from "#warehouse/contract.js";
import {serveSite} from "./publishing/serveSite.js";

export interface ServeRequest {
  readonly out: string;
  readonly audience: Audience;
  readonly host: string;
  readonly port: number;
}

/** Serves the site of an audience until the signal; returns the address it had. */
export async function serve(
  {out, audience, host, port}: ServeRequest,
  signal: AbortSignal,
  onReady: (url: string) => void
): Promise<string> {
  const server = await serveSite({folder: join(out, audience), host, port});
  onReady(server.url);
  await new Promise<void>((stopped) => {
    if (signal.aborted) stopped();
    else signal.addEventListener("abort", () => stopped());
  });
  await server.close();
  return server.url;
}
