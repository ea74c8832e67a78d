import {SingleBar} from "cli-progress";

/** How much of something has been done, such as bytes read. */
export interface Amount {
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

/** Where long work says how far it is. Never stdout: that is for the result. */
export interface Progress {
  /** A step begins; `total` steps are to come in all. */
  step(name: string, index: number, total: number): void;
  line(text: string): void;
  /** Bytes of the files that are being read. Told often. */
  amount(amount: Amount): void;
  end(): void;
}

/** A bar on a terminal; plain lines on anything else, or a JSON document a line where `isJson`. */
export function progressOn(stream: NodeJS.WriteStream, {isJson = false}: {readonly isJson?: boolean} = {}): Progress {
  if (stream.isTTY) return bar(stream);
  return isJson ? jsonLines(stream) : lines(stream);
}

export const silentProgress: Progress = {
  step: () => undefined,
  line: () => undefined,
  amount: () => undefined,
  end: () => undefined
};

function lines(stream: NodeJS.WriteStream): Progress {
  return {
    step: (name, index, total) => void stream.write(`[${index + 1}/${total}] ${name}\n`),
    line: (text) => void stream.write(`      ${text}\n`),
    amount: seldom((amount) => void stream.write(`      ${amountText(amount)}\n`)),
    end: () => undefined
  };
}

function jsonLines(stream: NodeJS.WriteStream): Progress {
  const write = (event: object) => void stream.write(`${JSON.stringify(event)}\n`);
  return {
    step: (name, index, total) => write({event: "step", name, step: index + 1, steps: total}),
    line: (text) => write({event: "line", text}),
    amount: seldom(({done, total, seconds}) => write({event: "amount", bytes: done, of: total, seconds})),
    end: () => undefined
  };
}

const SELDOM_SECONDS = 2;

/** Passes on what comes first after every two seconds. */
function seldom(write: (amount: Amount) => void): (amount: Amount) => void {
  let next = SELDOM_SECONDS;
  return (amount) => {
    if (amount.seconds < next) return;
    next = amount.seconds + SELDOM_SECONDS;
    write(amount);
  };
}

/** `120 of 720 MB, 85 MB/s, 7 s left`. */
export function amountText({done, total, seconds}: Amount): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? `, ${Math.ceil(Math.max(0, total - done) / rate)} s left` : "";
  return `${megabytes(done)} of ${megabytes(total)} MB, ${megabytes(rate)} MB/s${left}`;
}

function bar(stream: NodeJS.WriteStream): Progress {
  let current: SingleBar | null = null;
  let said = "";
  return {
    step(name, index, total) {
      said = "";
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
    line(text) {
      said = text;
      current?.update({line: text});
    },
    amount: (amount) => current?.update({line: `${said}  ${amountText(amount)}`}),
    end() {
      current?.stop();
      current = null;
    }
  };
}
