import {SingleBar} from "cli-progress";

/** Where long work says how far it is. Never stdout: that is for the result. */
export interface Progress {
  /** A step begins; `total` steps are to come in all. */
  step(name: string, index: number, total: number): void;
  line(text: string): void;
  end(): void;
}

/** A bar on a terminal; plain lines on anything else. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

export const silentProgress: Progress = {step: () => undefined, line: () => undefined, end: () => undefined};

function lines(stream: NodeJS.WriteStream): Progress {
  return {
    step: (name, index, total) => void stream.write(`[${index + 1}/${total}] ${name}\n`),
    line: (text) => void stream.write(`      ${text}\n`),
    end: () => undefined
  };
}

function bar(stream: NodeJS.WriteStream): Progress {
  let current: SingleBar | null = null;
  return {
    step(name, index, total) {
      if (current === null) {
        current = new SingleBar({
          format: "{bar} {value}/{total} {name}  {line}",
          stream,
          hideCursor: true,
          clearOnComplete: true,
          barsize: 24
        });
        current.start(total, index, {name, line: ""});
      } else current.update(index, {name, line: ""});
    },
    line: (text) => current?.update({line: text}),
    end() {
      current?.stop();
      current = null;
    }
  };
}
