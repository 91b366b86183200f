// SPDX-License-Identifier: GPL-2.0-or-later
//
// recovery-serve on an index of its own, for as long as a test runs.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const programs = process.env.RECOVERY_BIN_DIR ?? join(root, "build/dev/bin");

export const sampleCorpus = join(root, "corpus");

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(() => reject(new Error("recovery-serve printed no address")), 30_000);
    server.stdout.on("data", (data) => {
      text += data;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (address) {
        clearTimeout(late);
        resolve(address[0]);
      }
    });
    server.on("exit", (status) => reject(new Error(`recovery-serve ended with ${status}`)));
  });
}

// Serves an index of the folder `corpus`, or no index where there is none. `url` has no "/" at
// its end.
export async function startSite(corpus) {
  const scratch = mkdtempSync(join(tmpdir(), "recovery-web-"));
  const index = join(scratch, "index");
  if (corpus) {
    execFileSync(join(programs, "recovery-index"), ["--index", index, corpus], { stdio: "pipe" });
  }
  const server = spawn(
    join(programs, "recovery-serve"),
    ["--index", index, "--listen", "127.0.0.1:0", "--demo"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const stop = () => {
    server.removeAllListeners("exit");
    server.kill();
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(server), stop };
  } catch (error) {
    stop();
    throw error;
  }
}
