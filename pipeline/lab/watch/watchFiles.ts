import {watch, type FSWatcher} from "node:fs";
import {basename, dirname, resolve} from "node:path";

/** Milliseconds after a save in which more saves join it: editors write a file in several steps. */
const SETTLE = 120;

export interface Watching {
  /** The files that were saved since the last call, once there are any; null at the signal. */
  saved(): Promise<readonly string[] | null>;
  close(): void;
}

/**
 * Watches files by their folders, so that a file that an editor replaces is still watched, and those that come anew are too.
 * `isWatched` is asked with full paths.
 */
export function watchFolders(
  folders: readonly string[],
  isWatched: (file: string) => boolean,
  signal: AbortSignal
): Watching {
  const waiting = new Set<string>();
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  const notice = (file: string) => {
    if (!isWatched(file)) return;
    waiting.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SETTLE);
  };
  const watchers: FSWatcher[] = [...new Set(folders.map((folder) => resolve(folder)))].map((folder) =>
    watch(folder, (_, name) => name !== null && notice(resolve(folder, name)))
  );
  const isQuiet = () => waiting.size === 0;
  return {
    async saved() {
      while (isQuiet() && !signal.aborted) {
        await new Promise<void>((done) => {
          wake = done;
          signal.addEventListener("abort", () => done(), {once: true});
        });
      }
      if (signal.aborted) return null;
      const files = [...waiting].sort();
      waiting.clear();
      return files;
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    }
  };
}

export function folderOf(file: string): string {
  return dirname(resolve(file));
}

export function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(basename(file)) && !basename(file).startsWith(".");
}
