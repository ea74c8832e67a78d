import {afterEach, beforeEach, vi} from "vitest";

beforeEach(() => {
  for (const method of ["log", "warn", "error", "info"] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      throw new Error(`a test must be silent; console.${method} was called with ${args.map(String).join(" ")}`);
    });
  }
});

afterEach(() => vi.restoreAllMocks());
